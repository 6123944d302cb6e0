/** A workbook's cells: their formats, formulas and widths, row by row. */
@NullMarked
package steward.export.workbook.cells;

import org.jspecify.annotations.NullMarked;
