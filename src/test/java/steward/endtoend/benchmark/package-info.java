/** What a person runs to see how fast Steward is, and how much it needs. */
@NullMarked
package steward.endtoend.benchmark;

import org.jspecify.annotations.NullMarked;
