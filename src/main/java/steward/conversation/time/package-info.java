/** The time log, as a rep writes it: by command, in the chat, in a form, or when asked for the week. */
@NullMarked
package steward.conversation.time;

import org.jspecify.annotations.NullMarked;
