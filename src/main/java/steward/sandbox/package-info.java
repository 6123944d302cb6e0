/** A pretend Slack that talks to Steward by HTTP alone. */
@NullMarked
package steward.sandbox;

import org.jspecify.annotations.NullMarked;
