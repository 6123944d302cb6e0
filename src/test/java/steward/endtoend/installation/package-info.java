/** Workspaces that install Steward and leave it. */
@NullMarked
package steward.endtoend.installation;

import org.jspecify.annotations.NullMarked;
