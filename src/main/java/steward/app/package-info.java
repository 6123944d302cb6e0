/** Steward, wired: a store, the conversation and the chat, started and stopped as one. */
@NullMarked
package steward.app;

import org.jspecify.annotations.NullMarked;
