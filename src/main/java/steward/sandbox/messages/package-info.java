/** Messages and views as Slack makes them of what an app sends or a person types. */
@NullMarked
package steward.sandbox.messages;

import org.jspecify.annotations.NullMarked;
