/** The customer's edition of a plan: what both sides do together, and nothing of what the rep thinks and counts. */
@NullMarked
package steward.export.joint;

import org.jspecify.annotations.NullMarked;
