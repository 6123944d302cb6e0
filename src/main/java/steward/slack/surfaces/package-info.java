/** The chat that the runtime asks for, in Slack: messages, modals, the Home tab, private replies, files. */
@NullMarked
package steward.slack.surfaces;

import org.jspecify.annotations.NullMarked;
