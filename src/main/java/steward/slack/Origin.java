package steward.slack;

import java.net.URI;
import java.util.Optional;

/**
 * Where a rep did something, as far as that matters to answering them there.
 *
 * @param answers where Slack takes what only the rep is to see beside the message that was tapped; empty if there is none
 */
record Origin(Surface surface, Optional<URI> answers) {

    /** A message, a command, or anything else that happens in a conversation. */
    static final Origin CHAT = new Origin(Surface.CHAT, Optional.empty());

    /** What the rep has before them. */
    enum Surface {
        CHAT,
        /** A form that is being sent back, and was opened from a conversation. */
        FORM,
        /** Something tapped in a modal. */
        MODAL,
        /** Something tapped on the Home tab, or a form that was opened from there. */
        HOME
    }

    static Origin in(Surface surface) {
        return new Origin(surface, Optional.empty());
    }

    /** Whether what only the rep is to see is shown in a modal. */
    boolean isView() {
        return surface != Surface.CHAT;
    }

    /** Whether the rep would not see it if something were said in the chat alone. */
    boolean hidesChat() {
        return surface == Surface.HOME || surface == Surface.MODAL;
    }
}
