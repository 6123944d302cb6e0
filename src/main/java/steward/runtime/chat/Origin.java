package steward.runtime.chat;

import java.net.URI;
import java.util.Optional;

/**
 * Where a rep did something, as far as that matters to answering them there.
 *
 * @param trigger what the chat asks for to open a form in reply; empty if none can be opened
 * @param replyAddress where the chat takes what only the rep is to see beside the message that was tapped; empty if there is none
 */
public record Origin(Surface surface, String trigger, Optional<URI> replyAddress) {

    /** A message, a command, or anything else that happens in a conversation and opens no form. */
    public static final Origin CHAT = in(Surface.CHAT, "");

    /** What the rep has before them. */
    public enum Surface {
        CHAT,
        /** A form that is being sent back, and was opened from a conversation. */
        FORM,
        /** Something tapped in a modal. */
        MODAL,
        /** Something tapped on the Home tab, or a form that was opened from there. */
        HOME
    }

    public static Origin in(Surface surface, String trigger) {
        return new Origin(surface, trigger, Optional.empty());
    }

    /** Whether what only the rep is to see is shown in a modal. */
    public boolean isView() {
        return surface != Surface.CHAT;
    }

    /** Whether the rep would not see it if something were said in the chat alone. */
    public boolean hidesChat() {
        return surface == Surface.HOME || surface == Surface.MODAL;
    }
}
