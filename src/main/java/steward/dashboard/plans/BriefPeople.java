package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/** The people on the pre-call card: what matters to them, and what the rep wants from them. */
final class BriefPeople {

    /** What the rep wants from somebody, beside what matters to them. */
    private static final int PURPOSE_CHARACTERS_MAX = 70;

    /** What matters to somebody is told in full, within reason. */
    private static final int WHOLE_CHARACTERS_MAX = 280;

    /** The columns of a role's table that the card shows. */
    private static final int CRITERIA = 1;

    private static final int PURPOSE = 2;

    private final Plan plan;
    private final Reader reader;

    BriefPeople(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /** The people in the plan, the coach first, and the roles that nobody is known in; without purposes where there is no room. */
    List<Part> everyone(int contactsMax, boolean withPurpose) {
        List<Contact> people = Contact.all(plan).stream()
                .sorted(Comparator.comparing(contact ->
                        everywhere(contact).noneMatch(found -> found.role().equals(Worksheet.COACH))))
                .toList();
        List<Words> lines = people.stream()
                .limit(contactsMax)
                .map(contact -> person(contact, withPurpose))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(lines.stream()
                .reduce(
                        Words.of("*{}*, {}", plan.account(), plan.year()),
                        (all, line) -> all.then(Words.of("\n")).then(line))));
        if (people.size() > contactsMax) {
            parts.add(new Part.Quiet(Words.of(
                    "and {}",
                    people.stream()
                            .skip(contactsMax)
                            .map(contact -> contact.name(plan))
                            .collect(Collectors.joining(", ")))));
        }
        String missing = Worksheet.ROLES.stream()
                .filter(role -> plan.rows(role).isEmpty())
                .map(BriefPeople::one)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            parts.add(new Part.Quiet(Words.of("Still to find: " + missing + ".")));
        }
        return parts;
    }

    /** "a coach", "an advisor". */
    private static String one(Table role) {
        return ("aeio".indexOf(role.name().charAt(0)) >= 0 ? "an " : "a ") + role.name();
    }

    /** "Dana Wu (final authority): Payback within a year → Agree on the trial". */
    private Words person(Contact contact, boolean withPurpose) {
        Words name = Words.of("*{}* ({})", contact.name(plan), roles(contact));
        Optional<String> criteria = told(contact, CRITERIA).map(words -> Shortened.to(WHOLE_CHARACTERS_MAX, words));
        Optional<String> purpose = told(contact, PURPOSE)
                .filter(words -> withPurpose || criteria.isEmpty())
                .map(words -> Shortened.to(PURPOSE_CHARACTERS_MAX, words));
        List<String> known =
                Stream.of(criteria, purpose).flatMap(Optional::stream).toList();
        return name.then(
                known.isEmpty()
                        ? Words.of(": _what matters to them is not known yet_")
                        : Words.of(": {}", String.join(" → ", known)));
    }

    /** One person, with all that is known of them. */
    List<Part> alone(Contact contact) {
        String who = plan.shown(new Blank(contact.role().first(), contact.row()), reader.today(), reader.notation())
                .orElse(contact.name(plan));
        return List.of(new Part.Paragraph(Words.of("*{}*  ·  {} at {}", who, roles(contact), plan.account())
                .then(Words.of("\nMatters to them: "))
                .then(inFull(contact, CRITERIA))
                .then(Words.of("\nYour purpose: "))
                .then(inFull(contact, PURPOSE))));
    }

    private Words inFull(Contact contact, int column) {
        return told(contact, column)
                .map(words -> Words.literal(Shortened.to(WHOLE_CHARACTERS_MAX, words)))
                .orElse(Words.of("_not known yet_"));
    }

    /** "final authority, coach": one person may have several roles. */
    private String roles(Contact contact) {
        return everywhere(contact).map(found -> found.role().name()).distinct().collect(Collectors.joining(", "));
    }

    /** What is known of a person, in whatever role. */
    private Optional<String> told(Contact contact, int column) {
        return everywhere(contact)
                .flatMap(found -> plan
                        .shown(
                                new Blank(found.role().columns().get(column), found.row()),
                                reader.today(),
                                reader.notation())
                        .stream())
                .map(words -> words.replaceAll("\\s+", " "))
                .findFirst();
    }

    private Stream<Contact> everywhere(Contact contact) {
        return Worksheet.ROLES.stream()
                .flatMap(role -> plan.rows(role).stream().map(row -> new Contact(role, row)))
                .filter(found -> found.name(plan).equalsIgnoreCase(contact.name(plan)));
    }
}
