package steward.conversation.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Words;
import steward.rep.Preferences;
import steward.rep.WorkingWeek;
import steward.worksheet.dates.ClockTime;

/** The days and hours at which the rep works. */
record WorkingHoursSetting() implements Setting {

    private static final About DAYS = new About("", "working_days", 0);
    private static final About FROM = new About("", "works_from", 0);
    private static final About TO = new About("", "works_to", 0);
    private static final int CHARACTERS_MAX = 20;

    /** Fewer days in a row are listed one by one. */
    private static final int RUN_MIN = 3;

    @Override
    public String label() {
        return "Working hours";
    }

    @Override
    public Words said(Preferences preferences) {
        WorkingWeek week = preferences.week();
        return Words.of("{}, {} to {}", days(week.days()), ClockTime.shown(week.from()), ClockTime.shown(week.to()));
    }

    /** "Mon-Fri", "Mon, Tue, Thu", "Sun-Thu". */
    private static String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "Every day";
        }
        List<String> runs = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day) && !days.contains(day.minus(1))) {
                runs.add(run(day, days));
            }
        }
        return String.join(", ", runs);
    }

    private static String run(DayOfWeek first, Set<DayOfWeek> days) {
        List<DayOfWeek> run =
                Stream.iterate(first, days::contains, day -> day.plus(1)).toList();
        return run.size() < RUN_MIN
                ? run.stream().map(WorkingHoursSetting::brief).collect(Collectors.joining(", "))
                : brief(first) + "-" + brief(run.get(run.size() - 1));
    }

    private static String brief(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    @Override
    public List<Field> fields(Preferences preferences) {
        WorkingWeek week = preferences.week();
        return List.of(
                new Field(
                        DAYS,
                        "On which days do you work?",
                        "On other days I stay silent.",
                        new Input.Several(
                                Stream.of(DayOfWeek.values())
                                        .map(day -> new Pick(
                                                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.name()))
                                        .toList(),
                                week.days().stream().map(DayOfWeek::name).toList()),
                        true),
                new Field(
                        FROM,
                        "From when?",
                        "For example: 9:00. What is due comes then.",
                        new Input.Text(ClockTime.shown(week.from()), false, CHARACTERS_MAX),
                        true),
                new Field(
                        TO,
                        "Until when?",
                        "For example: 17:30 or 5pm",
                        new Input.Text(ClockTime.shown(week.to()), false, CHARACTERS_MAX),
                        true));
    }

    @Override
    public Preferences read(FormValues form, Preferences before) {
        Set<DayOfWeek> days = form.ticked(DAYS).stream()
                .flatMap(name ->
                        Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(name)))
                .collect(Collectors.toSet());
        if (days.isEmpty()) {
            form.complain(DAYS, "Tick at least one day.");
        }
        Optional<LocalTime> from = form.clear(FROM, ClockTime.read(form.said(FROM)));
        Optional<LocalTime> to = form.clear(
                TO,
                from.map(begin -> ClockTime.readAfter(begin, form.said(TO)))
                        .orElseGet(() -> ClockTime.read(form.said(TO))));
        return days.isEmpty() || from.isEmpty() || to.isEmpty()
                ? before
                : before.withWeek(new WorkingWeek(days, from.get(), to.get()));
    }
}
