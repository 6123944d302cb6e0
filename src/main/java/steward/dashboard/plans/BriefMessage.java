package steward.dashboard.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** The pre-call card, one phone screen: who they are and what they want, what to ask, what to do next, and what can be won. */
public final class BriefMessage {

    /** What a phone shows at once, and how much of it fits a line. */
    private static final int SCREEN_LINES = 26;

    private static final int SCREEN_LINE_CHARACTERS = 44;

    /** How many of each are told, from all that there may be down to the least; what matters to people goes last. */
    private record Room(int people, boolean withPurpose, int questions, int actions, int opportunities) {}

    private static final List<Room> ROOMS = List.of(
            new Room(6, true, 4, 3, 3),
            new Room(4, true, 3, 3, 2),
            new Room(4, false, 3, 3, 2),
            new Room(4, false, 2, 2, 1),
            new Room(3, false, 1, 2, 1),
            new Room(2, false, 1, 1, 1));

    /** What fits a line or two of a phone. */
    private static final int LINE_CHARACTERS_MAX = 70;

    /** What a button can carry with room to spare; a question is known by its beginning. */
    private static final int SAYS_CHARACTERS_MAX = 200;

    private final Plan plan;
    private final Reader reader;
    private final Optional<Contact> about;

    /** @param about the one person that the call is with; empty for the account as a whole */
    public BriefMessage(Plan plan, Reader reader, Optional<Contact> about) {
        this.plan = plan;
        this.reader = reader;
        this.about = about;
    }

    public Message message() {
        return ROOMS.stream()
                .map(this::parts)
                .filter(parts -> parts.stream().mapToInt(BriefMessage::height).sum() <= SCREEN_LINES)
                .findFirst()
                .or(() -> Optional.of(parts(ROOMS.get(ROOMS.size() - 1))))
                .map(Message::new)
                .orElseThrow();
    }

    private List<Part> parts(Room room) {
        List<Part> parts = new ArrayList<>();
        BriefPeople people = new BriefPeople(plan, reader);
        parts.addAll(about.map(people::alone).orElseGet(() -> people.everyone(room.people(), room.withPurpose())));
        parts.addAll(questions(room.questions()));
        parts.addAll(lines(
                "*Next*", actions().limit(room.actions()).map(this::action).toList(), "No actions yet: `add action`."));
        parts.addAll(
                lines("*To win*", opportunities(room.opportunities()), "Nothing is open to win: `add opportunity`."));
        return parts;
    }

    /** About how many lines of a phone it takes. */
    private static int height(Part part) {
        if (part instanceof Part.Paragraph paragraph) {
            return height(paragraph.words()) + 1;
        }
        if (part instanceof Part.Entry entry) {
            return height(entry.words()) + 1;
        }
        return part instanceof Part.Quiet quiet ? height(quiet.words()) : 1;
    }

    private static int height(Words words) {
        return words.text()
                .lines()
                .mapToInt(line -> 1 + line.length() / SCREEN_LINE_CHARACTERS)
                .sum();
    }

    private static List<Part> lines(String title, List<Words> lines, String ifNone) {
        return lines.isEmpty()
                ? List.of(new Part.Quiet(Words.of(ifNone)))
                : List.of(new Part.Paragraph(lines.stream()
                        .reduce(
                                Words.of(title),
                                (all, line) -> all.then(Words.of("\n")).then(line))));
    }

    // ── What to ask ──────────────────────────────────────────────────────────────────────────────────────

    private List<Part> questions(int questionsMax) {
        List<String> all = plan.get(Worksheet.KEY_QUESTIONS, 0).orElse(List.of());
        List<String> toAsk =
                all.stream().filter(question -> !plan.isPosed(question)).toList();
        List<Part> parts = new ArrayList<>();
        toAsk.stream().limit(questionsMax).map(this::question).forEach(parts::add);
        if (toAsk.size() > questionsMax) {
            parts.add(new Part.Quiet(Words.of("and " + (toAsk.size() - questionsMax) + " more to ask")));
        }
        if (toAsk.isEmpty()) {
            parts.add(new Part.Quiet(Words.of(
                    all.isEmpty()
                            ? "No questions to ask yet: `edit key questions` takes some."
                            : "All your key questions are asked.")));
        }
        return parts;
    }

    private Part question(String question) {
        String of = about.map(contact -> "of " + contact.name(plan) + ": ").orElse("");
        return new Part.Entry(
                Words.literal(Shortened.to(LINE_CHARACTERS_MAX, question)),
                Abouts.of(plan),
                new Button("Asked", "/plan asked " + of + Shortened.to(SAYS_CHARACTERS_MAX, question)));
    }

    // ── What to do and to win ────────────────────────────────────────────────────────────────────────────

    /** The open ones: those with the person that the call is with come first, then by due date. */
    private Stream<Integer> actions() {
        Comparator<Integer> byDue =
                Comparator.comparing(row -> plan.get(Worksheet.ACTION_DUE, row).orElse(LocalDate.MAX));
        Comparator<Integer> theirsFirst = Comparator.comparing(row -> !isWithThem(row));
        return plan.actions().stream().filter(Action::isOpen).map(Action::row).sorted(theirsFirst.thenComparing(byDue));
    }

    private boolean isWithThem(int row) {
        return about.flatMap(person -> plan.get(Worksheet.ACTION_CONTACT, row)
                        .filter(contact -> contact.name(plan).equalsIgnoreCase(person.name(plan))))
                .isPresent();
    }

    private Words action(int row) {
        boolean isOverdue = plan.get(Worksheet.ACTION_DUE, row)
                .filter(day -> day.isBefore(reader.today()))
                .isPresent();
        return line(
                shown(Worksheet.ACTION_DUE, row).map(day -> isOverdue ? day + ", overdue" : day),
                shown(Worksheet.ACTION, row));
    }

    private List<Words> opportunities(int opportunitiesMax) {
        List<Integer> open = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> plan.outcome(row).isOpen())
                .toList();
        List<Words> lines = new ArrayList<>(open.stream()
                .limit(opportunitiesMax)
                .map(row -> line(
                        Stream.of(shown(Worksheet.PROBABILITY, row), shown(Worksheet.TIMELINE, row))
                                .flatMap(Optional::stream)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(" by "),
                                        chance -> chance.isEmpty() ? Optional.empty() : Optional.of(chance))),
                        shown(Worksheet.OPPORTUNITY, row)))
                .toList());
        if (open.size() > opportunitiesMax) {
            lines.add(Words.of("and " + (open.size() - opportunitiesMax) + " more"));
        }
        return lines;
    }

    private Words line(Optional<String> when, Optional<String> what) {
        return Words.of(
                "{}  ·  {}",
                when.orElse("no date yet"),
                Shortened.to(LINE_CHARACTERS_MAX, what.orElse("").replaceAll("\\s+", " ")));
    }

    private Optional<String> shown(Question<?> question, int row) {
        return plan.shown(new Blank(question, row), reader.today(), reader.notation());
    }
}
