/** How workspaces install Steward, and the tokens that they have for it. */
@NullMarked
package steward.slack.oauth;

import org.jspecify.annotations.NullMarked;
