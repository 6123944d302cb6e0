package steward.sandbox.http;

import com.google.gson.JsonObject;
import java.util.List;

/** A call refused as Slack refuses it: {@code ok: false}, an error code, and what else the answer carries. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonObject answer;

    public ApiError(String code) {
        this(code, new JsonObject());
    }

    private ApiError(String code, JsonObject more) {
        super(code);
        answer = Json.object("ok", false, "error", code);
        more.entrySet().forEach(entry -> answer.add(entry.getKey(), entry.getValue()));
    }

    public static ApiError missingScope(String needed, String provided) {
        return new ApiError("missing_scope", Json.object("needed", needed, "provided", provided));
    }

    /** An error whose reasons are told one by one. */
    public static ApiError withReasons(String code, List<String> problems) {
        List<String> messages =
                problems.stream().map(problem -> "[ERROR] " + problem).toList();
        return new ApiError(
                code, Json.object("errors", problems, "response_metadata", Json.object("messages", messages)));
    }

    public JsonObject answer() {
        return answer;
    }
}
