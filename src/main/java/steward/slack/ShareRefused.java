package steward.slack;

import steward.message.Message;

/** What a rep is told when something they shared is not taken where they wanted it: why, and how to mend it. */
final class ShareRefused {

    /** Nobody knows whether it arrived. */
    static final String UNSURE = "in doubt";

    private ShareRefused() {}

    /**
     * @param error what Slack said
     * @param place where it was to go: a channel's id, or a person's
     */
    static Message message(String error, String place) {
        return switch (error) {
            case UNSURE ->
                Message.say(
                        "I'm not sure that what you shared has arrived. Please look there, and share it again if it is missing.");
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
}
