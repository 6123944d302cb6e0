/** Gives reps all that is kept of them as a file, and deletes it if they want that. */
@NullMarked
package steward.runtime.personaldata;

import org.jspecify.annotations.NullMarked;
