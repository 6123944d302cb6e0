package steward.dashboard.nudges;

import steward.plan.Plan;

/**
 * Something that a nudge is about, in the order in which it stands there.
 *
 * @param row the row of the action or the opportunity
 * @param isAsked whether the nudge still waits to hear what becomes of it
 * @param name what it is called, short enough for a line
 */
public record Topic(Plan plan, int row, boolean isAction, boolean isAsked, String name) {}
