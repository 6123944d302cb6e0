/** How long what is needed for a while alone is kept, and how it goes. */
@NullMarked
package steward.store.retention;

import org.jspecify.annotations.NullMarked;
