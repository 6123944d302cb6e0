/** What Steward says as Block Kit, and what people type in Slack as text. */
@NullMarked
package steward.slack.blocks;

import org.jspecify.annotations.NullMarked;
