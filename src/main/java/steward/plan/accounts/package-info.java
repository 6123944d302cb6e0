/** Finds a plan by what a rep calls its account. */
@NullMarked
package steward.plan.accounts;

import org.jspecify.annotations.NullMarked;
