package steward.worksheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    private static final Pattern BY = Pattern.compile("(?is).*\\bby\\s+(\\S.{0,40})");

    /** What leads to a day, and means nothing without it. */
    private static final Pattern LEAD = Pattern.compile("(?:[\\s,;:(–—-]|\\s(?:before|for|this|due|by|on))+$");

    /** "Stop by Friday" is a visit. */
    private static final Pattern DROPS_BY =
            Pattern.compile("(?i)^.*\\b(?:stop|drop|swing|come)(?:s|ping|ing)?(?: in)? by$");

    private static final Pattern LEADS_BY = Pattern.compile("(?i)\\(?(?:by|due):?");
    private static final Pattern TRAILING = Pattern.compile("[\\s,;:–—-]+$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

    public static ActionWords read(String said, Situation situation) {
        String plain = trimmed(SPACES.matcher(said.strip()).replaceAll(" "), TRAILING);
        List<String> words = List.of(plain.split(" ", 0));
        List<Contact> people = Mentions.people(plain, situation.answers());
        Optional<DueWords> due = due(words, people, situation);
        return new ActionWords(
                due.filter(DueWords::isEnd)
                        .map(day -> before(day.from(), words))
                        .filter(what -> !what.isEmpty())
                        .orElse(plain),
                due.map(DueWords::day),
                people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty());
    }

    private static Optional<DueWords> due(List<String> words, List<Contact> people, Situation situation) {
        return DueWords.find(words, run -> isFirstName(run, people, situation), situation)
                .filter(found -> mayBeDue(found.day(), situation));
    }

    /** The same if the words say what day it is due by, so plainly that nobody need be asked: "by Dec 11"; not the day of a visit. */
    public static Optional<ActionWords> by(String said, Situation situation) {
        List<String> words =
                List.of(SPACES.matcher(said.strip()).replaceAll(" ").split(" ", 0));
        return due(words, Mentions.people(said, situation.answers()), situation)
                .filter(due -> isLedBy(words, due.from()) || (due.from() > 0 && isLedBy(words, due.from() - 1)))
                .map(due -> read(said, situation));
    }

    private static boolean isLedBy(List<String> words, int at) {
        return LEADS_BY.matcher(words.get(at)).matches()
                && !DROPS_BY.matcher(String.join(" ", words.subList(0, at + 1))).matches();
    }

    /** The words before a day, without what only leads to it. */
    private static String before(int from, List<String> words) {
        String before = String.join(" ", words.subList(0, from));
        Matcher drops = DROPS_BY.matcher(String.join(" ", words.subList(0, from + 1)));
        return drops.find() ? drops.group() : trimmed(before, LEAD);
    }

    private static boolean mayBeDue(LocalDate day, Situation situation) {
        return Worksheet.ACTION_DUE.read(day.toString(), situation).either(within -> true, hint -> false);
    }

    private static boolean isFirstName(String word, List<Contact> people, Situation situation) {
        return people.stream()
                .map(contact -> contact.name(situation.answers()).toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(word) || name.startsWith(word + " "));
    }

    /** Without what stands at the end; as it is if nothing else is there. */
    private static String trimmed(String words, Pattern end) {
        String trimmed = end.matcher(words).replaceFirst("");
        return trimmed.isEmpty() ? words : trimmed;
    }

    /** What is wrong with the day that the words end with, "by yesterday"; empty if they end with none, or with one that may be. */
    public static Optional<String> complaint(String said, Situation situation) {
        Matcher by = BY.matcher(said.strip());
        return by.matches() && DateAnswer.anyDay(by.group(1), situation).either(day -> true, hint -> false)
                ? Worksheet.ACTION_DUE.read(by.group(1), situation).either(day -> Optional.empty(), Optional::of)
                : Optional.empty();
    }
}
