/** What is answered to whatever is delivered. */
@NullMarked
package steward.endtoend.http;

import org.jspecify.annotations.NullMarked;
