/** What the files of office programs have in common: parts of XML in a zip. */
@NullMarked
package steward.export.office;

import org.jspecify.annotations.NullMarked;
