package steward.conversation.understanding.state;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.SideQuestion;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.worksheet.questions.Situation;

/**
 * What there is to understand words by: what was asked, and all that the rep has.
 *
 * <p>What takes a while to work out is worked out once, and only if some reading wants it. It belongs to one thread.
 */
public final class ConversationState {

    private final Optional<Plan> plan;
    private final Optional<Blank> open;
    private final Optional<String> held;
    private final List<PlanCard> cards;
    private final Supplier<List<Plan>> live;
    private final LocalDateTime now;
    private final Reader reader;
    private final Optional<SideQuestion> askedBeside;
    private final Map<Blank, Map<String, Optional<String>>> reads = new HashMap<>();
    private @Nullable List<Blank> blanks;
    private @Nullable BlankNames names;
    private @Nullable List<Plan> running;

    /**
     * @param plan the plan that the talk is about
     * @param open the question of it that waits; empty if none does
     * @param held what was typed at that question before and may be no answer to it
     * @param cards all the rep's plans
     * @param live those with their journals that are not closed; asked for only where they matter
     * @param now the rep's own clock
     * @param askedBeside what the rep was asked last beside the worksheet
     */
    public ConversationState(
            Optional<Plan> plan,
            Optional<Blank> open,
            Optional<String> held,
            List<PlanCard> cards,
            Supplier<List<Plan>> live,
            LocalDateTime now,
            Reader reader,
            Optional<SideQuestion> askedBeside) {
        this.plan = plan;
        this.open = open;
        this.held = held;
        this.cards = List.copyOf(cards);
        this.live = live;
        this.now = now;
        this.reader = reader;
        this.askedBeside = askedBeside;
    }

    /** What there is to understand words by in a session, where the talk is about {@code plan}. */
    public static ConversationState of(RepSession session, TurnContext context, Optional<Plan> plan) {
        Optional<Blank> open = plan.flatMap(Plan::open);
        return new ConversationState(
                plan,
                open,
                open.flatMap(blank -> plan.flatMap(found -> found.held(blank))),
                session.plans(),
                session::livePlans,
                LocalDateTime.ofInstant(context.now(), session.rep().zone()),
                context.reader(),
                session.askedBeside());
    }

    /** The same for a plan after something has happened to it. */
    public ConversationState of(Plan now) {
        Optional<Blank> asked = now.open();
        return new ConversationState(
                Optional.of(now), asked, asked.flatMap(now::held), cards, live, this.now, reader, askedBeside);
    }

    /** The same as if another blank were asked. */
    public ConversationState at(Blank blank) {
        return new ConversationState(
                plan, Optional.of(blank), Optional.empty(), cards, live, now, reader, Optional.empty());
    }

    public Optional<Plan> plan() {
        return plan;
    }

    public Optional<Blank> open() {
        return open;
    }

    public Optional<String> held() {
        return held;
    }

    /** What the rep was asked last beside the worksheet, if they can still answer it. */
    public Optional<SideQuestion> askedBeside() {
        return askedBeside;
    }

    /** The same in a thread, whose words belong to what stands above them. */
    public ConversationState inThread() {
        return new ConversationState(
                plan, open, held, cards, live, now, reader, askedBeside.map(SideQuestion::withoutWords));
    }

    public Accounts accounts() {
        return new Accounts(cards);
    }

    public LocalDateTime now() {
        return now;
    }

    public Reader reader() {
        return reader;
    }

    public LocalDate today() {
        return reader.today();
    }

    public Situation situation(Blank blank) {
        return plan.map(found -> found.situation(blank, today(), reader.notation()))
                .orElseGet(() -> Situation.ofNoPlan(today(), reader.notation()));
    }

    /** What stands in a blank, as Steward says it; empty if nothing does. */
    public String shown(Blank blank) {
        return plan.flatMap(found -> found.shown(blank, today(), reader.notation()))
                .orElse("");
    }

    /** What a blank keeps of words, if its own reader takes them. */
    public Optional<String> read(Blank blank, String words) {
        return words.isBlank()
                ? Optional.empty()
                : reads.computeIfAbsent(blank, key -> new HashMap<>())
                        .computeIfAbsent(
                                words,
                                key -> blank.question()
                                        .readKept(key, situation(blank))
                                        .either(Optional::of, hint -> Optional.empty()));
    }

    /** What the rep last said to a question, if that could not be read and nothing was said to it since. */
    public Optional<String> unread(Blank blank) {
        return plan.filter(found -> found.unreadInARow(blank) > 0)
                .flatMap(found -> found.entries().stream()
                        .filter(entry -> entry.kind() == Kind.UNREAD
                                && entry.question().equals(blank.question().key())
                                && entry.row() == blank.row())
                        .reduce((earlier, later) -> later))
                .map(Entry::said);
    }

    /** The blanks of the plan as it unfolds now, in paper order. */
    public List<Blank> blanks() {
        if (blanks == null) {
            blanks = plan.map(found -> found.blanks().toList()).orElse(List.of());
        }
        return blanks;
    }

    /** What the answers of the plan are called. There has to be one. */
    public BlankNames names() {
        if (names == null) {
            Plan found = plan.orElseThrow();
            names = new BlankNames(found, new PlanFacts(found, reader), this::blanks);
        }
        return names;
    }

    /** The plans that are not closed. */
    public List<Plan> live() {
        return live.get();
    }

    public List<Plan> running() {
        if (running == null) {
            running = live().stream()
                    .filter(found -> found.status() == Status.RUNNING)
                    .toList();
        }
        return running;
    }

    /** Whether the open question takes words as they are, so that nearly all may be its answer. */
    public boolean takesWords() {
        return open.filter(Kinds::takesWords).isPresent();
    }

    /** Whether a blank has an answer that is to be changed, or to be made better. */
    public boolean isChanged(Blank blank) {
        return plan.filter(
                        found -> found.isReopened(blank) || !found.hint(blank).isEmpty())
                .isPresent();
    }

    /** Whether something stands there that the rep may keep: their own answer, or last year's. */
    public boolean isToKeep(Blank blank) {
        return isChanged(blank) || isLastYearsOffered(blank);
    }

    /** Whether last year's answer to it is offered to be kept. */
    public boolean isLastYearsOffered(Blank blank) {
        return !Kinds.isYesNo(blank)
                && plan.flatMap(found -> found.suggestion(blank, today()))
                        .filter(last -> !last.isLeftOpen())
                        .isPresent();
    }

    public boolean isOpen(Blank blank) {
        return open.filter(blank::equals).isPresent();
    }

    /** The same with nothing held. */
    public ConversationState withoutHeld() {
        return new ConversationState(plan, open, Optional.empty(), cards, live, now, reader, askedBeside);
    }
}
