package steward.worksheet;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.worksheet.answers.TextAnswer;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Person;

/** Someone at the account, by name and position: "Dana Wu, CFO", "Dana Wu - CFO", "I think it's Dana Wu (CFO)". */
final class PersonAnswer implements Answer<Person> {

    /** What is no name, though it may well be typed. */
    private static final Set<String> YES = Set.of("yes", "y", "yep", "yeah", "sure");

    private static final TextAnswer WORDS = new TextAnswer();
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATOR = Pattern.compile(",|(?<= )[-–—](?= )");

    /** How people begin who are not quite sure, or talk as they would on the phone. */
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:i think|it['’‘ʼ`´]?s|probably|maybe|that would be|that['’‘ʼ`´]?d be|should be)(?:[,:]? |[,:]?$))+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern POSITION_BEHIND = Pattern.compile("(?<name>[^()]+)\\((?<position>[^()]+)\\)[.!]?");
    private static final String EXAMPLE = ", like `Dana Wu, CFO`.";

    @Override
    public Reading<Person> read(String said, Situation situation) {
        Optional<Person> known = Contact.ofKey(said.strip()).flatMap(contact -> contact.person(situation.answers()));
        if (known.isPresent()) {
            return Reading.clear(known.get());
        }
        if (!hasLetter(said) || YES.contains(TypedText.plain(said))) {
            return Reading.unclear("I need a name" + EXAMPLE);
        }
        return WORDS.read(said, situation).then(PersonAnswer::split);
    }

    private static Reading<Person> split(String words) {
        String said = SPACES.matcher(words).replaceAll(" ");
        String line = OPENING.matcher(said).replaceFirst("").strip();
        if (!hasLetter(line)) {
            return Reading.unclear("I need a name" + EXAMPLE);
        }
        Matcher behind = POSITION_BEHIND.matcher(line);
        if (behind.matches() && !SEPARATOR.matcher(behind.group("name")).find()) {
            return person(behind.group("name"), behind.group("position"));
        }
        Matcher separator = SEPARATOR.matcher(line);
        return separator.find()
                ? person(line.substring(0, separator.start()), line.substring(separator.end()))
                : Reading.clear(new Person(line, ""));
    }

    private static Reading<Person> person(String typedName, String typedPosition) {
        String name = typedName.strip();
        String position = typedPosition.strip();
        return !hasLetter(name)
                ? Reading.unclear("I see a position, but no name. I need both" + EXAMPLE)
                : Reading.clear(new Person(name, position));
    }

    /** A number or a share is nobody's name. */
    private static boolean hasLetter(String words) {
        return words.codePoints().anyMatch(Character::isLetter);
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
