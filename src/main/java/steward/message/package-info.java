/** What Steward shows, without saying where. */
@NullMarked
package steward.message;

import org.jspecify.annotations.NullMarked;
