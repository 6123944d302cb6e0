/** A plan as the worksheet on paper: PDF and DOCX, filled into templates. */
@NullMarked
package steward.export.document;

import org.jspecify.annotations.NullMarked;
