/** Whose paper a document is on: the company's name, logo and colour. */
@NullMarked
package steward.export.brand;

import org.jspecify.annotations.NullMarked;
