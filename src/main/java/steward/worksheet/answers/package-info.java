/** The kinds of answers: how amounts, hours, shares and words are read, shown and kept. */
@NullMarked
package steward.worksheet.answers;

import org.jspecify.annotations.NullMarked;
