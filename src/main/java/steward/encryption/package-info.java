/** Tokens, encrypted before they are stored. */
@NullMarked
package steward.encryption;

import org.jspecify.annotations.NullMarked;
