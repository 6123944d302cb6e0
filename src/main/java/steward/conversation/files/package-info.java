/** Files that reps ask for in the chat: what they want, and the files made of their plans. */
@NullMarked
package steward.conversation.files;

import org.jspecify.annotations.NullMarked;
