package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import steward.rep.CalendarKey;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.rep.WorkingWeek;

/** Reads and writes how a rep works, in the columns of their row. */
final class StoredPreferences {

    private StoredPreferences() {}

    static Preferences read(ResultSet row) throws SQLException {
        return new Preferences(
                Optional.ofNullable((Number) row.getObject("break_even")).map(Number::longValue),
                new WorkingWeek(
                        days(row.getString("working_days")),
                        LocalTime.parse(row.getString("works_from")),
                        LocalTime.parse(row.getString("works_to"))),
                names(row.getString("muted")),
                Optional.ofNullable(row.getString("away_until")).map(LocalDate::parse),
                Optional.ofNullable((Number) row.getObject("fiscal_year_end")).map(month -> Month.of(month.intValue())),
                Optional.ofNullable(row.getString("calendar_name")).map(name -> key(name, row)));
    }

    private static CalendarKey key(String name, ResultSet row) {
        try {
            return new CalendarKey(
                    name, row.getString("calendar_secret"), Instant.ofEpochMilli(row.getLong("calendar_since")));
        } catch (SQLException e) {
            throw new IllegalStateException("The row has both or neither", e);
        }
    }

    private static Set<DayOfWeek> days(String kept) {
        return kept.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
    }

    private static Set<String> names(String kept) {
        return Stream.of(kept.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    static void keep(Handle handle, RepId id, Preferences preferences) {
        WorkingWeek week = preferences.week();
        handle.createUpdate("""
                        insert into rep
                            (team_id, user_id, break_even, working_days, works_from, works_to, muted, away_until,
                             fiscal_year_end, calendar_name, calendar_secret, calendar_since)
                        values (:team, :user, :breakEven, :days, :from, :to, :muted, :away, :fiscal, :calendar, :secret,
                            :since)
                        on conflict (team_id, user_id) do update
                        set break_even = excluded.break_even,
                            working_days = excluded.working_days,
                            works_from = excluded.works_from,
                            works_to = excluded.works_to,
                            muted = excluded.muted,
                            away_until = excluded.away_until,
                            fiscal_year_end = excluded.fiscal_year_end,
                            calendar_name = excluded.calendar_name,
                            calendar_secret = excluded.calendar_secret,
                            calendar_since = excluded.calendar_since
                        """)
                .bind("team", id.team())
                .bind("user", id.user())
                .bind("breakEven", preferences.breakEven().orElse(null))
                .bind("days", kept(week.days()))
                .bind("from", week.from().toString())
                .bind("to", week.to().toString())
                .bind("muted", String.join(" ", preferences.muted()))
                .bind("away", preferences.awayUntil().map(LocalDate::toString).orElse(null))
                .bind("fiscal", preferences.fiscalYearEnd().map(Month::getValue).orElse(null))
                .bind("calendar", preferences.calendar().map(CalendarKey::name).orElse(null))
                .bind(
                        "secret",
                        preferences.calendar().map(CalendarKey::secretHash).orElse(null))
                .bind(
                        "since",
                        preferences
                                .calendar()
                                .map(key -> key.since().toEpochMilli())
                                .orElse(null))
                .execute();
    }

    private static String kept(Set<DayOfWeek> days) {
        return days.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }
}
