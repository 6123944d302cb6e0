/** A rep at the sandbox's page in a real browser. */
@NullMarked
package steward.endtoend.browser;

import org.jspecify.annotations.NullMarked;
