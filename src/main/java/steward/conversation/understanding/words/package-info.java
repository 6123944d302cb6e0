/** What stands in words, before anybody says what they mean. */
@NullMarked
package steward.conversation.understanding.words;

import org.jspecify.annotations.NullMarked;
