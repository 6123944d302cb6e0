package steward.conversation.roti;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.dashboard.roti.AccountRoti;
import steward.dashboard.roti.HourAllocationMessage;
import steward.dashboard.roti.RotiBoard;
import steward.dashboard.roti.WhatIfMessage;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Situation;

/** {@code /roti}: where the rep's time is worth most. All but a few buttons only looks. */
public final class RotiCommand {

    private static final Pattern NEXT = Pattern.compile("next(?:\\s+(?:for\\s+)?(.*))?", Pattern.DOTALL);

    /** "share Acme", "hours Acme"; under an account's ROTI the name is known. */
    private static final Pattern VERB = Pattern.compile("(share|hours|what if)(?:\\s+(.*))?", Pattern.DOTALL);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    /** The command in a rep's session; {@code turns} takes a turn on a plan. */
    public RotiCommand(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String typed) {
        Matcher next = NEXT.matcher(typed);
        Matcher verb = VERB.matcher(typed);
        if (typed.equalsIgnoreCase("help")) {
            return TurnResult.aside(help());
        }
        if (next.matches() && about.isEmpty()) {
            return next(typed, Optional.ofNullable(next.group(1)).orElse("").strip());
        }
        if (WhatIfWords.areIn(typed)) {
            return whatIf(about, typed);
        }
        if (typed.contains("=")) {
            return TurnResult.aside(
                    Message.say(
                            "I can look at hours, probability and margin, like `/roti Acme hours=40 probability=60% margin=35%`."));
        }
        if (verb.matches()) {
            String rest = Optional.ofNullable(verb.group(2)).orElse("").strip();
            return switch (verb.group(1)) {
                case "share" -> share(about, rest);
                case "hours" -> on(about, rest, "/roti hours", plan -> turns.take(plan, Turn::askMoreHours));
                default -> on(about, rest, "/roti what if", plan -> TurnResult.form(WhatIfForm.of(plan, context)));
            };
        }
        return about.isEmpty() && typed.isEmpty()
                ? TurnResult.aside(new RotiBoard(session.livePlans(), context.reader()).whole())
                : on(about, typed, "/roti", plan -> TurnResult.aside(new AccountRoti(plan, context.reader()).whole()));
    }

    // ── Which account ────────────────────────────────────────────────────────────────────────────────────

    /** Does something about the plan that is known, or else the one that is named; two that may be meant are asked about. */
    private TurnResult on(Optional<Plan> about, String named, String says, Function<Plan, TurnResult> then) {
        if (about.isPresent() && named.isEmpty()) {
            return then.apply(about.get());
        }
        if (named.isEmpty()) {
            return TurnResult.aside(Message.say("For which account? Say it like `{} Acme`.", says));
        }
        List<PlanCard> meant = AccountQuery.of(named, context).meant(session.plans());
        return switch (meant.size()) {
            case 0 ->
                TurnResult.aside(Message.say(
                        "You have no plan called {}. `/roti` ranks all of yours, `/plan` lists them.",
                        PlanMessages.shortened(named)));
            case 1 -> then.apply(session.plan(meant.get(0).id()).orElseThrow());
            default -> {
                List<PlanCard> live = meant.stream().filter(PlanCard::isLive).toList();
                yield live.size() == 1
                        ? then.apply(session.plan(live.get(0).id()).orElseThrow())
                        : TurnResult.aside(PlanMessages.whichOne(live.isEmpty() ? meant : live, says));
            }
        };
    }

    // ── What if, and the next hours ──────────────────────────────────────────────────────────────────────

    private TurnResult whatIf(Optional<Plan> about, String typed) {
        WhatIfWords words = new WhatIfWords(typed);
        return on(about, words.account(), "/roti " + words.changes(), plan -> {
            Message answer = words.read(Situation.ofNoPlan(context.today(), context.notation()))
                    .either(change -> new WhatIfMessage(plan, change, context.reader()).message(), RotiCommand::say);
            return TurnResult.aside(answer);
        });
    }

    private static Message say(String hint) {
        return Message.of(new Part.Paragraph(Words.of(hint)));
    }

    private TurnResult next(String typed, String hours) {
        if (hours.isEmpty()) {
            return TurnResult.aside(Message.say("How many hours? Say it like `/roti next 10h`."));
        }
        // An account may well be called Next: only what reads as hours is taken for some.
        List<PlanCard> called = AccountQuery.of(typed, context).meant(session.plans());
        return Worksheet.HOURS_REQUIRED
                .read(hours, Situation.ofNoPlan(context.today(), context.notation()))
                .<TurnResult>either(
                        time -> TurnResult.aside(
                                new HourAllocationMessage(session.livePlans(), time, context.reader()).message()),
                        hint -> called.isEmpty()
                                ? TurnResult.aside(say(hint))
                                : on(
                                        Optional.empty(),
                                        typed,
                                        "/roti",
                                        plan -> TurnResult.aside(new AccountRoti(plan, context.reader()).whole())));
    }

    // ── Sharing, and help ────────────────────────────────────────────────────────────────────────────────

    private TurnResult share(Optional<Plan> about, String named) {
        return about.isEmpty() && named.isEmpty()
                ? TurnResult.form(ShareForm.ofAll())
                : on(about, named, "/roti share", plan -> TurnResult.form(ShareForm.of(plan)));
    }

    private static Message help() {
        return Message.of(
                new Part.Paragraph(
                        Words.of(
                                "*ROTI, the return on time invested*: what an hour spent on winning an account's opportunities earns.")),
                new Part.Paragraph(Words.of("""
                        `/roti` ranks your accounts by what your next hour is worth there
                        `/roti Acme` tells it of one account, with each number's formula
                        `/roti Acme hours=40 probability=60% margin=35%` shows what would be if; nothing is saved
                        `/roti next 10h` spreads ten hours so that they earn most""")),
                new Part.Quiet(Words.of(
                        "Next hour = open EGP ÷ hours left (at least 4 h, or a tenth of the hours required, are counted). EGP, the expected gross profit = increase × probability × gross margin. "
                                + "Hours come from your time log: `/time help`.")));
    }
}
