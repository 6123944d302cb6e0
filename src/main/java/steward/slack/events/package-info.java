/** What Slack delivers, read into deliveries for the runtime. */
@NullMarked
package steward.slack.events;

import org.jspecify.annotations.NullMarked;
