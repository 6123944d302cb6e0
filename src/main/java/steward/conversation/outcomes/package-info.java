/** What a rep says of their opportunities: won, lost, still open, likelier or less so. */
@NullMarked
package steward.conversation.outcomes;

import org.jspecify.annotations.NullMarked;
