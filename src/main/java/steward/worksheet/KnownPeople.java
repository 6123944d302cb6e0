package steward.worksheet;

import java.util.List;
import java.util.Optional;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Person;

/**
 * Suggests people who are on the worksheet already in another role: they can be named with a tap, and what is known of them is not asked
 * again.
 */
final class KnownPeople {

    private KnownPeople() {}

    /** Those who stand in other roles and not yet in this one, to be named here too. */
    static List<Choice> others(Situation situation, String role) {
        Answers answers = situation.answers();
        List<String> here = Worksheet.ROLES.stream()
                .filter(table -> table.key().equals(role))
                .flatMap(table -> answers.rows(table).stream().map(row -> new Contact(table, row).name(answers)))
                .toList();
        return Contact.all(answers).stream()
                .filter(contact -> here.stream().noneMatch(contact.name(answers)::equalsIgnoreCase))
                .map(contact -> new Choice(
                        contact.name(answers),
                        "answer: "
                                + contact.person(answers).map(Person::toString).orElse("")))
                .toList();
    }

    /** What another role's row of the same person says in a column, counted from 0. */
    static Optional<String> known(Situation situation, Question<Person> who, int column) {
        Answers answers = situation.answers();
        String name = situation.get(who).map(Person::name).orElse("");
        return Worksheet.ROLES.stream()
                .filter(role -> !role.first().equals(who))
                .flatMap(role -> answers.rows(role).stream().map(row -> new Contact(role, row)))
                .filter(contact -> contact.name(answers).equalsIgnoreCase(name))
                .flatMap(contact -> answers.get(contact.role().columns().get(column), contact.row()).stream())
                .map(String.class::cast)
                .findFirst();
    }

    static List<Choice> same(Situation situation, Question<Person> who, int column) {
        return known(situation, who, column)
                .map(said -> List.of(new Choice("Same as before", "same")))
                .orElse(List.of());
    }
}
