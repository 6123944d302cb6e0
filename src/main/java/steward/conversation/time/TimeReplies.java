package steward.conversation.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.dashboard.Quoted;
import steward.dashboard.Reader;
import steward.dashboard.time.TimeLines;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Names;
import steward.worksheet.Contact;

/** What Steward says when time was logged, changed or taken out, and when an entry could not be read. */
final class TimeReplies {

    private static final int ACCOUNTS_OFFERED_MAX = 10;
    private static final int ACCOUNTS_TOLD_MAX = 8;
    private static final int UNREAD_TOLD_MAX = 15;
    private static final int LINES_A_PARAGRAPH = 10;

    /** As many characters as a button can say. */
    private static final int SAID_CHARACTERS_MAX = 2_000;

    private final TimeLog log;
    private final Reader reader;

    TimeReplies(TimeLog log, Reader reader) {
        this.log = log;
        this.reader = reader;
    }

    /** The entries as they were understood, where that leaves their accounts, and one button that takes them all out again. */
    List<Part> logged(List<TimeLog.Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(lines("Logged:", lines));
        parts.addAll(standings(lines));
        parts.add(undo(lines.get(0)));
        return parts;
    }

    /** One entry stands in the sentence, several below it. */
    List<Part> lines(String head, List<TimeLog.Line> lines) {
        if (lines.size() == 1) {
            return List.of(new Part.Paragraph(Words.of(head + " ").then(inFull(lines.get(0)))));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of(head)));
        for (int from = 0; from < lines.size(); from += LINES_A_PARAGRAPH) {
            parts.add(new Part.Paragraph(lines.subList(from, Math.min(from + LINES_A_PARAGRAPH, lines.size())).stream()
                    .map(this::inFull)
                    .reduce((above, below) -> above.then(Words.of("\n")).then(below))
                    .orElse(Words.of(""))));
        }
        return parts;
    }

    /** What was changed into what. */
    List<Part> changed(List<TimeLog.Line> before, List<TimeLog.Line> after) {
        List<Part> parts = new ArrayList<>(lines("Changed. It was:", before));
        parts.addAll(lines("Now:", after));
        parts.addAll(standings(Stream.concat(after.stream(), before.stream()).toList()));
        return parts;
    }

    private Words inFull(TimeLog.Line line) {
        return TimeLines.inFull(line.plan(), line.entry(), reader);
    }

    /** What each account of these entries comes to now. */
    List<Part> standings(List<TimeLog.Line> lines) {
        return lines.stream()
                .map(line -> line.plan().id())
                .distinct()
                .limit(ACCOUNTS_TOLD_MAX)
                .flatMap(id -> log.plan(id).stream())
                .<Part>map(plan -> new Part.Quiet(TimeLines.standing(plan, reader)))
                .toList();
    }

    static String refs(List<TimeLog.Line> lines) {
        return TimeRef.words(lines.stream().map(TimeLog.Line::ref).toList());
    }

    /** Takes out all that was logged with an entry, in other plans as well. */
    static Part undo(TimeLog.Line first) {
        return new Part.Choices(
                Abouts.of(first.plan()),
                List.of(Undoing.button(first.plan().entries().size() - 1)));
    }

    static Part button(String label, String says) {
        return new Part.Choices(About.NOTHING, List.of(new Button(label, says)));
    }

    // ── What could not be logged ─────────────────────────────────────────────────────────────────────────

    /** Of each entry what is wrong with it, and the way on where a tap is enough. */
    List<Part> unread(List<TimePart> entries) {
        List<Part> parts = new ArrayList<>();
        entries.stream().limit(UNREAD_TOLD_MAX).forEach(part -> parts.addAll(unread(part)));
        if (entries.size() > UNREAD_TOLD_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (entries.size() - UNREAD_TOLD_MAX) + " more not logged")));
        }
        return parts;
    }

    private List<Part> unread(TimePart part) {
        TimePart meant = withContact(part);
        return meant.plans().size() == 1 && part.plans().size() > 1 ? perhaps(meant, part) : told(meant);
    }

    /** Where whom the entry names is a contact, if that is anywhere: an account is never assumed, but the likely ones come first. */
    private TimePart withContact(TimePart part) {
        List<String> words = part.spent().map(TimeDraft::note).map(Names::words).orElse(List.of());
        List<PlanCard> among = part.isAboutAccount() && part.plans().size() > 1
                ? part.plans().stream()
                        .filter(card -> log.plan(card.id())
                                .filter(plan -> Contact.all(plan).stream()
                                        .anyMatch(contact ->
                                                words.stream().anyMatch(word -> contact.isCalled(word, plan))))
                                .isPresent())
                        .toList()
                : List.of();
        return among.isEmpty() ? part : new TimePart(part.said(), part.complaint(), part.spent(), among, part.isSure());
    }

    private List<Part> perhaps(TimePart meant, TimePart among) {
        PlanCard likely = meant.plans().get(0);
        List<PlanCard> ordered = Stream.concat(Stream.of(likely), among.plans().stream())
                .distinct()
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of(
                "Not logged yet, “{}”: which account is it for? You know somebody of that name at *{}*.",
                Quoted.from(meant.said()),
                label(likely))));
        parts.addAll(accounts(new TimePart(meant.said(), meant.complaint(), meant.spent(), ordered, meant.isSure())));
        return parts;
    }

    private List<Part> told(TimePart part) {
        List<Part> parts = new ArrayList<>();
        boolean isClosed = part.plans().size() == 1 && part.plans().get(0).status() == Status.CLOSED;
        boolean isQuestion = part.isAboutAccount() && !isClosed;
        parts.add(new Part.Paragraph(
                Words.of(isQuestion ? "Not logged yet, “{}”: " : "Not logged, “{}”: ", Quoted.from(part.said()))
                        .then(part.complaint())));
        if (isQuestion) {
            parts.addAll(accounts(part));
        } else if (part.isAboutAccount()) {
            parts.add(new Part.Choices(
                    About.plan(part.plans().get(0).id().text()), List.of(new Button("Bring it back", "resume"))));
        }
        return parts;
    }

    private List<Part> accounts(TimePart part) {
        List<Control> buttons = new ArrayList<>();
        part.plans().stream().limit(ACCOUNTS_OFFERED_MAX).forEach(card -> {
            String says = says(card, part.spent().orElseThrow());
            if (says.length() <= SAID_CHARACTERS_MAX) {
                buttons.add(new Button(label(card), says));
            }
        });
        List<Part> parts = new ArrayList<>();
        if (!buttons.isEmpty()) {
            parts.add(new Part.Choices(About.NOTHING, buttons));
        }
        if (part.plans().size() > ACCOUNTS_OFFERED_MAX || buttons.isEmpty()) {
            parts.add(new Part.Quiet(Words.of("or send it again with the account's name and year")));
        }
        return parts;
    }

    private String label(PlanCard card) {
        return card.year() == reader.today().getYear() ? card.account() : card.account() + " " + card.year();
    }

    /** Logs it in that plan, and only once: the number is the one it would get now. */
    private String says(PlanCard card, TimeDraft spent) {
        int number = log.plan(card.id()).map(Plan::nextTimeEntry).orElse(1);
        return "/time log " + new TimeRef(card.id(), number).text() + " " + spent.written();
    }

    /** Asks whether words in the chat, which may be something else, are to be logged. */
    Message offer(TimePart part) {
        PlanCard card = part.plans().get(0);
        TimeDraft spent = part.spent().orElseThrow();
        Plan plan = log.plan(card.id()).orElseThrow();
        return Message.of(
                        new Part.Paragraph(Words.of("Shall I log this? ")
                                .then(TimeLines.inFull(
                                        plan, spent.entry(plan.nextTimeEntry(), Instant.EPOCH), reader))),
                        button("Log it", says(card, spent)))
                .askingWhich();
    }
}
