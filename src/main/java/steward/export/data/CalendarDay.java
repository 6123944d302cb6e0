package steward.export.data;

import java.time.LocalDate;
import java.util.List;
import steward.export.source.CalendarHistory.Revision;

/**
 * A day of a plan as a calendar shows it.
 *
 * @param about what it is about, within the plan: the same from one calendar to the next
 * @param title what is to happen, without the account
 * @param lines what is said of it; empty ones are left out
 * @param isOver whether nothing is to happen any more: it is done, given up, won, lost or closed
 */
record CalendarDay(String about, LocalDate day, String title, List<String> lines, Revision revision, boolean isOver) {}
