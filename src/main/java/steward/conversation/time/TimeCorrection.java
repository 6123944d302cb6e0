package steward.conversation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.message.Message;
import steward.message.Part;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.worksheet.questions.Reading;
import steward.worksheet.time.TypedTimeEntry;
import steward.worksheet.values.Hours;

/** Corrects the entry that the rep has just logged: "I meant 3h Beta", "no, 90 min", "Acme 2h wrong". */
public final class TimeCorrection {

    private static final Pattern SIGNED = Pattern.compile(
            "(?:(?:no|wait|sorry|oops|ups|actually|correction|i mean|i meant(?: to say)?|it was|that was|it should (?:be|have been)"
                    + "|should (?:be|have been)|make (?:it|that)|rather)(?![\\p{L}])[,:;.!]?\\s*)+(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WRONG = Pattern.compile(
            "(.*?)[,:]?(?: (?:is|was))?(?: all)? (?:wrong|a mistake|by mistake)[.!]?", Pattern.CASE_INSENSITIVE);

    /** What Steward writes by itself is nothing that the rep did since. */
    private static final Set<Kind> STEWARDS_OWN = Set.of(Kind.ASKED, Kind.COACHED);

    private static final int CHARACTERS_MAX = 120;

    private final RepSession session;
    private final TurnContext context;
    private final TimeReader reader;

    public TimeCorrection(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
        this.reader = new TimeReader(session.plans(), context, Optional.empty());
    }

    /** What to say to words that correct it; empty if they do not, or if it was not the last thing that the rep did. */
    public Optional<Message> heard(String said) {
        if (said.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        Matcher signed = SIGNED.matcher(said.strip());
        Matcher wrong = WRONG.matcher(said.strip());
        if (signed.matches()) {
            return justLogged().flatMap(line -> replaced(line, signed.group(1)));
        }
        return wrong.matches() ? justLogged().flatMap(line -> takenOut(line, wrong.group(1))) : Optional.empty();
    }

    /** The one entry that the rep's last turn logged. */
    private Optional<TimeLog.Line> justLogged() {
        record Done(PlanId plan, Entry entry) {}
        List<Done> done = session.plans().stream()
                .flatMap(card -> session.plan(card.id()).stream())
                .flatMap(plan -> plan.entries().stream()
                        .filter(entry -> !STEWARDS_OWN.contains(entry.kind()))
                        .map(entry -> new Done(plan.id(), entry)))
                .toList();
        Optional<Entry> last = done.stream().map(Done::entry).max(Comparator.comparing(Entry::at));
        List<Done> logged = done.stream()
                .filter(each -> each.entry().kind() == Kind.LOGGED)
                .filter(each -> last.filter(
                                newest -> newest.at().equals(each.entry().at()))
                        .isPresent())
                .toList();
        boolean isToday = last.filter(newest ->
                        newest.at().atZone(session.rep().zone()).toLocalDate().equals(context.today()))
                .isPresent();
        return isToday && logged.size() == 1
                ? new TimeLog(session, context)
                        .at(new TimeRef(
                                logged.get(0).plan(), logged.get(0).entry().row()))
                : Optional.empty();
    }

    /** With another time, day, kind or account. */
    private Optional<Message> replaced(TimeLog.Line line, String rest) {
        TypedTimeEntry words = TypedTimeEntry.isKind(rest)
                ? TypedTimeEntry.of(rest, context.today(), context.notation(), name -> false)
                : reader.words(rest);
        List<PlanCard> meant = reader.accountAlone(words);
        boolean isSaid = words.time().isPresent()
                || words.day().isPresent()
                || words.upkeep().isPresent()
                || !meant.isEmpty();
        if (!isSaid || reader.saysMore(words) || meant.size() > 1) {
            return Optional.empty();
        }
        TimeDraft before = TimeDraft.of(line.entry());
        Reading<Hours> time = words.time().orElseGet(() -> Reading.clear(before.time()));
        Reading<LocalDate> day = words.day().orElseGet(() -> Reading.clear(before.day()));
        Reading<TimeDraft> after = time.then(hours -> day.then(
                on -> Reading.clear(new TimeDraft(on, hours, words.upkeep().orElse(before.upkeep()), before.note()))));
        PlanId plan = meant.isEmpty() ? line.plan().id() : meant.get(0).id();
        return after.either(draft -> Optional.of(replaced(line, plan, draft)), hint -> Optional.empty());
    }

    private Message replaced(TimeLog.Line before, PlanId plan, TimeDraft draft) {
        TimeLog log = new TimeLog(session, context);
        TimeReplies replies = new TimeReplies(log, context.reader());
        log.takeOut(before);
        return log.add(plan, draft)
                .either(
                        after -> {
                            log.close();
                            List<Part> parts = new ArrayList<>(replies.changed(List.of(before), List.of(after)));
                            parts.add(TimeReplies.undo(after));
                            return new Message(parts);
                        },
                        hint -> Message.say("{} So nothing has changed.", hint));
    }

    /** It is out of the log if the words name it, and nothing else. */
    private Optional<Message> takenOut(TimeLog.Line line, String rest) {
        TypedTimeEntry words = reader.words(rest);
        List<PlanCard> meant = reader.accountAlone(words);
        boolean isIt = !reader.saysMore(words)
                && (!meant.isEmpty() || words.time().isPresent())
                && meant.stream().allMatch(card -> card.id().equals(line.plan().id()))
                && words.time()
                        .filter(time ->
                                time.either(hours -> !hours.equals(line.entry().time()), hint -> true))
                        .isEmpty();
        if (!isIt) {
            return Optional.empty();
        }
        TimeLog log = new TimeLog(session, context);
        Message told = new Message(new TimeLogging(log, context).delete(List.of(line.ref()), ""))
                .then(Message.say("What was it? Say it like `Acme 3h`."));
        log.close();
        return Optional.of(told);
    }
}
