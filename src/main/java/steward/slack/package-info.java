/** The only place that knows Slack. */
@NullMarked
package steward.slack;

import org.jspecify.annotations.NullMarked;
