/** The Bolt app: Slack's deliveries by HTTP and by Socket Mode, routed to their handlers and acknowledged. */
@NullMarked
package steward.slack.bolt;

import org.jspecify.annotations.NullMarked;
