package steward.conversation.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.accounts.Accounts;

/** {@code /plan rename Acme to Acme Glass}: gives an account another name, in all its plans; their history stays. */
final class Renaming {

    private static final Pattern TO = Pattern.compile("(?:(.+?)\\s+)?(?:to|into|as|->|→)\\s+(.+)", Pattern.DOTALL);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    Renaming(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    TurnResult take(Optional<Plan> about, String typed) {
        Matcher words = TO.matcher(typed);
        if (!words.matches() || (words.group(1) == null && about.isEmpty())) {
            return say("Say it like `/plan rename Acme to Acme Glass`.");
        }
        String name = words.group(2).strip();
        if (about.isPresent()) {
            return rename(about.get().account(), name);
        }
        AccountQuery query = AccountQuery.of(words.group(1), context);
        List<PlanCard> meant = query.meantLive(session.plans());
        return switch ((int) meant.stream().map(PlanCard::account).distinct().count()) {
            case 0 -> say("You have no plan called {}. `/plan` lists yours.", PlanMessages.shortened(words.group(1)));
            case 1 -> rename(meant.get(0).account(), name);
            default -> TurnResult.aside(PlanMessages.whichOne(meant, "/plan rename to " + name));
        };
    }

    private TurnResult rename(String before, String name) {
        Optional<String> complaint = AccountQuery.of(name, context).complaint(context);
        List<PlanCard> cards = session.plans().stream()
                .filter(card -> card.account().equals(before))
                .toList();
        boolean isTaken = new Accounts(session.plans())
                .exactly(name).stream()
                        .anyMatch(other -> !other.account().equals(before)
                                && cards.stream().anyMatch(card -> card.year() == other.year()));
        if (complaint.isPresent()) {
            return say("{}", complaint.get());
        }
        if (before.equals(name)) {
            return say("*{}* is called that already.", name);
        }
        if (isTaken) {
            return say("You have a plan for *{}* in that year already, so nothing has changed.", name);
        }
        List<OutgoingMessage> messages = new ArrayList<>();
        List<MessageUpdate> updates = new ArrayList<>();
        Plan first = session.plan(cards.get(0).id()).orElseThrow();
        for (PlanCard card : cards) {
            Plan plan = session.plan(card.id()).orElseThrow();
            Entry renamed = new Entry(Kind.RENAMED, "", 0, name, before, context.now());
            TurnResult result = turns.take(plan, turn -> turn.act(false, writer -> writer.write(renamed)));
            messages.addAll(result.messages());
            updates.addAll(result.updates());
        }
        return new TurnResult(messages, updates)
                .with(Message.of(new Part.Entry(
                        Words.of("*{}* is called *{}* from now on. All that you entered stays.", before, name),
                        Abouts.of(first),
                        Undoing.button(first))));
    }

    private static TurnResult say(String template, Object... words) {
        return TurnResult.aside(Message.say(template, words));
    }
}
