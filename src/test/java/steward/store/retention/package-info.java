/** What every store lets go of once nothing needs it any more, and what it keeps. */
@NullMarked
package steward.store.retention;

import org.jspecify.annotations.NullMarked;
