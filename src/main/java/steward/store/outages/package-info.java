/** Whether the store can be used: what keeps it from its work is noticed, timed, logged once and told. */
@NullMarked
package steward.store.outages;

import org.jspecify.annotations.NullMarked;
