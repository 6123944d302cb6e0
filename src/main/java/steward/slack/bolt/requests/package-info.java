/** What Slack's requests are read into: typed for Bolt, and refused where they are malformed. */
@NullMarked
package steward.slack.bolt.requests;

import org.jspecify.annotations.NullMarked;
