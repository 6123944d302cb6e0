package steward.worksheet.answers;

import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** An amount of time, as reps write it: "1h30", "90 min", "2". */
public final class HoursAnswer implements Answer<Hours> {

    private static final String A_DAYS_EXAMPLE = "like `1h30` or `90 min`";
    private static final String A_YEARS_EXAMPLE = "like `40` or `104h`";

    private final String example;
    private final Hours max;
    private final String tooLong;
    private final Hours bareMax;

    private HoursAnswer(String example, Hours max, String tooLong, Hours bareMax) {
        this.example = example;
        this.max = max;
        this.tooLong = tooLong;
        this.bareMax = bareMax;
    }

    /** The hours that an undertaking takes. */
    public static HoursAnswer required() {
        Hours max = Hours.of(5_000);
        return new HoursAnswer(
                A_YEARS_EXAMPLE, max, "That is more than 5,000 hours. I need fewer, " + A_YEARS_EXAMPLE + ".", max);
    }

    /** The time spent on one day; a bare number above 12 may well be minutes, so it is asked about. */
    public static HoursAnswer onADay() {
        return new HoursAnswer(
                A_DAYS_EXAMPLE,
                Hours.of(24),
                "A day has only 24 hours. I need the time on one day, " + A_DAYS_EXAMPLE + ".",
                Hours.of(12));
    }

    @Override
    public Reading<Hours> read(String said, Situation situation) {
        return read(said, situation.notation());
    }

    public Reading<Hours> read(String said, Notation notation) {
        return TimeSpan.read(TypedText.plain(said), notation, example).then(this::withinMax);
    }

    private Reading<Hours> withinMax(TimeSpan span) {
        Hours hours = new Hours(span.minutes());
        if (span.isBare() && hours.compareTo(bareMax) > 0 && bareMax.compareTo(max) < 0) {
            return Reading.unclear("Minutes or hours? Say it with the unit, " + example + ".");
        }
        return hours.compareTo(max) > 0 ? Reading.unclear(tooLong) : Reading.clear(hours);
    }

    @Override
    public String shown(Hours hours, Situation situation) {
        return hours.shown(situation.notation());
    }

    @Override
    public String kept(Hours hours) {
        return Long.toString(hours.minutes());
    }

    @Override
    public Hours restored(String kept) {
        return new Hours(Long.parseLong(kept));
    }
}
