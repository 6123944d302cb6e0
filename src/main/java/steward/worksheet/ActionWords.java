package steward.worksheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Situation;

/**
 * An action typed in one go: "Call Dana about the trial by Friday".
 *
 * @param what what to do, without the day if it stands at the end
 * @param due the day that the words name, if they name one
 * @param contact the one person that the words name, if they name one
 */
public record ActionWords(String what, Optional<LocalDate> due, Optional<Contact> contact) {

    private static final int DAY_WORDS_MAX = 6;

    private static final Pattern BY = Pattern.compile("(?is).*\\bby\\s+(\\S.{0,40})");

    /** What leads to a day, and means nothing without it. */
    private static final Pattern LEAD = Pattern.compile("(?:[,;:–-]|\\s(?:before|for|this))*$");

    public static ActionWords read(String said, Situation situation) {
        String plain = said.strip().replaceAll("\\s+", " ");
        Optional<LocalDate> due = Mentions.day(plain, situation);
        List<Contact> people = Mentions.people(plain, situation.answers());
        return new ActionWords(
                due.map(day -> withoutDay(plain, day, situation)).orElse(plain),
                due,
                people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty());
    }

    /** What is wrong with the day that the words end with, "by yesterday"; empty if they end with none, or with one that may be. */
    public static Optional<String> complaint(String said, Situation situation) {
        Matcher by = BY.matcher(said.strip());
        return by.matches() && DateAnswer.anyDay(by.group(1), situation).either(day -> true, hint -> false)
                ? Worksheet.ACTION_DUE.read(by.group(1), situation).either(day -> Optional.empty(), Optional::of)
                : Optional.empty();
    }

    /** The words without as many of the last as say nothing but the day; all of them if nothing else is there. */
    private static String withoutDay(String plain, LocalDate day, Situation situation) {
        List<String> words = List.of(plain.split(" ", 0));
        for (int count = Math.min(DAY_WORDS_MAX, words.size() - 1); count > 0; count--) {
            int from = words.size() - count;
            String last = String.join(" ", words.subList(from, words.size()));
            if (Worksheet.ACTION_DUE.read(last, situation).either(day::equals, hint -> false)) {
                return LEAD.matcher(String.join(" ", words.subList(0, from))).replaceFirst("");
            }
        }
        return plain;
    }
}
