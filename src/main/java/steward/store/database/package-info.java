/** The database itself: where it is, how it is opened, made, locked, backed up and upgraded. */
@NullMarked
package steward.store.database;

import org.jspecify.annotations.NullMarked;
