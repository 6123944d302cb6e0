/** The Web API: how Steward calls Slack, with which tokens, and what came of it. */
@NullMarked
package steward.slack.api;

import org.jspecify.annotations.NullMarked;
