/** JSON, forms and HTTP as the pretend Slack needs them, without a word of Slack in it but the refusal of a call. */
@NullMarked
package steward.sandbox.http;

import org.jspecify.annotations.NullMarked;
