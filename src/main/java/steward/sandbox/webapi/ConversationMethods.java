package steward.sandbox.webapi;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.Workspace;

/** The {@code conversations.*} methods: opening a direct message and reading back what was said. */
public final class ConversationMethods {

    static final int PAGE_MESSAGES = 100;
    static final int PAGE_MESSAGES_MAX = 999;

    private static final String CURSOR = "next_ts:";

    private static final String READ_CHANNELS = "channels:history";

    private final Workspace workspace;
    private final ChannelMembers members;
    private final Set<String> scopes;
    private final MessageHistory history;

    /** @param scopes what the app may do */
    public ConversationMethods(
            Workspace workspace, ChannelMembers members, Set<String> scopes, MessageHistory history) {
        this.workspace = workspace;
        this.members = members;
        this.scopes = Set.copyOf(scopes);
        this.history = history;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "conversations.open", new ApiMethod("im:write", Encoding.FORM_OR_JSON, this::open),
                "conversations.history", new ApiMethod("im:history", Encoding.FORM, this::history),
                "conversations.replies", new ApiMethod("im:history", Encoding.FORM, this::replies));
    }

    private JsonObject open(Arguments arguments) {
        Channel channel = arguments
                .text("channel")
                .flatMap(workspace::channel)
                .or(() -> arguments.text("users").flatMap(workspace::directMessageWith))
                .orElseThrow(() -> refusalToOpen(arguments));
        JsonObject answer = Json.object("id", channel.id());
        if (arguments.flag("return_im")) {
            answer = Json.object(
                    "id",
                    channel.id(),
                    "is_im",
                    true,
                    "is_open",
                    true,
                    "user",
                    workspace.humanIn(channel).id());
        }
        return Json.object("no_op", true, "already_open", true, "channel", answer);
    }

    private static ApiError refusalToOpen(Arguments arguments) {
        if (arguments.text("channel").isPresent()) {
            return new ApiError("channel_not_found");
        }
        return new ApiError(arguments.text("users").isPresent() ? "user_not_found" : "users_list_not_supplied");
    }

    private JsonObject history(Arguments arguments) {
        // Replies stand in their thread; the conversation shows what began it.
        return page(arguments, message -> isThreadless(message), true);
    }

    private JsonObject replies(Arguments arguments) {
        String parent = arguments.require("ts");
        if (history.find(channel(arguments), parent).isEmpty()) {
            throw new ApiError("thread_not_found");
        }
        return page(
                arguments,
                message -> Json.string(message, "ts").equals(parent)
                        || Json.string(message, "thread_ts").equals(parent),
                false);
    }

    private static boolean isThreadless(JsonObject message) {
        String thread = Json.string(message, "thread_ts");
        return thread.isEmpty() || thread.equals(Json.string(message, "ts"));
    }

    private JsonObject page(Arguments arguments, Predicate<JsonObject> shown, boolean newestFirst) {
        List<JsonObject> messages = new ArrayList<>(history.all(channel(arguments)));
        messages.removeIf(
                message -> MessageHistory.isEphemeral(message) || !shown.test(message) || !within(arguments, message));
        if (newestFirst) {
            Collections.reverse(messages);
        }
        int from = start(arguments, messages);
        int to = Math.min(messages.size(), from + limit(arguments));
        List<JsonObject> page = messages.subList(from, to);
        if (!arguments.flag("include_all_metadata")) {
            page.forEach(message -> message.remove("metadata"));
        }
        page.forEach(message -> addThread(arguments, message));
        boolean more = to < messages.size();
        JsonObject answer = Json.object("messages", page, "has_more", more, "pin_count", 0);
        if (more) {
            answer.add("response_metadata", Json.object("next_cursor", cursor(messages.get(to))));
        }
        return answer;
    }

    /** What Slack tells of a thread in the message that began it. */
    private void addThread(Arguments arguments, JsonObject message) {
        String ts = Json.string(message, "ts");
        List<JsonObject> replies = history.replies(channel(arguments), ts);
        if (!replies.isEmpty()) {
            List<String> users = replies.stream()
                    .map(reply -> Json.string(reply, "user"))
                    .distinct()
                    .toList();
            message.addProperty("thread_ts", ts);
            message.addProperty("reply_count", replies.size());
            message.addProperty("reply_users_count", users.size());
            message.add("latest_reply", replies.get(replies.size() - 1).get("ts"));
            message.add("reply_users", Json.array(users.toArray()));
            message.addProperty("is_locked", false);
            message.addProperty("subscribed", true);
        }
    }

    /** The channel to be read; one that is no direct message takes a scope of its own. */
    private String channel(Arguments arguments) {
        Channel channel =
                workspace.channel(arguments.require("channel")).orElseThrow(() -> new ApiError("channel_not_found"));
        if (!channel.isDirect() && !scopes.contains(READ_CHANNELS)) {
            throw ApiError.missingScope(READ_CHANNELS, String.join(",", new TreeSet<>(scopes)));
        }
        members.requireApp(channel);
        return channel.id();
    }

    private static boolean within(Arguments arguments, JsonObject message) {
        String ts = Json.string(message, "ts");
        boolean inclusive = arguments.flag("inclusive");
        Optional<String> oldest = time(arguments, "oldest", "invalid_ts_oldest");
        Optional<String> latest = time(arguments, "latest", "invalid_ts_latest");
        return oldest.map(bound -> inclusive ? ts.compareTo(bound) >= 0 : ts.compareTo(bound) > 0)
                        .orElse(true)
                && latest.map(bound -> inclusive ? ts.compareTo(bound) <= 0 : ts.compareTo(bound) < 0)
                        .orElse(true);
    }

    /** A bound as a whole time stamp, so that it compares as text; 0 and "now" are no bound at all. */
    private static Optional<String> time(Arguments arguments, String name, String error) {
        return arguments
                .text(name)
                .filter(value -> !value.equals("0") && !value.equals("now"))
                .map(value -> {
                    if (!value.matches("\\d{1,10}(\\.\\d{1,6})?")) {
                        throw new ApiError(error);
                    }
                    String[] parts = value.split("\\.", 2);
                    String fraction = parts.length == 2 ? parts[1] : "";
                    return "0".repeat(10 - parts[0].length()) + parts[0] + "." + fraction
                            + "0".repeat(6 - fraction.length());
                });
    }

    private static int limit(Arguments arguments) {
        int limit;
        try {
            limit = arguments.text("limit").map(Integer::parseInt).orElse(PAGE_MESSAGES);
        } catch (NumberFormatException unreadable) {
            throw new ApiError("invalid_limit");
        }
        if (limit < 0 || limit > PAGE_MESSAGES_MAX) {
            throw new ApiError("invalid_limit");
        }
        return limit == 0 ? PAGE_MESSAGES : limit;
    }

    private static String cursor(JsonObject next) {
        String plain = CURSOR + Json.string(next, "ts").replace(".", "");
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static int start(Arguments arguments, List<JsonObject> messages) {
        Optional<String> given = arguments.text("cursor");
        if (given.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < messages.size(); i++) {
            if (cursor(messages.get(i)).equals(given.get())) {
                return i;
            }
        }
        throw new ApiError("invalid_cursor");
    }
}
