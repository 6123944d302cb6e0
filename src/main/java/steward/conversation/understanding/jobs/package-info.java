/** Other jobs than answering: time spent, what became of an action, one more action, a look at something. */
@NullMarked
package steward.conversation.understanding.jobs;

import org.jspecify.annotations.NullMarked;
