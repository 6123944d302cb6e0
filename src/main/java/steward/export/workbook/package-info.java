/** A plan as a workbook (XLSX), sheet by sheet. */
@NullMarked
package steward.export.workbook;

import org.jspecify.annotations.NullMarked;
