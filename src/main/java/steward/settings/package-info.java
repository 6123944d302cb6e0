/** What the environment and the Slack app manifest say about how to run. */
@NullMarked
package steward.settings;

import org.jspecify.annotations.NullMarked;
