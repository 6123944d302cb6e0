/** Which workspaces and organizations have installed Steward, and the tokens that Slack gave for them. */
@NullMarked
package steward.store.installations;

import org.jspecify.annotations.NullMarked;
