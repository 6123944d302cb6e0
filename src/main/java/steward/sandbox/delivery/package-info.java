/** What goes out to the app: events, commands and clicks, signed over HTTP or by Socket Mode, with faults on request. */
@NullMarked
package steward.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
