package steward.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Person;

/**
 * A person on the worksheet who decides or influences: the place where their name stands.
 *
 * @param role the table of the role
 * @param row the row in it, from 1
 */
public record Contact(Table role, int row) {

    /** Everyone on the worksheet, each listed once, though they may have several roles. */
    public static List<Contact> all(Answers answers) {
        List<Contact> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Table role : Worksheet.ROLES) {
            for (int row : answers.rows(role)) {
                Contact contact = new Contact(role, row);
                String name = contact.name(answers).toLowerCase(Locale.ROOT);
                if (!names.contains(name)) {
                    names.add(name);
                    all.add(contact);
                }
            }
        }
        return all;
    }

    /** The contact of a key such as {@code coach.1}. */
    static Optional<Contact> ofKey(String key) {
        return Worksheet.ROLES.stream()
                .filter(role -> key.matches(role.key() + "\\.[1-9][0-9]{0,5}"))
                .map(role -> new Contact(
                        role, Integer.parseInt(key.substring(role.key().length() + 1))))
                .findFirst();
    }

    public String key() {
        return role.key() + "." + row;
    }

    /** Their name, without the position; empty if they stand there no more. */
    public String name(Answers answers) {
        return person(answers).map(Person::name).orElse("");
    }

    /** Whether they are called so: by their name, or by what one calls them. */
    public boolean isCalled(String typed, Answers answers) {
        return person(answers)
                .filter(person -> Stream.of(
                                Optional.of(person.name()), Optional.of(person.bareName()), person.calledBy())
                        .flatMap(Optional::stream)
                        .anyMatch(typed::equalsIgnoreCase))
                .isPresent();
    }

    /** Who stands there. */
    Optional<Person> person(Answers answers) {
        return answers.get(role.first(), row).map(Person.class::cast);
    }
}
