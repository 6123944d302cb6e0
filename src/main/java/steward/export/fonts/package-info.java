/** Shapes text of any script and draws it in fonts that a document carries. */
@NullMarked
package steward.export.fonts;

import org.jspecify.annotations.NullMarked;
