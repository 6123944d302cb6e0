/** The blank form, and how a reply is read. */
@NullMarked
package steward.worksheet;

import org.jspecify.annotations.NullMarked;
