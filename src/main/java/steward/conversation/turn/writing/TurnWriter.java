package steward.conversation.turn.writing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.understanding.state.ConversationState;
import steward.dashboard.Abouts;
import steward.dashboard.PlanFacts;
import steward.dashboard.plans.SummaryMessage;
import steward.dashboard.roti.RotiChange;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.SideQuestion;
import steward.message.Words;
import steward.plan.AskedQuestion;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.worksheet.dates.FiscalYears;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Table;

/** Collects what one turn writes into a plan's journal, and the messages that it sends. */
public final class TurnWriter {

    private final TurnContext context;
    private final RepSession session;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Part> notes = new ArrayList<>();
    private final List<Part> remarks = new ArrayList<>();
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private final List<MessageUpdate> updates = new ArrayList<>();
    private final Plan before;
    private Plan plan;
    private Optional<Blank> settled = Optional.empty();
    private boolean tapped;
    private boolean briefly;
    private boolean rotiTold;
    private Optional<SideQuestion> asked = Optional.empty();

    public TurnWriter(Plan plan, TurnContext context, RepSession session) {
        this.plan = plan;
        this.before = plan;
        this.context = context;
        this.session = session;
    }

    /** The rep taps in this turn: no message of theirs shows what they said. */
    public void markTapped() {
        tapped = true;
    }

    /** The plan as it was when the turn began. */
    public Plan before() {
        return before;
    }

    /** The plan with what has been written so far. */
    public Plan plan() {
        return plan;
    }

    public TurnContext context() {
        return context;
    }

    /** What there is to understand words by now. */
    public ConversationState state() {
        return ConversationState.of(session, context, Optional.of(plan));
    }

    /** Keeps the month that the rep's fiscal year ends in, if words of an answer say it: it is not asked again. */
    public void rememberFiscalYear(String said) {
        FiscalYears.endSaid(said)
                .ifPresent(month -> session.keep(session.rep().preferences().withFiscalYearEnd(Optional.of(month))));
    }

    /** The instant at which the rep's clock shows a moment. */
    public Instant instant(LocalDateTime moment) {
        return moment.atZone(session.rep().zone()).toInstant();
    }

    public PlanFacts facts() {
        return new PlanFacts(plan, context.reader());
    }

    public Situation situation(Blank blank) {
        return plan.situation(blank, context.today(), context.notation());
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public TurnResult result() {
        return new TurnResult(messages, updates);
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    /** Settles a blank, and lets the message that asked it shrink to a line. */
    public void settle(Kind kind, Blank blank, String value, String said) {
        String asked = plan.askedBy(blank);
        String shownBefore = plan.shownBy(blank);
        boolean isFirst = plan.kept(blank).isEmpty() && plan.unreadInARow(blank) == 0 && !blank.isSummary();
        write(kind, blank, value, said);
        settled = Optional.of(blank);
        if (kind == Kind.KEPT && blank.isApart()) {
            shrink(asked, facts().leftAsItWas(blank));
        } else {
            shrink(asked, isFirst && isAsTyped(blank, said) ? facts().asked(blank) : facts().settled(blank));
        }
        if (!shownBefore.equals(asked)) {
            shrink(shownBefore, facts().changedBelow(blank));
        }
    }

    /** Whether what stands in a blank is plainly what the rep has just typed, so that the chat need not say it twice. */
    public boolean isAsTyped(Blank blank, String said) {
        return !tapped
                && facts().shown(blank).filter(said.strip()::equalsIgnoreCase).isPresent();
    }

    /** Lets a message shrink to a line; the last word on a message is the one that counts. */
    public void shrink(String message, Part line) {
        if (!message.isEmpty()) {
            updates.add(new MessageUpdate(message, Message.of(line)));
        }
    }

    public void write(Kind kind, Blank blank) {
        write(kind, blank, "", "");
    }

    public void write(Kind kind, Blank blank, String value, String said) {
        write(new Entry(kind, blank.question().key(), blank.row(), value, said, context.now()));
    }

    /** Writes what happened to a row of a table. */
    public void write(Kind kind, Table table, int row, String value) {
        write(new Entry(kind, table.key(), row, value, "", context.now()));
    }

    /** Writes what happened to the plan as a whole. */
    public void write(Kind kind, String value) {
        write(new Entry(kind, "", 0, value, "", context.now()));
    }

    public void write(Entry entry) {
        entries.add(entry);
        plan = plan.with(List.of(entry));
    }

    /** The plan of the same account for the year before, if it is running. */
    public Optional<Plan> lastYears() {
        return new Accounts(session.plans())
                .exactly(plan.account()).stream()
                        .filter(card -> card.year() == plan.year() - 1 && card.status() == Status.RUNNING)
                        .findFirst()
                        .flatMap(card -> session.plan(card.id()));
    }

    /** Writes what happened to another plan as a whole. */
    public void writeTo(Plan other, Kind kind, String value) {
        session.write(other.id(), List.of(new Entry(kind, "", 0, value, "", context.now())));
    }

    /** Whoever goes on with a plan that is paused has taken it up again. */
    public void resumeIfPaused() {
        if (plan.isPaused()) {
            write(Kind.RESUMED, "");
        }
    }

    // ── Saying ───────────────────────────────────────────────────────────────────────────────────────────

    /** Says something that is to stay in the chat, before the next question. */
    public void note(Part part) {
        notes.add(part);
    }

    /** Notes a button that takes back all that this turn did. */
    public void noteUndo() {
        note(new Part.Choices(Abouts.of(plan), List.of(Undoing.button(before))));
    }

    /** Notes what the rep may pick from, by tapping or by typing. */
    public void noteWhich(List<Button> buttons) {
        Part choices = new Part.Choices(Abouts.of(plan), List.copyOf(buttons));
        note(choices);
        asked = Message.of(choices).askingWhich().asked();
    }

    public void note(List<Part> parts) {
        notes.addAll(parts);
    }

    /** Notes a paragraph; see {@link Words#of}. */
    public void tell(String template, Object... literals) {
        note(new Part.Paragraph(Words.of(template, literals)));
    }

    /** Says something above the next question, in its message: it goes when the question is settled. */
    public void remark(Part part) {
        remarks.add(part);
    }

    /** Remarks something in small print; see {@link Words#of}. */
    public void whisper(String template, Object... literals) {
        remark(new Part.Quiet(Words.of(template, literals)));
    }

    /** What is said next asks something beside the worksheet, to be answered by typing too. */
    public void asks(SideQuestion question) {
        asked = Optional.of(question);
    }

    /** The question about to be asked need not be put in full: the rep has just seen it. */
    public void askBriefly() {
        briefly = true;
    }

    /** Says something in a message of its own. */
    public void say(Message message) {
        say(Purpose.REPLY, message);
    }

    private void say(Purpose purpose, Message message) {
        messages.add(new OutgoingMessage(context.ids().get(), purpose, Abouts.of(plan), message, Optional.empty()));
    }

    public void reply(MessageRef thread, Message message) {
        messages.add(
                new OutgoingMessage(context.ids().get(), Purpose.REPLY, Abouts.of(plan), message, Optional.of(thread)));
    }

    /** What this turn did to the ROTI, if it changed an answer that had been given before; said once, in short or in full. */
    public void noteRoti() {
        if (!rotiTold) {
            new RotiChange(before, plan, context.notation())
                    .inShort()
                    .ifPresent(words -> remark(new Part.Quiet(words)));
        }
    }

    /** The same in full, with its formulas, to stay in the chat. */
    public void noteRotiInFull() {
        note(new RotiChange(before, plan, context.notation()).inFull());
        rotiTold = true;
    }

    /** What was noted tells what became of the ROTI. */
    public void rotiIsTold() {
        rotiTold = true;
    }

    /** Whether there is nothing to say so far. */
    public boolean isSilent() {
        return notes.isEmpty() && remarks.isEmpty() && messages.isEmpty();
    }

    /** Asks the first open blank, after what there is to say; with nothing open it says that, or else what stands now. */
    public void askOrRest() {
        Optional<Blank> open = plan.open();
        if (open.isEmpty() && notes.isEmpty() && remarks.isEmpty()) {
            settled.ifPresent(blank -> note(facts().settled(blank)));
        }
        noteRoti();
        open.ifPresentOrElse(this::ask, this::sayNotes);
    }

    /** Says the notes and remarks in a message of their own, if there are any. */
    public void sayNotes() {
        say(Purpose.REPLY);
    }

    /** Says the notes, and that the talk is about this plan from now on though it asks nothing. */
    public void sayHere() {
        say(Purpose.FOCUS);
    }

    /** The same with a message of its own. */
    public void sayHere(Message message) {
        say(Purpose.FOCUS, message);
    }

    private void say(Purpose purpose) {
        Message all = takeAll();
        if (!all.parts().isEmpty()) {
            say(purpose, all);
        }
    }

    /** The notes and remarks, which are said with that. */
    private Message takeAll() {
        Message all = new Message(notes, asked).then(new Message(remarks));
        notes.clear();
        remarks.clear();
        return all;
    }

    /** Says the notes in the thread of a message. */
    public void replyNotes(MessageRef thread) {
        reply(thread, takeAll());
    }

    /** Whether the open blank is the one that has been asked already. */
    public boolean isAskedFor() {
        return plan.asking().map(AskedQuestion::blank).equals(plan.open());
    }

    /** Asks only if what happened left another blank open than the one that was asked. */
    public void askIfMoved() {
        Optional<Blank> asked = plan.asking().map(AskedQuestion::blank);
        plan.open()
                .filter(open -> asked.isPresent() && !asked.get().equals(open) && !plan.isPaused())
                .ifPresent(this::ask);
    }

    private void ask(Blank blank) {
        plan.asking().ifPresent(before -> shrink(before.lastIntent(), facts().asked(before.blank())));
        if (!notes.isEmpty()) {
            say(new Message(notes, asked));
            notes.clear();
        }
        String intent = context.ids().get();
        Message question = new Message(remarks).then(new Message(question(blank), askedStill(blank)));
        write(Kind.ASKED, blank, intent, "");
        messages.add(new OutgoingMessage(intent, Purpose.QUESTION, Abouts.of(plan, blank), question, Optional.empty()));
    }

    /** While it is asked whether words answer the question, what was asked beside it stays asked: they may answer that. */
    private Optional<SideQuestion> askedStill(Blank blank) {
        return plan.held(blank).flatMap(held -> session.askedBeside());
    }

    private List<Part> question(Blank blank) {
        if (blank.isSummary()) {
            SummaryMessage summary = new SummaryMessage(plan, context.reader());
            return briefly
                    ? summary.again(blank.step().orElseThrow())
                    : summary.looksRight(blank.step().orElseThrow());
        }
        Optional<String> held = plan.held(blank);
        if (held.isPresent()) {
            return new HeldMessage(this, blank, held.get()).parts();
        }
        QuestionMessage message = new QuestionMessage(
                plan, blank, context, new EarlierAnswers(session, plan).choice(blank, situation(blank)));
        return briefly ? message.again() : message.whole();
    }
}
