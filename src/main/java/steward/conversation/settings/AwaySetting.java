package steward.conversation.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import steward.dashboard.DayWords;
import steward.message.About;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Words;
import steward.rep.Preferences;
import steward.worksheet.questions.Reading;

/** The day from which the rep is back. */
record AwaySetting(LocalDate today) implements Setting {

    private static final About BACK = new About("", "away_until", 0);

    @Override
    public String label() {
        return "Away";
    }

    @Override
    public Words said(Preferences preferences) {
        return back(preferences)
                .map(day -> Words.of("Until {}", DayWords.date(day, today)))
                .orElse(Words.of("No, you are here."));
    }

    /** Empty if the rep is here, or has been back for a while. */
    private Optional<LocalDate> back(Preferences preferences) {
        return preferences.awayUntil().filter(today::isBefore);
    }

    @Override
    public List<Field> fields(Preferences preferences) {
        return List.of(new Field(
                BACK,
                "Away? Until when?",
                "The day you are back. Until then I stay silent, and tell you then what is still true. Empty: you are here.",
                new Input.Day(back(preferences)),
                false));
    }

    @Override
    public Preferences read(FormValues form, Preferences before) {
        String said = form.said(BACK);
        return said.isEmpty()
                ? before.withAwayUntil(Optional.empty())
                : form.clear(BACK, day(said))
                        .map(day -> before.withAwayUntil(Optional.of(day)))
                        .orElse(before);
    }

    private Reading<LocalDate> day(String said) {
        try {
            LocalDate day = LocalDate.parse(said);
            if (day.isBefore(today)) {
                return Reading.unclear("That day is over. Pick the day you are back, today or later.");
            }
            return day.isAfter(today.plusYears(1))
                    ? Reading.unclear("That is more than a year ahead. Pick a day within a year.")
                    : Reading.clear(day);
        } catch (DateTimeParseException e) {
            return Reading.unclear("Pick the day you are back.");
        }
    }
}
