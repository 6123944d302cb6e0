/** Days and times of day, as reps write them. */
@NullMarked
package steward.worksheet.dates;

import org.jspecify.annotations.NullMarked;
