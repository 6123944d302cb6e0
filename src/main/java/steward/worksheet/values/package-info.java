/** What answers come to: money, hours, shares, people; and how a workspace writes them. */
@NullMarked
package steward.worksheet.values;

import org.jspecify.annotations.NullMarked;
