/** Plans and accounts out of files. */
@NullMarked
package steward.export.reading;

import org.jspecify.annotations.NullMarked;
