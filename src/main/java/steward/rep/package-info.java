/** The salesperson: who they are, their time zone and working hours. */
@NullMarked
package steward.rep;

import org.jspecify.annotations.NullMarked;
