/** Takes turns, sends what is to be said and wakes reps, whatever chat product they use. */
@NullMarked
package steward.runtime;

import org.jspecify.annotations.NullMarked;
