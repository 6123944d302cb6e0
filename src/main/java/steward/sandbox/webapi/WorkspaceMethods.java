package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.Person;
import steward.sandbox.workspace.SandboxClock;
import steward.sandbox.workspace.Workspace;

/** {@code auth.test} and {@code users.info}: who the app is and who the people are. */
public final class WorkspaceMethods {

    private final Workspace workspace;
    private final SandboxClock clock;
    private final URI address;

    public WorkspaceMethods(Workspace workspace, SandboxClock clock, URI address) {
        this.workspace = workspace;
        this.clock = clock;
        this.address = address;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "auth.test", new ApiMethod("", Encoding.FORM_OR_JSON, arguments -> authTest()),
                "users.info", new ApiMethod("users:read", Encoding.FORM, this::userInfo));
    }

    private JsonObject authTest() {
        Person bot = workspace.botUser();
        return Json.object(
                "url", address.toString(),
                "team", workspace.name(),
                "user", bot.name(),
                "team_id", workspace.teamId(),
                "user_id", bot.id(),
                "bot_id", workspace.botId(),
                "is_enterprise_install", false);
    }

    private JsonObject userInfo(Arguments arguments) {
        Person person = workspace.person(arguments.require("user")).orElseThrow(() -> new ApiError("user_not_found"));
        return Json.object("user", person.profile(workspace.teamId(), clock.instant()));
    }
}
