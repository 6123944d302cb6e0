/** The Home tab, and the sheets that it opens. */
@NullMarked
package steward.dashboard.home;

import org.jspecify.annotations.NullMarked;
