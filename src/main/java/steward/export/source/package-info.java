/** The plan that a file is made of, and the words for what is not known. */
@NullMarked
package steward.export.source;

import org.jspecify.annotations.NullMarked;
