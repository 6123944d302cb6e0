package steward.conversation.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.time.TimeLogMessage;
import steward.message.Message;
import steward.message.Part;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;

/** {@code /time}: logs time, and shows the log of a week or an account. */
public final class TimeCommand {

    private static final Pattern PAGE = Pattern.compile("(.*?)(?: page (\\d{1,3}))?", Pattern.DOTALL);
    private static final Pattern LOG = Pattern.compile("log (\\S+\\.\\d{1,6}) (.+)", Pattern.DOTALL);
    private static final Pattern REFS = Pattern.compile(
            "(restore|edit|delete)((?:\\s+\\S+\\.\\d{1,6})+)(?: in (week|account))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_VERB = Pattern.compile("edit|delete|restore", Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;

    /** The command in a rep's session. */
    public TimeCommand(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String typed) {
        Matcher log = LOG.matcher(typed);
        Matcher refs = REFS.matcher(typed);
        Optional<TimeDraft> written = log.matches() ? TimeDraft.ofWritten(log.group(2)) : Optional.empty();
        if (written.isPresent()) {
            return entered(
                    entering -> entering.enterOnce(TimeRef.of(log.group(1)).orElseThrow(), written.get()));
        }
        if (refs.matches()) {
            return onEntries(refs.group(1), TimeRef.all(refs.group(2)), Optional.ofNullable(refs.group(3)));
        }
        if (BARE_VERB.matcher(typed).matches()) {
            return TurnResult.aside(
                    Message.say("`/time` shows this week's log, where each entry can be changed or deleted."));
        }
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "help" -> TurnResult.aside(TimeHelp.message());
            case "form" -> form(about);
            default -> show(about, typed).orElseGet(() -> enter(about, typed));
        };
    }

    // ── Entries ──────────────────────────────────────────────────────────────────────────────────────────

    /** @param list the list under which it was tapped, if it was: it is shown again as it is now */
    private TurnResult onEntries(String verb, List<TimeRef> refs, Optional<String> list) {
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "restore" ->
                changed(refs.get(0), list, entering -> entering.restore(refs.get(0)))
                        .insteadOfTapped();
            case "delete" -> {
                String where = list.map(each -> " in " + each).orElse("");
                TurnResult deleted = changed(refs.get(0), list, entering -> entering.delete(refs, where));
                yield list.isPresent() ? deleted.insteadOfTapped() : deleted;
            }
            default ->
                new TimeLog(session, context)
                        .at(refs.get(0))
                        .map(line -> TurnResult.form(new TimeForm(session, context).of(line)))
                        .orElseGet(() -> TurnResult.aside(
                                Message.say("That entry is not in the log any more. `/time` shows what is.")));
        };
    }

    private TurnResult changed(TimeRef ref, Optional<String> list, Function<TimeLogging, List<Part>> step) {
        Optional<LocalDate> day =
                new TimeLog(session, context).last(ref).map(line -> line.entry().day());
        TurnResult changed = entered(step);
        if (list.isEmpty() || day.isEmpty()) {
            return changed;
        }
        Message now = list.get().equals("week")
                ? message().week(TimeWeek.monday(day.get()), 1)
                : message().account(ref.plan(), 1);
        return changed.with(changed.aside()
                .orElseThrow()
                .then(Message.of(new Part.Divider()))
                .then(now));
    }

    private TurnResult entered(Function<TimeLogging, List<Part>> step) {
        return told(entering -> new Message(step.apply(entering)));
    }

    private TurnResult told(Function<TimeLogging, Message> step) {
        TimeLog log = new TimeLog(session, context);
        Message reply = step.apply(new TimeLogging(log, context));
        log.close();
        return TurnResult.aside(reply);
    }

    private TurnResult form(Optional<Plan> about) {
        return session.livePlans().isEmpty()
                ? TurnResult.aside(TimeHelp.noPlans(session.plans()))
                : TurnResult.form(new TimeForm(session, context).blank(about));
    }

    private TurnResult enter(Optional<Plan> about, String typed) {
        if (TimeText.isTooLong(typed)) {
            return TurnResult.aside(
                    Message.say("That is too long to read at once. Send it in two or three parts, please."));
        }
        if (session.plans().isEmpty()) {
            return TurnResult.aside(TimeHelp.noPlans(List.of()));
        }
        Optional<Message> corrected = new TimeCorrection(session, context).heard(typed);
        if (corrected.isPresent()) {
            return TurnResult.aside(corrected.get());
        }
        List<TimePart> entries = new TimeReader(session.plans(), context, about.map(Plan::id)).read(typed);
        return entries.isEmpty() ? TurnResult.aside(TimeHelp.message()) : told(entering -> entering.enter(entries));
    }

    // ── The log ──────────────────────────────────────────────────────────────────────────────────────────

    /** The log of the week or the account that the words name; empty if they name neither. */
    private Optional<TurnResult> show(Optional<Plan> about, String typed) {
        Matcher paged = PAGE.matcher(typed);
        String words = paged.matches() ? paged.group(1).strip() : typed;
        int page = paged.matches() && paged.group(2) != null ? Integer.parseInt(paged.group(2)) : 1;
        if (about.isPresent() && (words.isEmpty() || words.equals("show"))) {
            return Optional.of(account(about.get().id(), page));
        }
        return TimeWeek.monday(words, context.today())
                .map(monday -> week(monday, page))
                .or(() -> named(words, page));
    }

    private TurnResult week(LocalDate monday, int page) {
        return session.plans().isEmpty()
                ? TurnResult.aside(TimeHelp.noPlans(List.of()))
                : TurnResult.aside(message().week(monday, page));
    }

    private Optional<TurnResult> named(String words, int page) {
        if (words.isEmpty() || new TimeReader(session.plans(), context, Optional.empty()).saysTime(words)) {
            return Optional.empty();
        }
        AccountQuery query = AccountQuery.of(words, context);
        List<PlanCard> meant = query.meantLive(session.plans());
        return switch (meant.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(account(meant.get(0).id(), page));
            default -> Optional.of(TurnResult.aside(PlanMessages.whichOne(meant, "/time show")));
        };
    }

    private TurnResult account(PlanId plan, int page) {
        return TurnResult.aside(message().account(plan, page));
    }

    private TimeLogMessage message() {
        return new TimeLogMessage(new TimeLog(session, context).plans(), context.reader());
    }
}
