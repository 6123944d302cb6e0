package steward.slack;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it is about a message that Slack refuses it for, told by the error that Slack gives. */
final class Refusals {

    private static final Set<String> THREAD = Set.of("thread_not_found", "cannot_reply_to_message");

    private static final Set<String> ROOM = Set.of("channel_not_found", "is_archived", "not_in_channel");

    private static final Set<String> PERSON = Set.of("user_not_found", "user_disabled", "cannot_dm_bot");

    private static final Set<String> MESSAGE = Set.of(
            "msg_too_long",
            "no_text",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_charset",
            "invalid_json",
            "json_not_object",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "metadata_too_large");

    private static final Set<String> SHARE = Stream.of(
                    ROOM,
                    PERSON,
                    THREAD,
                    Set.of(
                            "restricted_action",
                            "restricted_action_read_only_channel",
                            "restricted_action_thread_only_channel",
                            "restricted_action_non_threadable_channel",
                            "messages_tab_disabled",
                            "team_not_found",
                            "user_not_visible",
                            "no_permission"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> READING =
            Set.of("missing_scope", "not_in_channel", "channel_not_found", "is_archived", "no_permission");

    private Refusals() {}

    /** The thread that it was to stand in. */
    static boolean ofThread(String error) {
        return THREAD.contains(error);
    }

    /** The channel that it was to go to. */
    static boolean ofRoom(String error) {
        return ROOM.contains(error);
    }

    /** The person whom it was for: they are not there any more. */
    static boolean ofPerson(String error) {
        return PERSON.contains(error);
    }

    /** The message itself, which will be as wrong tomorrow. */
    static boolean ofMessage(String error) {
        return MESSAGE.contains(error);
    }

    /** The place where a rep wants something shared: they choose another one, or mend it and share it again. */
    static boolean ofShare(String error) {
        return SHARE.contains(error);
    }

    /** That Steward reads along there. */
    static boolean ofReading(String error) {
        return READING.contains(error);
    }
}
