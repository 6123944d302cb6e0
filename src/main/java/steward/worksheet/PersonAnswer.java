package steward.worksheet;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.worksheet.answers.TextAnswer;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.YesNoAnswer;
import steward.worksheet.text.TypedText;
import steward.worksheet.values.Person;
import steward.worksheet.values.PersonNames;

/** Someone at the account, by name and position: "Dana Wu, CFO", "Dana Wu - CFO", "I think it's Dana Wu (CFO)". */
final class PersonAnswer implements Answer<Person> {

    /** What is no name, though it may well be typed. */
    private static final Set<String> SAME = Set.of("same", "the same", "same person", "the same person", "ditto");

    private static final YesNoAnswer YES_NO = new YesNoAnswer();

    private static final TextAnswer WORDS = new TextAnswer();
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATOR = Pattern.compile(",|(?<= )[-–—](?= )");

    /** How people begin who are not quite sure, or talk as they would on the phone. */
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:i think|it['’‘ʼ`´]?s|probably|maybe|that would be|that['’‘ʼ`´]?d be|should be)(?:[,:]? |[,:]?$))+",
            Pattern.CASE_INSENSITIVE);

    /** How Slack shows that somebody is mentioned, and an address beside a name. */
    private static final Pattern BESIDE_THE_NAME = Pattern.compile("^@(?=\\p{L})|\\s*[(<]\\S+@\\S+[)>]");

    /** "…, don't know her name yet" is no position. */
    private static final Pattern NO_NAME = Pattern.compile(
            "[,;(]?\\s*\\(?(?:(?:but |and )?(?:i |we )?(?:still )?(?:(?:do not|don['’]?t|can['’]?t|cannot|haven['’]?t|have not|not)(?: yet)? (?:know|got|have|sure of|heard|remember|recall|place)(?: of)?|(?:have |'ve )?(?:forgot(?:ten)?|forget))"
                    + " (?:(?:his|her|their|the|a) )?name|name(?: is|:)? ?(?:still )?(?:unknown|not known|tbd|tbc|to come|to follow|missing)|unknown name|no name|unnamed)"
                    + "(?: yet| so far| right now)?\\)?[.!]*$",
            Pattern.CASE_INSENSITIVE);

    /** "Jr." belongs to the name. */
    private static final Pattern SUFFIX = Pattern.compile(
            "^(?<suffix>(?:jr|sr|ph\\.?d|md|m\\.d|mba|cpa|esq)\\.?|ii|iii|iv)(?:$|\\s*[,–—-]\\s*)(?<rest>.*)$",
            Pattern.CASE_INSENSITIVE);

    /** "Jan" behind a family name, perhaps with a position of its own behind it. */
    private static final Pattern GIVEN_NAME =
            Pattern.compile("(?<given>\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]*(?: \\p{Lu}\\.?)?)(?:\\s*,\\s*(?<rest>.*))?");

    private static final Pattern POSITION_BEHIND = Pattern.compile("(?<name>[^()]+)\\((?<position>[^()]+)\\)[.!]?");

    /** "The CFO is Dana Wu", "our main contact there is Dana Wu". */
    private static final Pattern ROLE_IS_NAME = Pattern.compile(
            "(?i:the|our|my|their|his|her) (?<role>[^,()]{2,40}?)(?i: there)? (?i:is|will be|would be) (?<name>\\p{Lu}.*)");

    /** "Dana Wu is the CFO". */
    private static final Pattern NAME_IS_ROLE = Pattern.compile(
            "(?<name>\\p{Lu}[^,()]{1,60}?) is (?:the|our|my|their|his|her) (?<role>[^,()]{2,60}?)(?: there)?[.!]?");

    /** "Dana Wu she's the CFO", as typed in a hurry. */
    private static final Pattern NAME_THEY_ARE = Pattern.compile(
            "(?<name>\\p{L}[\\p{L}\\p{M}.'’-]*(?: \\p{L}[\\p{L}\\p{M}.'’-]*){0,3}),? (?i:s?he|they|who)(?i:['’]?s|['’]?re| is| are) (?i:(?:the|a|an|our|their|in|also) )*(?<role>[^,()]{2,60}?)[.!]?");

    private static final Pattern BOSS = Pattern.compile("(?i).*\\bboss");

    /** What says nothing of a contact that the plan does not say itself. */
    private static final Pattern CONTACT = Pattern.compile(
            "(?i)(?:(?:main|key|best|first|other|next) )?(?:contact(?: person)?|decision[- ]maker|champion|sponsor|user|advisor)");

    /** "Karen Mills, she's the VP of ops". */
    private static final Pattern THEY_ARE = Pattern.compile(
            "^(?i:who |and )?(?i:s?he|they|who)(?i:['’]s|['’]re| is| are) (?i:(?:the|a|an|our|their|in|also) )*");

    /** "My buddy Al Green". */
    private static final Pattern MY = Pattern.compile(
            "^(?i:my|our) (?:(?i:old|good) )?(?i:buddy|friend|pal|mate|contact|man|guy)(?:,? (?i:is))? (?=\\p{Lu})");

    private static final String EXAMPLE = ", like `Dana Wu, CFO`.";

    @Override
    public Reading<Person> read(String said, Situation situation) {
        Optional<Person> known = Contact.ofKey(said.strip()).flatMap(contact -> contact.person(situation.answers()));
        if (known.isPresent()) {
            return Reading.clear(known.get());
        }
        if (!hasLetter(said) || YES_NO.said(said).isPresent() || SAME.contains(TypedText.plain(said))) {
            return Reading.unclear("I need a name" + EXAMPLE);
        }
        return WORDS.read(said, situation)
                .then(words -> split(Signature.read(words).orElse(words)));
    }

    private static Reading<Person> split(String words) {
        String said = SPACES.matcher(words).replaceAll(" ");
        String opened = MY.matcher(OPENING.matcher(said).replaceFirst("")).replaceFirst("");
        String named = NO_NAME.matcher(opened).replaceFirst("");
        String line = BESIDE_THE_NAME.matcher(named).replaceAll("").strip();
        if (!hasLetter(line)) {
            return Reading.unclear("I need a name" + EXAMPLE);
        }
        Optional<Reading<Person>> spoken = spoken(line);
        if (spoken.isPresent()) {
            return spoken.get();
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

    /** A person in a whole sentence. A position of their own behind the name says more than what they are to the rep. */
    private static Optional<Reading<Person>> spoken(String line) {
        return Stream.of(ROLE_IS_NAME, NAME_IS_ROLE, NAME_THEY_ARE)
                .map(form -> form.matcher(line))
                .filter(Matcher::matches)
                .filter(sentence -> isRole(sentence.group("role")))
                .findFirst()
                .map(sentence -> split(sentence.group("name"))
                        .then(person -> Reading.clear(
                                person.position().isEmpty() && isPosition(sentence.group("role"))
                                        ? new Person(person.name(), sentence.group("role"))
                                        : person)));
    }

    private static boolean isRole(String words) {
        return isPosition(words) || CONTACT.matcher(words).matches();
    }

    private static boolean isPosition(String words) {
        return PersonNames.hasPosition(words) || BOSS.matcher(words).matches();
    }

    private static Reading<Person> person(String typedName, String typedPosition) {
        String name = typedName.strip();
        String position = THEY_ARE.matcher(typedPosition.strip()).replaceFirst("");
        Matcher suffix = SUFFIX.matcher(position);
        if (suffix.matches() && hasLetter(name)) {
            return person(name + " " + suffix.group("suffix"), suffix.group("rest"));
        }
        Matcher given = GIVEN_NAME.matcher(position);
        if (given.matches() && isFamilyNameFirst(name, given)) {
            String rest = given.group("rest");
            return person(given.group("given") + " " + name, rest == null ? "" : rest);
        }
        return !hasLetter(name)
                ? Reading.unclear("I see a position, but no name. I need both" + EXAMPLE)
                : Reading.clear(new Person(name, position));
    }

    /** "van der Berg, Jan", "Wu, Dana, CFO"; but "Dana, Buyer", and "Dana, Operations, EMEA". */
    private static boolean isFamilyNameFirst(String name, Matcher given) {
        String rest = given.group("rest");
        boolean isOneWord = name.indexOf(' ') < 0 && hasLetter(name);
        return !PersonNames.hasPosition(given.group("given"))
                && (PersonNames.isFamilyName(name) || (isOneWord && rest != null && PersonNames.hasPosition(rest)));
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
