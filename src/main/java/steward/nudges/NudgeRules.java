package steward.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Plan;
import steward.plan.Status;
import steward.rep.Rep;
import steward.rep.RepClock;

/**
 * The rules for nudges: which ones to send to a rep now, and when that can next change. All of it is worked out from the plans, and kept
 * nowhere.
 *
 * <p>Everything worth telling has a day, or a moment of it, from which it is worth telling. It is told in the first working hours from
 * there on, with all else of its kind, unless it was told on that day or later already: so nothing is told twice, and what could not be
 * told in time (Steward was down; the rep was away, or a plan paused) is told once, as soon as it can be, if it is true still. There is
 * one nudge of a kind on a day of the rep's at most; none on a day that they have had before, further east. The end of a plan's cycle
 * tells of all its opportunities and actions, a check-point of its opportunities, and what asks whether an action is worth doing of that
 * action, so that day nothing else does.
 *
 * <p>Of what was sent before, only the last two nudges about each subject and the last two of each kind matter.
 */
public final class NudgeRules {

    private final Rep rep;
    private final RepClock clock;
    private final Absence absence;
    private final List<Plan> running;
    private final List<Plan> drafts;
    /** All that run, whichever of them is looked at: hours logged in one answer for the others. */
    private final List<Plan> answering;
    /** When the rep wants to be asked on, whatever the hour: to the minute. */
    private final Optional<Instant> promised;

    private final List<SentNudge> sent;
    private final Instant now;

    /**
     * @param plans those that are looked at
     * @param live all the rep's plans that are not closed, these among them
     */
    private NudgeRules(Rep rep, List<Plan> plans, List<Plan> live, List<SentNudge> sent, Instant now) {
        this.rep = rep;
        this.clock = RepClock.of(rep);
        this.absence = new Absence(
                clock, rep.preferences().awayUntil().orElse(LocalDate.MIN), List.copyOf(live), List.copyOf(sent));
        this.running = plans.stream().filter(NudgeRules::isRunning).toList();
        this.answering = live.stream().filter(NudgeRules::isRunning).toList();
        this.drafts =
                plans.stream().filter(plan -> plan.status() == Status.DRAFT).toList();
        this.promised = rep.gone()
                ? Optional.empty()
                : plans.stream()
                        .flatMap(plan -> plan.pausedUntil().stream())
                        .map(until -> until.isBefore(now) ? now : until)
                        .min(Comparator.naturalOrder());
        this.sent = sent;
        this.now = now;
    }

    /**
     * What a rep deserves to be sent now.
     *
     * @param plans all the rep's plans that are not closed
     * @param sent the nudges they were sent before
     */
    public static List<Nudge> deserved(Rep rep, List<Plan> plans, List<SentNudge> sent, Instant now) {
        return new NudgeRules(rep, plans, plans, sent, now).deserved();
    }

    /** When the rep deserves a nudge next if nobody does anything: now, if they do now; empty if never. */
    public static Optional<Instant> next(Rep rep, List<Plan> plans, List<SentNudge> sent, Instant now) {
        return new NudgeRules(rep, plans, plans, sent, now).next();
    }

    /**
     * When the rep deserves one for a plan.
     *
     * @param live all the rep's plans that are not closed
     */
    static Optional<Instant> next(Rep rep, Plan plan, List<Plan> live, List<SentNudge> sent, Instant now) {
        return new NudgeRules(rep, List.of(plan), live, sent, now).next();
    }

    private static boolean isRunning(Plan plan) {
        return plan.status() == Status.RUNNING && !plan.isPaused();
    }

    private List<Nudge> deserved() {
        LocalDateTime moment = clock.read(now);
        Map<NudgeKind, Nudge> nudges = new EnumMap<>(NudgeKind.class);
        tellings()
                .filter(telling -> telling.moment().equals(moment))
                .forEach(telling -> nudges.compute(
                        telling.kind(),
                        (kind, nudge) -> (nudge == null
                                        ? new Nudge(kind, moment.toLocalDate(), List.of(), false)
                                        : nudge)
                                .and(telling.subject(), telling.isMissed())));
        return List.copyOf(nudges.values());
    }

    private Optional<Instant> next() {
        Optional<Instant> nudge = tellings()
                .map(Telling::moment)
                .min(Comparator.naturalOrder())
                .map(moment -> moment.equals(clock.read(now)) ? now : clock.instant(moment, now));
        return Stream.concat(nudge.stream(), promised.stream()).min(Comparator.naturalOrder());
    }

    /** Everything to be told, and when that can be. */
    private Stream<Telling> tellings() {
        if (rep.gone()) {
            return Stream.empty();
        }
        List<Telling> all = Stream.of(NudgeKind.values())
                .filter(kind -> !isMuted(kind))
                .flatMap(this::tellings)
                .toList();
        return all.stream().filter(telling -> all.stream().noneMatch(telling::isToldBy));
    }

    private boolean isMuted(NudgeKind kind) {
        return rep.preferences().muted().contains(kind.metadataName());
    }

    private Stream<Telling> tellings(NudgeKind kind) {
        NudgeHistory history = new NudgeHistory(kind, sent);
        LocalDateTime earliest = earliest(history);
        return reasons(kind, history, earliest).flatMap(reason -> telling(kind, reason, earliest).stream());
    }

    /** The first moment at which there may be a nudge: not before the rep is back, nor on a day that had one. */
    private LocalDateTime earliest(NudgeHistory history) {
        LocalDateTime moment = clock.read(now);
        LocalDate back = rep.preferences().awayUntil().orElse(moment.toLocalDate());
        LocalDate day = RepClock.later(back, history.lastDay().plusDays(1));
        return day.isAfter(moment.toLocalDate()) ? day.atStartOfDay() : moment;
    }

    private Stream<NudgeReason> reasons(NudgeKind kind, NudgeHistory history, LocalDateTime earliest) {
        return switch (kind) {
            case ACTIONS -> new ActionReasons(clock, history).of(running);
            case OPPORTUNITY -> new OpportunityReasons(clock, history).of(running);
            case TIME -> new TimeReasons(clock, history, absence, answering).of(running, earliest);
            case CHECKPOINT -> new CycleReasons(clock, history).checkpoints(running);
            case CYCLE_END -> new CycleReasons(clock, history).ends(running);
            case IDLE -> new IdleReasons(clock, history).of(running);
            case UNFINISHED -> new UnfinishedReasons(clock, history).of(drafts);
        };
    }

    private Optional<Telling> telling(NudgeKind kind, NudgeReason reason, LocalDateTime earliest) {
        LocalDateTime from = reason.from().isBefore(earliest) ? earliest : reason.from();
        return Optional.of(clock.week().firstMoment(from))
                .filter(reason::isTimely)
                .map(moment -> new Telling(kind, reason.subject(), moment, absence.hid(reason)));
    }

    private record Telling(NudgeKind kind, Subject subject, LocalDateTime moment, boolean isMissed) {

        /** Whether a message of another kind comes on the same day and tells of this too. */
        boolean isToldBy(Telling other) {
            return kind.isToldBy(other.kind())
                    && other.subject().covers(subject)
                    && other.moment().toLocalDate().equals(moment.toLocalDate());
        }
    }
}
