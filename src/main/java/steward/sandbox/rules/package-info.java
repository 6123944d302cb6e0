/** The shapes and limits of Block Kit: what Slack would refuse is refused here, in Slack's words. */
@NullMarked
package steward.sandbox.rules;

import org.jspecify.annotations.NullMarked;
