/** What a person does to the app, and what its answer does to the conversation. */
@NullMarked
package steward.sandbox.interactions;

import org.jspecify.annotations.NullMarked;
