package steward.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import steward.conversation.files.PlanFiles;
import steward.conversation.imports.ImportConversation;
import steward.conversation.imports.ImportFile;
import steward.conversation.nudges.Nudges;
import steward.conversation.nudges.PromisedQuestions;
import steward.conversation.session.FileRequest;
import steward.conversation.session.ImportPreview;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.SentFile;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.Reader;
import steward.dashboard.home.HomeMessage;
import steward.export.PlanCalendar;
import steward.export.brand.Brand;
import steward.export.data.PersonalDataFile;
import steward.message.About;
import steward.message.ChatFile;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Stamp;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.LocalYear;
import steward.worksheet.values.Notation;

/** Handles all that a rep does in the chat, and nudges that fall due: what Steward writes into the plans, and what it replies. */
public final class Conversation {

    private final Notation notation;
    private final Supplier<String> ids;
    private final Optional<String> publicUrl;
    private final Brand brand;

    /**
     * A conversation in a workspace that writes as {@code notation} says.
     *
     * @param ids a new, unguessable id each time
     */
    public Conversation(Notation notation, Supplier<String> ids) {
        this(notation, ids, Optional.empty(), Brand.NONE);
    }

    /**
     * The same, where calendars can reach Steward, and documents are on a company's paper.
     *
     * @param publicUrl its address, without a slash at its end; empty if they can't
     */
    public Conversation(Notation notation, Supplier<String> ids, Optional<String> publicUrl, Brand brand) {
        this.notation = notation;
        this.ids = ids;
        this.publicUrl = publicUrl;
        this.brand = brand;
    }

    // ── What the rep does ────────────────────────────────────────────────────────────────────────────────

    /** The rep wrote in the DM; {@code thread} is the message replied to if it was written in a thread. */
    public TurnResult text(RepSession session, String said, Stamp stamp, Optional<MessageRef> thread, Instant now) {
        TurnContext context = context(session, now);
        SessionTurns turns = new SessionTurns(session, context);
        if (thread.isPresent()) {
            return noted(session, new ThreadReplies(session, context, turns).heard(said, thread.get()));
        }
        return new ChatReplies(session, context, turns).heard(said, stamp);
    }

    /** The rep tapped something of a message about a plan or a question. */
    public TurnResult tap(RepSession session, About about, String says, Instant now) {
        TurnContext context = context(session, now);
        return noted(session, new Taps(session, context, new SessionTurns(session, context)).taken(about, says));
    }

    /** What was asked beside the worksheet lapses only once something else is asked, or done. */
    private static TurnResult noted(RepSession session, TurnResult result) {
        if (result.asked().isPresent() || !session.touched().isEmpty()) {
            session.askBeside(result.asked());
        }
        return result;
    }

    /** The rep typed a slash command. */
    public TurnResult command(RepSession session, String typed, Instant now) {
        TurnContext context = context(session, now);
        return noted(
                session,
                new SlashCommands(session, context, new SessionTurns(session, context)).take(Optional.empty(), typed));
    }

    /** The rep sent a form back. */
    public Submission submitted(RepSession session, String token, Map<About, String> answers, Instant now) {
        TurnContext context = context(session, now);
        return new FormSubmissions(session, context, new SessionTurns(session, context)).take(token, answers);
    }

    /**
     * The rep edited a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public TurnResult edited(RepSession session, String delivery, String said, Instant now) {
        return written(session, delivery, now).edited(said);
    }

    /**
     * The rep deleted a message written before.
     *
     * @param delivery the delivery that the message came by when it was written
     */
    public TurnResult deleted(RepSession session, String delivery, Instant now) {
        return written(session, delivery, now).deleted();
    }

    private EditedMessage written(RepSession session, String delivery, Instant now) {
        TurnContext context = context(session, now);
        return new EditedMessage(session, context, new SessionTurns(session, context), delivery);
    }

    /** The rep opened the DM. */
    public TurnResult opened(RepSession session, Instant now) {
        return session.plans().isEmpty() ? reply(Hints.welcome(session.rep().firstName())) : TurnResult.NOTHING;
    }

    /** The rep sent a file that may hold plans. */
    public TurnResult sent(RepSession session, SentFile file, String words, Instant now) {
        return new ImportConversation(session, context(session, now)).sent(file, words);
    }

    /** The file that is to be imported by what a button says, by what the chat knows it by. */
    public static Optional<String> fileToImport(String says) {
        return ImportConversation.meant(says);
    }

    /** The rep tapped that the plans of a file that they sent are to be imported. */
    public TurnResult importTapped(RepSession session, SentFile file, Instant now) {
        return new ImportConversation(session, context(session, now)).meant(file);
    }

    /**
     * The rep sent something else than text, and nothing that may hold plans: a picture, a sticker, a voice clip.
     *
     * @param name the file's, empty if it has none
     */
    public TurnResult file(RepSession session, String name, Instant now) {
        return reply(SentFile.isSpreadsheet(name) ? Hints.spreadsheet() : Hints.file());
    }

    private TurnResult reply(Message message) {
        return TurnResult.reply(ids.get(), About.NOTHING, message);
    }

    // ── What Steward does unasked, and shows ─────────────────────────────────────────────────────────────

    /** The rep's moment has come: says unasked what they deserve to be told or asked now. */
    public TurnResult nudge(RepSession session, Instant now) {
        TurnContext context = context(session, now);
        TurnResult nudges = new Nudges(session, context).deserved();
        return new PromisedQuestions(session, context, new SessionTurns(session, context)).after(nudges);
    }

    /** The messages of nudges that show something else since this turn; to be asked when it is over. */
    public List<MessageUpdate> redrawn(RepSession session, Instant now) {
        return new Nudges(session, context(session, now)).redrawn();
    }

    /** What the rep's Home tab shows; {@code page} counts from 1. */
    public Message home(RepSession session, int page, Instant now) {
        List<Plan> live = session.livePlans();
        return new HomeMessage(
                        live,
                        session.plans().size() - live.size(),
                        now,
                        context(session, now).reader())
                .page(page);
    }

    /** All that is kept of the rep, as a file that they can read; the same as long as nothing changes. */
    public String ownFile(RepSession session, Instant now) {
        List<Plan> plans = Stream.concat(
                        session.plans().stream().flatMap(card -> session.plan(card.id()).stream()),
                        session.deletedPlans().stream())
                .toList();
        List<SentNudge> nudges =
                session.nudges().stream().map(NudgeMessage::sent).toList();
        return new PersonalDataFile(session.rep(), context(session, now).today(), notation).text(plans, nudges);
    }

    /** The file that the rep asked for, made of what is in their plans now; empty if there is nothing to make it of any more. */
    public Optional<ChatFile> file(RepSession session, FileRequest request, Instant now) {
        return new PlanFiles(session, context(session, now), brand).made(request);
    }

    /** The days of the rep's plans, for a calendar that subscribed to them; empty if none can. */
    public Optional<byte[]> calendar(RepSession session, Instant now) {
        return publicUrl.map(url -> new PlanCalendar(
                        session.livePlans(),
                        session.rep(),
                        now,
                        context(session, now).notation())
                .bytes());
    }

    /**
     * What a file would bring into the rep's plans; it is taken only if that is wanted.
     *
     * @param name by whose ending it is known what is in it: Steward's own JSON, or a CSV of accounts
     */
    public ImportPreview imported(RepSession session, String name, byte[] file, boolean isTaken, Instant now) {
        ImportFile plans = new ImportFile(session, context(session, now), name, file);
        if (isTaken) {
            var unused = plans.take();
        }
        return plans.preview();
    }

    private TurnContext context(RepSession session, Instant now) {
        Rep rep = session.rep();
        LocalYear year = new LocalYear(
                rep.isSouthern(),
                rep.preferences().fiscalYearEnd(),
                rep.preferences().week().days());
        Reader reader = new Reader(
                rep.firstName(), now.atZone(rep.zone()).toLocalDate(), notation.withYear(year), rep.preferences());
        return new TurnContext(now, reader, ids, publicUrl);
    }
}
