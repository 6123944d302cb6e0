package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import java.util.function.Function;
import steward.sandbox.http.ApiError;

/**
 * One method of the Web API.
 *
 * @param scope the bot scope it needs; empty if none
 * @param encoding how its arguments may be sent
 * @param call answers the call, without {@code ok}; throws {@link ApiError} to refuse it
 */
record ApiMethod(String scope, Encoding encoding, Function<Arguments, JsonObject> call) {}
