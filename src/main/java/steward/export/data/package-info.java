/** Files for programs: CSV, calendar and JSON. */
@NullMarked
package steward.export.data;

import org.jspecify.annotations.NullMarked;
