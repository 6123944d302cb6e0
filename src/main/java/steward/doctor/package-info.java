/** Whether all is well that Steward needs, and how to mend what is not. */
@NullMarked
package steward.doctor;

import org.jspecify.annotations.NullMarked;
