package steward.slack.surfaces;

import steward.message.Message;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;

/** What a rep is told when Slack does not take something of theirs: why, and how to mend it. */
final class RefusalWords {

    private RefusalWords() {}

    /** @param place where it was to go: a channel's id, or a person's */
    static Message notShared(ChatResult<?> refused, String place) {
        if (refused.isRefusedFor(Refusal.UNSURE)) {
            return Message.say(
                    "I'm not sure that what you shared has arrived. Please look there, and share it again if it is missing.");
        }
        return switch (refused.error()) {
            case "not_in_channel", "channel_not_found" ->
                place.startsWith("D")
                        ? Message.say("I can't write into a chat between other people. Share it in a channel, please.")
                        : Message.say("I couldn't share that, as I'm not in that channel yet: invite me there with"
                                + " `/invite @Steward`, then share it again.");
            case "is_archived" ->
                Message.say("I couldn't share that, as that channel is archived. Choose another one, please.");
            case "user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot", "messages_tab_disabled" ->
                Message.say("I couldn't share that, as I can't write to them. Choose somebody else, please.");
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel",
                    "no_permission" ->
                Message.say("I couldn't share that, as I may not post there. Choose another place, please.");
            default -> Message.say("Slack didn't take what you shared. Share it again, or somewhere else, please.");
        };
    }

    static String fileNotTaken(ChatResult<?> refused) {
        if (refused.isRefusedFor(Refusal.UNSURE)) {
            return "I'm not sure whether your file has arrived: Slack didn't tell me. Please look whether it's here.";
        }
        return switch (refused.error()) {
            case "missing_scope", "no_permission", "access_denied", "not_allowed_token_type" ->
                "I couldn't give you your file, as I may not upload files here yet. Ask whoever installed me to install me"
                        + " again with the permission `files:write`.";
            case "file_uploads_disabled",
                    "file_uploads_except_images_disabled",
                    "file_type_not_allowed",
                    "blocked_file_type",
                    "restricted_action" ->
                "I couldn't give you your file, as your workspace doesn't allow such files. Ask an admin of your workspace"
                        + " to allow them.";
            case "storage_limit_reached", "storage_limit_exceeded" ->
                "I couldn't give you your file, as your workspace has no room for files left. Ask an admin of your"
                        + " workspace to make some.";
            default -> "I couldn't give you your file, as Slack didn't take it. Wait a little.";
        };
    }
}
