/** Entries for the time log, as reps write them. */
@NullMarked
package steward.worksheet.time;

import org.jspecify.annotations.NullMarked;
