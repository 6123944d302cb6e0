/** What a rep does with a plan as a whole: starts it, opens it, is briefed from it, begins its next 90 days, closes it. */
@NullMarked
package steward.conversation.plans;

import org.jspecify.annotations.NullMarked;
