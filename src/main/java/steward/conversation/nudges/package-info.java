/** What Steward says unasked, and what a rep answers to it. */
@NullMarked
package steward.conversation.nudges;

import org.jspecify.annotations.NullMarked;
