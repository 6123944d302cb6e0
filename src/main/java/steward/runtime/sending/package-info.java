/** Sends what is to be said: once, in order for each rep, as fast as the chat takes it. */
@NullMarked
package steward.runtime.sending;

import org.jspecify.annotations.NullMarked;
