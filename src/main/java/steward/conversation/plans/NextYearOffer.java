package steward.conversation.plans;

import java.util.List;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.dashboard.plans.NextYear;
import steward.message.About;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.accounts.Accounts;

/** Offers next year's plan from November on, once a plan: a rep who looks at this year's may begin it with one tap. */
final class NextYearOffer {

    private final RepSession session;
    private final TurnContext context;

    NextYearOffer(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** The offer, which is then made; empty where it is too early, it was made before, or next year's plan is there. */
    Optional<Message> make(Plan plan) {
        NextYear next = new NextYear(plan);
        boolean isThere = new Accounts(session.plans())
                .exactly(plan.account()).stream().anyMatch(card -> card.year() == next.year());
        if (!next.isDue(context.today()) || isThere || plan.cycle() == 0 || plan.isOffered(next.year())) {
            return Optional.empty();
        }
        session.write(
                plan.id(), List.of(new Entry(Kind.OFFERED, "", 0, String.valueOf(next.year()), "", context.now())));
        return Optional.of(Message.of(
                new Part.Paragraph(Words.of("Time for " + next.year()
                        + "? I bring this plan along: you keep or change each answer, in about five minutes.")),
                new Part.Choices(About.NOTHING, List.of(next.button()))));
    }
}
