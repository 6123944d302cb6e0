package steward.sandbox;

import com.google.gson.JsonObject;

/** A method of the Web API that the app calls for itself, in no workspace, and so without a workspace's token. */
@FunctionalInterface
interface AppMethod {

    /**
     * Answers the call, without {@code ok}; throws {@link ApiError} to refuse it.
     *
     * @param authorization the header of that name, empty if there is none
     */
    JsonObject call(String authorization, Arguments arguments);
}
