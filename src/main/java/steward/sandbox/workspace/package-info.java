/** What there is in the pretend workspace: people, channels, what was said, Home tabs, open modals and the time of day. */
@NullMarked
package steward.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
