/** The web page that looks and works as Slack does. */
@NullMarked
package steward.sandbox.page;

import org.jspecify.annotations.NullMarked;
