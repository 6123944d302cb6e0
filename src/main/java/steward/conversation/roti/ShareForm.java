package steward.conversation.roti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.files.ShareFields;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.writing.Hints;
import steward.dashboard.roti.AccountRoti;
import steward.dashboard.roti.RotiBoard;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanId;

/** Where a look at the ROTI is to be shared, as a form: it is posted there as the rep's, with nothing to tap. */
public final class ShareForm {

    public static final String TOKEN = "share:";

    private static final String ALL = "all";

    private ShareForm() {}

    /** Shares the accounts ranked. */
    static Form ofAll() {
        return form(ALL, Words.of("Your accounts, ranked by what your next hour is worth."));
    }

    /** Shares one account's ROTI. */
    static Form of(Plan plan) {
        return form(plan.id().text(), Words.of("What an hour at *{}* earns, with its opportunities.", plan.account()));
    }

    private static Form form(String what, Words about) {
        return new Form(
                TOKEN + " " + what,
                "Share",
                Message.of(
                        new Part.Paragraph(about),
                        new Part.Quiet(Words.of("Everybody there will see it, as it is now."))),
                List.of(ShareFields.place(), ShareFields.note()),
                "Share");
    }

    public static Submission submitted(
            RepSession session, String what, Map<About, String> answers, TurnContext context) {
        return ShareFields.place(answers)
                .map(place -> new Submission(
                        Map.of(),
                        shared(session, what, context)
                                .map(message -> post(session, message, ShareFields.note(answers), place, context))
                                .orElseGet(() -> TurnResult.aside(Hints.noSuchPlan()))))
                .orElseGet(ShareFields::withoutPlace);
    }

    private static Optional<Message> shared(RepSession session, String what, TurnContext context) {
        return what.equals(ALL)
                ? Optional.of(
                        new RotiBoard(session.livePlans(), context.reader().amongOthers()).shared())
                : session.plan(new PlanId(what))
                        .map(plan -> new AccountRoti(plan, context.reader().amongOthers()).shared());
    }

    private static TurnResult post(
            RepSession session, Message message, String note, String place, TurnContext context) {
        List<Part> parts = new ArrayList<>();
        String name = session.rep().name();
        parts.add(new Part.Quiet(
                name.isEmpty() ? Words.of("Shared from Steward") : Words.of("{} shares this from Steward", name)));
        if (!note.isEmpty()) {
            parts.add(new Part.Quote(Words.literal(note)));
        }
        Message post = new Message(parts).then(message);
        return new TurnResult(
                List.of(new OutgoingMessage(
                        context.ids().get(), Purpose.REPLY, About.NOTHING, post, Optional.empty(), Optional.of(place))),
                List.of());
    }
}
