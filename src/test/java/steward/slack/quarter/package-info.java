/** A quarter of fifty reps on virtual time, in a workspace where something always goes wrong. */
package steward.slack.quarter;
