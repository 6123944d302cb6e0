/** What the app calls: the Web API, file uploads and the installation by OAuth. */
@NullMarked
package steward.sandbox.webapi;

import org.jspecify.annotations.NullMarked;
