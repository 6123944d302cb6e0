package steward.worksheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone at the account, by name and position: "Dana Wu, CFO" or "Dana Wu - CFO". */
final class PersonAnswer implements Answer<Person> {

    private static final WordsAnswer WORDS = new WordsAnswer();
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATOR = Pattern.compile(",|(?<= )[-–—](?= )");
    private static final String EXAMPLE = ", like `Dana Wu, CFO`.";

    @Override
    public Reading<Person> read(String said, Situation situation) {
        Optional<Person> known = Contact.ofKey(said.strip()).flatMap(contact -> contact.person(situation.answers()));
        if (known.isPresent()) {
            return Reading.clear(known.get());
        }
        if (Typed.isBlank(said)) {
            return Reading.unclear("I need a name" + EXAMPLE);
        }
        return WORDS.read(said, situation).then(PersonAnswer::split);
    }

    private static Reading<Person> split(String words) {
        String line = SPACES.matcher(words).replaceAll(" ");
        Matcher separator = SEPARATOR.matcher(line);
        if (!separator.find()) {
            return Reading.clear(new Person(line, ""));
        }
        String name = line.substring(0, separator.start()).strip();
        String position = line.substring(separator.end()).strip();
        return Typed.isBlank(name)
                ? Reading.unclear("I see a position, but no name. I need both" + EXAMPLE)
                : Reading.clear(new Person(name, position));
    }

    @Override
    public String shown(Person person, Situation situation) {
        return person.toString();
    }

    @Override
    public String kept(Person person) {
        return person.toString();
    }

    @Override
    public Person restored(String kept) {
        String[] parts = kept.split(", ", 2);
        return new Person(parts[0], parts.length == 1 ? "" : parts[1]);
    }
}
