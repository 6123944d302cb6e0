/** The command line: one class a command. */
@NullMarked
package steward.cli;

import org.jspecify.annotations.NullMarked;
