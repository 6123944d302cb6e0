package steward.conversation.undo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.conversation.turn.UndoHistory;
import steward.conversation.turn.UndoHistory.Deed;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;

/**
 * Takes back what the rep did last, in whatever plan, and with each further word what they did before that. A button takes back what it
 * stands under, however old that is.
 */
public final class Undo {

    private static final int DEPTH_MAX = 10;
    /** More plans of one file are told as their number. */
    private static final int PLANS_TOLD_MAX = 5;

    private static final Duration OLD = Duration.ofDays(1);

    /** What a button says: the place of the first entry, and of the one after the last unless all that was done then is meant. */
    private static final Pattern TAPPED = Pattern.compile("(\\d{1,6})-(\\d{0,6})");

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public Undo(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    // ── Under its button ─────────────────────────────────────────────────────────────────────────────────

    /**
     * Takes back what an Undo button stands under.
     *
     * @param words which entries of the plan, as its button says; empty for what was done last
     */
    public TurnResult tapped(Plan plan, String words) {
        Matcher tapped = TAPPED.matcher(words);
        if (!tapped.matches()) {
            return last();
        }
        int from = Integer.parseInt(tapped.group(1));
        if (from >= plan.entries().size()) {
            return reply(Abouts.of(plan), nothingLeft());
        }
        UndoHistory deeds = new UndoHistory(plan);
        Deed whole = deeds.around(from);
        int to = tapped.group(2).isEmpty() ? 0 : Integer.parseInt(tapped.group(2));
        Deed meant = to <= from ? whole : deeds.part(from, to);
        boolean isClosing = whole.has(Kind.CLOSED);
        if (plan.isDeleted() && !whole.has(Kind.DELETED)) {
            return reply(About.NOTHING, Hints.noSuchPlan());
        }
        if (deeds.isTakenBack(meant) || deeds.isTakenBack(whole)) {
            return TurnResult.aside(Message.say("That is taken back already.")).insteadOfTapped();
        }
        if (plan.status() == Status.CLOSED && !isClosing) {
            return reply(Abouts.of(plan), new Message(Hints.closed(plan)));
        }
        return meant.equals(whole)
                ? takeBack(atOnce(whole), false).toldInsteadOfTapped()
                : takeBack(List.of(meant), false);
    }

    // ── By its word ──────────────────────────────────────────────────────────────────────────────────────

    /** The last thing that is not taken back yet; what the rep may not have in mind any more is confirmed first. */
    public TurnResult last() {
        List<Deed> newest = newest();
        Optional<Deed> last = newest.stream()
                .filter(deed -> !deed.isFinal())
                .filter(deed -> !deed.has(Kind.STARTED) || deed.plan().status() == Status.DRAFT)
                .findFirst();
        if (last.isEmpty()) {
            return reply(About.NOTHING, nothingLeft());
        }
        List<Deed> meant = atOnce(last.get());
        boolean isElsewhere =
                session.current().isPresent() && meant.stream().noneMatch(deed -> session.isTalkedAbout(deed.plan()));
        boolean isOld = Duration.between(last.get().at(), context.now()).compareTo(OLD) > 0;
        String why = newest.get(0).isFinal()
                ? "The 90 days have begun, and that stays. "
                : isOld ? "That was more than a day ago. " : "";
        return isElsewhere || !why.isEmpty() ? confirm(meant, why) : takeBack(meant, true);
    }

    /** What the rep did last over all their plans and is not taken back yet, of the ten things done last; the newest first. */
    private List<Deed> newest() {
        return plans().flatMap(plan -> new UndoHistory(plan).all().stream())
                .sorted(Comparator.comparing(Deed::at).reversed())
                .limit(DEPTH_MAX)
                .filter(deed -> !new UndoHistory(deed.plan()).isTakenBack(deed))
                .toList();
    }

    private Stream<Plan> plans() {
        return Stream.concat(
                session.plans().stream().flatMap(card -> session.plan(card.id()).stream()), deletedToday());
    }

    /** A deleted plan may be brought back on the rep's day on which it was deleted. */
    private Stream<Plan> deletedToday() {
        return session.deletedPlans().stream()
                .filter(plan -> plan.deletedAt()
                        .filter(at ->
                                at.atZone(session.rep().zone()).toLocalDate().equals(context.today()))
                        .isPresent());
    }

    /** The plan that a button stands under, if it is there or may be brought back. */
    public Optional<Plan> plan(PlanId id) {
        return plans().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** What was done at the same moment, in other plans as well. */
    private List<Deed> atOnce(Deed deed) {
        return plans().flatMap(plan -> new UndoHistory(plan).all().stream())
                .filter(other -> other.at().equals(deed.at()))
                .toList();
    }

    private TurnResult confirm(List<Deed> deeds, String why) {
        Deed first = deeds.get(0);
        String what = deeds.stream()
                .map(deed -> new UndoWords(deed, context.reader()).words())
                .collect(Collectors.joining(", "));
        return reply(
                Abouts.of(first.plan()),
                Message.of(
                                new Part.Paragraph(Words.of(why + "The last thing you did: {}. Take that back?", what)),
                                new Part.Choices(
                                        Abouts.of(first.plan()),
                                        List.of(new Button("Take it back", "undo " + first.from() + "-"))))
                        .askingWhich());
    }

    // ── Taking back ──────────────────────────────────────────────────────────────────────────────────────

    /** The plan that is talked about comes last, with the question that is open. */
    private TurnResult takeBack(List<Deed> deeds, boolean isTyped) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<MessageUpdate> updates = new ArrayList<>();
        List<Deed> inOrder = deeds.stream()
                .sorted(Comparator.comparing(deed -> session.isTalkedAbout(deed.plan())))
                .toList();
        boolean isMany = deeds.size() > PLANS_TOLD_MAX && deeds.stream().allMatch(deed -> deed.has(Kind.IMPORTED));
        for (Deed deed : inOrder) {
            boolean talkedAbout = session.isTalkedAbout(deed.plan());
            TurnResult result =
                    turns.take(deed.plan(), turn -> turn.takeBack(deed.from(), deed.to(), talkedAbout, isTyped));
            if (!isMany || isThere(deed)) {
                messages.addAll(result.messages());
            }
            updates.addAll(result.updates());
        }
        long gone = isMany ? deeds.stream().filter(deed -> !isThere(deed)).count() : 0;
        if (gone > 0) {
            messages.addAll(reply(About.NOTHING, Message.say("Taken back: {} plans are gone.", gone))
                    .messages());
        }
        boolean isGone = deeds.stream().anyMatch(deed -> !isThere(deed));
        Optional<Plan> waiting = session.current().flatMap(session::plan).filter(plan -> isGone && plan.isWaiting());
        waiting.map(plan -> turns.take(plan, Turn::askAgain)).ifPresent(asked -> {
            messages.addAll(asked.messages());
            updates.addAll(asked.updates());
        });
        return new TurnResult(together(messages), updates);
    }

    private boolean isThere(Deed deed) {
        return session.plan(deed.plan().id()).isPresent();
    }

    /** What is told of several plans is one message. */
    private static List<OutgoingMessage> together(List<OutgoingMessage> messages) {
        List<OutgoingMessage> joined = new ArrayList<>();
        for (OutgoingMessage next : messages) {
            OutgoingMessage last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && last.purpose() == Purpose.REPLY && next.purpose() == Purpose.REPLY) {
                joined.set(
                        joined.size() - 1,
                        new OutgoingMessage(
                                last.intent(),
                                Purpose.REPLY,
                                last.about(),
                                last.message().then(next.message()),
                                last.thread()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static Message nothingLeft() {
        return Message.say("There is nothing left to take back. To change an answer, say `edit` and its number.");
    }

    private TurnResult reply(About about, Message message) {
        return TurnResult.reply(context.ids().get(), about, message);
    }
}
