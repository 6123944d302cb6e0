/** How a rep wants Steward to work for them, and how they take their leave of it. */
@NullMarked
package steward.conversation.settings;

import org.jspecify.annotations.NullMarked;
