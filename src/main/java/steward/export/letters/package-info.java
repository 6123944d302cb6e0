/** Draws letters of any script on paper. */
@NullMarked
package steward.export.letters;

import org.jspecify.annotations.NullMarked;
