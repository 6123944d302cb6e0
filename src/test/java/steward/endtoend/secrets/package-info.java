/** Whatever happens, no secret is told. */
@NullMarked
package steward.endtoend.secrets;

import org.jspecify.annotations.NullMarked;
