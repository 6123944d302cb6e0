package steward.slack.api;

import java.util.Set;
import steward.runtime.chat.Refusal;

/** What Slack's error codes mean: what a call was refused for, and where nothing was refused at all. */
public final class SlackErrors {

    private static final Set<String> THREAD = Set.of("thread_not_found", "cannot_reply_to_message");

    private static final Set<String> ROOM = Set.of("channel_not_found", "is_archived", "not_in_channel");

    private static final Set<String> PERSON = Set.of("user_not_found", "user_disabled", "cannot_dm_bot");

    private static final Set<String> LAYOUT = Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

    private static final Set<String> MESSAGE = Set.of(
            "msg_too_long",
            "no_text",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_charset",
            "invalid_form_data",
            "invalid_json",
            "json_not_object",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "metadata_too_large");

    private static final Set<String> FILE = Set.of("file_not_found", "file_deleted");

    private static final Set<String> PLACE = Set.of(
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "messages_tab_disabled",
            "team_not_found",
            "user_not_visible",
            "no_permission",
            "push_limit_reached");

    /** Refusals after which part of the work may have been done. */
    private static final Set<String> UNDECIDED =
            Set.of("internal_error", "fatal_error", "request_timeout", "service_unavailable");

    private static final Set<String> TOO_MUCH = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    private SlackErrors() {}

    static Refusal refusal(String error) {
        if (MESSAGE.contains(error)) {
            return Refusal.MESSAGE;
        }
        if (FILE.contains(error)) {
            return Refusal.FILE;
        }
        if (LAYOUT.contains(error)) {
            return Refusal.LAYOUT;
        }
        if (THREAD.contains(error)) {
            return Refusal.THREAD;
        }
        if (ROOM.contains(error)) {
            return Refusal.ROOM;
        }
        if (PERSON.contains(error)) {
            return Refusal.PERSON;
        }
        // Whatever else is wrong lies with the app or the workspace.
        return PLACE.contains(error) ? Refusal.PLACE : Refusal.ADMIN;
    }

    /** Whether nobody knows if what was asked has been done. */
    public static boolean isUndecided(String error) {
        return error.isEmpty() || UNDECIDED.contains(error);
    }

    public static boolean isTooMuch(String error) {
        return TOO_MUCH.contains(error);
    }
}
