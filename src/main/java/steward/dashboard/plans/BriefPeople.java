package steward.dashboard.plans;

import java.util.ArrayList;
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

    private static final int CONTACTS_MAX = 4;

    /** What fits a line or two of a phone. */
    private static final int LINE_CHARACTERS_MAX = 70;

    /** Criteria and purpose share a line or two. */
    private static final int HALF_CHARACTERS_MAX = 45;

    /** Of one person alone, there is room to say more. */
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

    /** Everyone in the plan, a line each, and the roles that nobody is known in. */
    List<Part> everyone() {
        List<Contact> people = Contact.all(plan);
        List<Words> lines =
                people.stream().limit(CONTACTS_MAX).map(this::person).toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(lines.stream()
                .reduce(
                        Words.of("*{}*, {}", plan.account(), plan.year()),
                        (all, line) -> all.then(Words.of("\n")).then(line))));
        if (people.size() > CONTACTS_MAX) {
            parts.add(new Part.Quiet(Words.of(
                    "and {}",
                    people.stream()
                            .skip(CONTACTS_MAX)
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
    private Words person(Contact contact) {
        Words name = Words.of("*{}* ({})", contact.name(plan), roles(contact));
        List<String> known = Stream.of(told(contact, CRITERIA), told(contact, PURPOSE))
                .flatMap(Optional::stream)
                .toList();
        int charactersMax = known.size() == 1 ? LINE_CHARACTERS_MAX : HALF_CHARACTERS_MAX;
        return name.then(
                known.isEmpty()
                        ? Words.of(": _what matters to them is not known yet_")
                        : Words.of(
                                ": {}",
                                known.stream()
                                        .map(words -> Shortened.to(charactersMax, words))
                                        .collect(Collectors.joining(" → "))));
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
