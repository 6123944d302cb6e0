/** The folder that a store is kept in: who may read what is in it, and who is at work there. */
@NullMarked
package steward.store.files;

import org.jspecify.annotations.NullMarked;
