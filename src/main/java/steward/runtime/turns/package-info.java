/** Takes the turns: what a rep did goes into the conversation, and what comes of it is written down, then sent and shown. */
@NullMarked
package steward.runtime.turns;

import org.jspecify.annotations.NullMarked;
