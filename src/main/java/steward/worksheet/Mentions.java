package steward.worksheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Situation;

/** Dates and people that an action's words mention: the quick answers to the questions that ask for them. */
final class Mentions {

    private static final int DATE_WORDS_MAX = 4;

    private Mentions() {}

    /** The day mentioned first, then some that often fit. */
    static List<Choice> days(Situation situation) {
        Optional<Choice> mentioned = situation
                .get(Worksheet.ACTION)
                .flatMap(what -> day(what, situation))
                .map(DateAnswer::choice);
        return Stream.concat(
                        mentioned.stream(),
                        Stream.of(7, 14, 28)
                                .map(days -> situation
                                        .notation()
                                        .year()
                                        .workdayUpTo(situation.today().plusDays(days)))
                                .map(DateAnswer::choice))
                .distinct()
                .toList();
    }

    /** The longest run of words that is a date, from a sentence such as "Call Dana before next Friday". */
    static Optional<LocalDate> day(String sentence, Situation situation) {
        List<String> words = List.of(sentence.strip().split("[\\s,;.!?]+", 0));
        for (int length = Math.min(DATE_WORDS_MAX, words.size()); length > 0; length--) {
            for (int start = 0; start + length <= words.size(); start++) {
                String run = String.join(" ", words.subList(start, start + length));
                Optional<LocalDate> day = run.length() < 4 && !run.matches("[Qq][1-4]")
                        ? Optional.empty()
                        : Worksheet.ACTION_DUE.read(run, situation).either(Optional::of, hint -> Optional.empty());
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    /** Everyone in the plan, those mentioned first. */
    static List<Choice> contacts(Situation situation) {
        Answers answers = situation.answers();
        List<Contact> mentioned = people(situation.get(Worksheet.ACTION).orElse(""), answers);
        List<Contact> everyone = new ArrayList<>(Contact.all(answers));
        everyone.sort(Comparator.comparing(contact -> !mentioned.contains(contact)));
        return everyone.stream()
                .map(contact -> new Choice(contact.name(answers), contact.key()))
                .toList();
    }

    /** The people that a sentence mentions. */
    static List<Contact> people(String sentence, Answers answers) {
        MentionedNames names = new MentionedNames(sentence);
        return Contact.all(answers).stream()
                .filter(contact -> contact.person(answers).filter(names::has).isPresent())
                .toList();
    }
}
