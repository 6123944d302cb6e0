package steward.conversation.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.accounts.Wanted;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.dashboard.TimeLogMessage;
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
            "(undo|restore|edit|delete)((?:\\s+\\S+\\.\\d{1,6})+)(?: in (week|account))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_VERB = Pattern.compile("undo|edit|delete|restore", Pattern.CASE_INSENSITIVE);

    private final Desk desk;
    private final Occasion occasion;

    /** The command at a rep's desk. */
    public TimeCommand(Desk desk, Occasion occasion) {
        this.desk = desk;
        this.occasion = occasion;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public Outcome take(Optional<Plan> about, String typed) {
        Matcher log = LOG.matcher(typed);
        Matcher refs = REFS.matcher(typed);
        Optional<Spent> written = log.matches() ? Spent.ofWritten(log.group(2)) : Optional.empty();
        if (written.isPresent()) {
            return entered(
                    entering -> entering.enterOnce(TimeRef.of(log.group(1)).orElseThrow(), written.get()));
        }
        if (refs.matches()) {
            return onEntries(refs.group(1), TimeRef.all(refs.group(2)), Optional.ofNullable(refs.group(3)));
        }
        if (BARE_VERB.matcher(typed).matches()) {
            return Outcome.aside(
                    Message.say("`/time` shows this week's log, where each entry can be changed or deleted."));
        }
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "help" -> Outcome.aside(TimeHelp.message());
            case "form" -> form(about);
            default -> show(about, typed).orElseGet(() -> enter(about, typed));
        };
    }

    // ── Entries ──────────────────────────────────────────────────────────────────────────────────────────

    /** @param list the list under which it was tapped, if it was: it is shown again as it is now */
    private Outcome onEntries(String verb, List<TimeRef> refs, Optional<String> list) {
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "undo" -> entered(entering -> entering.undo(refs)).insteadOfTapped();
            case "restore" ->
                changed(refs.get(0), list, entering -> entering.restore(refs.get(0)))
                        .insteadOfTapped();
            case "delete" -> {
                String where = list.map(each -> " in " + each).orElse("");
                Outcome deleted = changed(refs.get(0), list, entering -> entering.delete(refs.get(0), where));
                yield list.isPresent() ? deleted.insteadOfTapped() : deleted;
            }
            default ->
                new TimeBook(desk, occasion)
                        .at(refs.get(0))
                        .map(line -> Outcome.form(new TimeForm(desk, occasion).of(line)))
                        .orElseGet(() -> Outcome.aside(
                                Message.say("That entry is not in the log any more. `/time` shows what is.")));
        };
    }

    private Outcome changed(TimeRef ref, Optional<String> list, Function<TimeEntering, List<Part>> step) {
        Optional<LocalDate> day =
                new TimeBook(desk, occasion).last(ref).map(line -> line.entry().day());
        Outcome changed = entered(step);
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

    private Outcome entered(Function<TimeEntering, List<Part>> step) {
        TimeBook book = new TimeBook(desk, occasion);
        Message reply = new Message(step.apply(new TimeEntering(book, occasion)));
        book.close();
        return Outcome.aside(reply);
    }

    private Outcome form(Optional<Plan> about) {
        return desk.livePlans().isEmpty()
                ? Outcome.aside(TimeHelp.noPlans(desk.plans()))
                : Outcome.form(new TimeForm(desk, occasion).blank(about));
    }

    private Outcome enter(Optional<Plan> about, String typed) {
        if (TimeText.isTooLong(typed)) {
            return Outcome.aside(
                    Message.say("That is too long to read at once. Send it in two or three parts, please."));
        }
        if (desk.plans().isEmpty()) {
            return Outcome.aside(TimeHelp.noPlans(List.of()));
        }
        List<TimePart> entries = new TimeReader(desk.plans(), occasion, about.map(Plan::id)).read(typed);
        return entries.isEmpty() ? Outcome.aside(TimeHelp.message()) : entered(entering -> entering.enter(entries));
    }

    // ── The log ──────────────────────────────────────────────────────────────────────────────────────────

    /** The log of the week or the account that the words name; empty if they name neither. */
    private Optional<Outcome> show(Optional<Plan> about, String typed) {
        Matcher paged = PAGE.matcher(typed);
        String words = paged.matches() ? paged.group(1).strip() : typed;
        int page = paged.matches() && paged.group(2) != null ? Integer.parseInt(paged.group(2)) : 1;
        if (about.isPresent() && (words.isEmpty() || words.equals("show"))) {
            return Optional.of(account(about.get().id(), page));
        }
        return TimeWeek.monday(words, occasion.today())
                .map(monday -> week(monday, page))
                .or(() -> named(words, page));
    }

    private Outcome week(LocalDate monday, int page) {
        return desk.plans().isEmpty()
                ? Outcome.aside(TimeHelp.noPlans(List.of()))
                : Outcome.aside(message().week(monday, page));
    }

    private Optional<Outcome> named(String words, int page) {
        if (words.isEmpty() || new TimeReader(desk.plans(), occasion, Optional.empty()).saysTime(words)) {
            return Optional.empty();
        }
        Wanted wanted = Wanted.of(words, occasion);
        List<PlanCard> meant = wanted.meantLive(desk.plans());
        return switch (meant.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(account(meant.get(0).id(), page));
            default -> Optional.of(Outcome.aside(PlanMessages.whichOne(meant, "/time show")));
        };
    }

    private Outcome account(PlanId plan, int page) {
        return Outcome.aside(message().account(plan, page));
    }

    private TimeLogMessage message() {
        return new TimeLogMessage(new TimeBook(desk, occasion).plans(), occasion.reader());
    }
}
