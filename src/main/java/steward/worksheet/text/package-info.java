/** Plain text and numbers out of what a rep typed. */
@NullMarked
package steward.worksheet.text;

import org.jspecify.annotations.NullMarked;
