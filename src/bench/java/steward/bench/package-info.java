/** Measures Steward beside other programs that Slack could talk to, all in one run. */
@NullMarked
package steward.bench;

import org.jspecify.annotations.NullMarked;
