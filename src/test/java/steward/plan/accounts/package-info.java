@NullMarked
package steward.plan.accounts;

import org.jspecify.annotations.NullMarked;
