package steward.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Nudged;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.desk.Shrunk;
import steward.conversation.desk.Submission;
import steward.conversation.nudges.Nudges;
import steward.conversation.turn.Hints;
import steward.dashboard.HomeMessage;
import steward.dashboard.Reader;
import steward.export.OwnFile;
import steward.message.About;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Stamp;
import steward.nudges.Sent;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.Notation;

/** Steward's side of the talk with one rep: whatever the rep does, what Steward writes down and says. */
public final class Conversation {

    private final Notation notation;
    private final Supplier<String> ids;

    /**
     * A conversation in a workspace that writes as {@code notation} says.
     *
     * @param ids a new, unguessable id each time
     */
    public Conversation(Notation notation, Supplier<String> ids) {
        this.notation = notation;
        this.ids = ids;
    }

    // ── What the rep does ────────────────────────────────────────────────────────────────────────────────

    /** The rep wrote in the DM; {@code thread} is the message replied to if it was written in a thread. */
    public Outcome text(Desk desk, String said, Stamp stamp, Optional<MessageRef> thread, Instant now) {
        Occasion occasion = occasion(desk, now);
        DeskTurns turns = new DeskTurns(desk, occasion);
        return thread.map(parent -> new ThreadReplies(desk, occasion, turns).heard(said, parent))
                .orElseGet(() -> new ChatWords(desk, occasion, turns).heard(said, stamp));
    }

    /** The rep tapped something of a message about a plan or a question. */
    public Outcome tap(Desk desk, About about, String says, Instant now) {
        Occasion occasion = occasion(desk, now);
        return new Taps(desk, occasion, new DeskTurns(desk, occasion)).taken(about, says);
    }

    /** The rep typed a slash command. */
    public Outcome command(Desk desk, String typed, Instant now) {
        Occasion occasion = occasion(desk, now);
        return new SlashCommands(desk, occasion, new DeskTurns(desk, occasion)).take(Optional.empty(), typed);
    }

    /** The rep sent a form back. */
    public Submission submitted(Desk desk, String token, Map<About, String> answers, Instant now) {
        Occasion occasion = occasion(desk, now);
        return new SentForms(desk, occasion, new DeskTurns(desk, occasion)).take(token, answers);
    }

    /**
     * The rep edited a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public Outcome edited(Desk desk, String delivery, String said, Instant now) {
        return written(desk, delivery, now).edited(said);
    }

    /**
     * The rep deleted a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public Outcome deleted(Desk desk, String delivery, Instant now) {
        return written(desk, delivery, now).deleted();
    }

    private PastMessage written(Desk desk, String delivery, Instant now) {
        Occasion occasion = occasion(desk, now);
        return new PastMessage(desk, occasion, new DeskTurns(desk, occasion), delivery);
    }

    /** The rep opened the DM. */
    public Outcome opened(Desk desk, Instant now) {
        return desk.plans().isEmpty() ? reply(Hints.welcome(desk.rep().firstName())) : Outcome.NOTHING;
    }

    /** The rep sent something other than text: a file, a sticker, a voice clip. */
    public Outcome file(Desk desk, Instant now) {
        return reply(Hints.file());
    }

    private Outcome reply(Message message) {
        return Outcome.reply(ids.get(), About.NOTHING, message);
    }

    // ── What Steward does unasked, and shows ─────────────────────────────────────────────────────────────

    /** The rep's moment has come: says unasked what they deserve to be told or asked now. */
    public Outcome nudge(Desk desk, Instant now) {
        return new Nudges(desk, occasion(desk, now)).deserved();
    }

    /** The messages of nudges that show something else since this turn; to be asked when it is over. */
    public List<Shrunk> redrawn(Desk desk, Instant now) {
        return new Nudges(desk, occasion(desk, now)).redrawn();
    }

    /** What the rep's Home tab shows; {@code page} counts from 1. */
    public Message home(Desk desk, int page, Instant now) {
        List<Plan> live = desk.livePlans();
        return new HomeMessage(
                        live,
                        desk.plans().size() - live.size(),
                        now,
                        occasion(desk, now).reader())
                .page(page);
    }

    /** All that is kept of the rep, as a file that they can read; the same as long as nothing changes. */
    public String ownFile(Desk desk, Instant now) {
        List<Plan> plans = desk.plans().stream()
                .flatMap(card -> desk.plan(card.id()).stream())
                .toList();
        List<Sent> nudges = desk.nudges().stream().map(Nudged::sent).toList();
        return new OwnFile(desk.rep(), occasion(desk, now).today(), notation).text(plans, nudges);
    }

    private Occasion occasion(Desk desk, Instant now) {
        Rep rep = desk.rep();
        Reader reader = new Reader(rep.firstName(), now.atZone(rep.zone()).toLocalDate(), notation, rep.preferences());
        return new Occasion(now, reader, ids);
    }
}
