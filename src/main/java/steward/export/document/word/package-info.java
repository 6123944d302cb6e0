/** What a text document has to be told of scripts: their fonts, their languages, and which way they run. */
@NullMarked
package steward.export.document.word;

import org.jspecify.annotations.NullMarked;
