package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import steward.sandbox.http.ApiError;

/** A method of the Web API that the app calls for itself, in no workspace, and so without a workspace's token. */
@FunctionalInterface
public interface AppMethod {

    /**
     * Answers the call, without {@code ok}; throws {@link ApiError} to refuse it.
     *
     * @param authorization the header of that name, empty if there is none
     */
    JsonObject call(String authorization, Arguments arguments);
}
