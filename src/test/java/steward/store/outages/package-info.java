/** Whether an outage of the store is noticed, told once, and over when it is over. */
@NullMarked
package steward.store.outages;

import org.jspecify.annotations.NullMarked;
