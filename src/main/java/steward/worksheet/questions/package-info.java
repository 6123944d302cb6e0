/** What the worksheet is made of: questions, tables and steps, and what a kind of answer must be able to do. */
@NullMarked
package steward.worksheet.questions;

import org.jspecify.annotations.NullMarked;
