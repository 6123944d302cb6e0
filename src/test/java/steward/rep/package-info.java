@NullMarked
package steward.rep;

import org.jspecify.annotations.NullMarked;
