package steward.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;

/** A rep with their plans and the nudges they got, on a clock that is moved by hand. Moments are given as the rep's wall clock shows them. */
final class RepLife {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final RepId ID = new RepId("T1", "U1");

    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final List<SentNudge> sent = new ArrayList<>();
    private Rep rep;
    private NextNudges kept = NextNudges.NONE;
    private Instant now;

    RepLife(String zone, String moment) {
        rep = new Rep(ID, "Priya", ZoneId.of(zone));
        now = LocalDateTime.parse(moment).atZone(rep.zone()).toInstant();
    }

    // ── The clock ────────────────────────────────────────────────────────────────────────────────────────

    Rep rep() {
        return rep;
    }

    Instant now() {
        return now;
    }

    LocalDateTime moment() {
        return LocalDateTime.ofInstant(now, rep.zone());
    }

    LocalDate today() {
        return moment().toLocalDate();
    }

    void nowIs(Instant instant) {
        now = instant;
    }

    /** Moves the clock on while Steward is down. */
    RepLife down(String until) {
        now = instant(until);
        return this;
    }

    /** Moves the clock on while Steward runs: what it sends, as "Mon 2026-03-02 09:00 actions acme:1". */
    List<String> run(String until) {
        Instant end = instant(until);
        List<String> lines = new ArrayList<>();
        for (Optional<Instant> wake = next(); wake.isPresent() && wake.get().isBefore(end); wake = next()) {
            now = wake.get();
            List<Nudge> deserved = deserved();
            if (deserved.isEmpty()) {
                throw new AssertionError("Woken for nothing at " + moment());
            }
            deserved.forEach(nudge -> lines.add(line(nudge)));
            deserved.forEach(this::send);
        }
        now = end;
        return lines;
    }

    private Instant instant(String moment) {
        return LocalDateTime.parse(moment).atZone(rep.zone()).toInstant();
    }

    private String line(Nudge nudge) {
        String subjects = nudge.subjects().stream()
                .map(subject -> " " + subject.plan().text() + (subject.row() > 0 ? ":" + subject.row() : ""))
                .collect(Collectors.joining());
        return WHEN.format(moment()) + " " + nudge.kind().metadataName() + subjects;
    }

    // ── Steward ──────────────────────────────────────────────────────────────────────────────────────────

    List<Nudge> deserved() {
        return NudgeRules.deserved(rep, live(), sent, now);
    }

    /** Where only what has changed since it was last asked is looked at, it is never missed. */
    Optional<Instant> next() {
        Optional<Instant> next = NudgeRules.next(rep, live(), sent, now);
        kept = kept.after(rep, live(), sent, now);
        next.ifPresent(moment -> assertThat(kept.first())
                .hasValueSatisfying(first -> assertThat(first).isBeforeOrEqualTo(moment)));
        return next;
    }

    void send(Nudge nudge) {
        sent.add(new SentNudge(nudge.kind(), nudge.day(), now, nudge.subjects(), false));
    }

    List<SentNudge> sent() {
        return sent;
    }

    private List<Plan> live() {
        return plans.values().stream()
                .filter(plan -> plan.status() != Status.CLOSED)
                .toList();
    }

    // ── The rep ──────────────────────────────────────────────────────────────────────────────────────────

    /** A plan that begins to run now. */
    RepLife running(String account) {
        return draft(account).begins(account);
    }

    /** A plan of which one question is answered. */
    RepLife draft(String account) {
        started(account);
        return write(account, Kind.ANSWERED, "mission", 0, "Better glass");
    }

    /** A plan that is asked about, and nothing more. */
    RepLife started(String account) {
        plans.put(account, new Plan(new PlanId(account), ID, account, 2026, List.of()));
        return write(account, Kind.ASKED, "headquarters", 0, "i1");
    }

    RepLife begins(String account) {
        return write(account, Kind.CYCLE_STARTED, "", 0, today().toString());
    }

    RepLife action(String account, int row, String due) {
        if (row > 1) {
            write(account, Kind.ROW_ADDED, "action", row, "");
        }
        write(account, Kind.ANSWERED, "action.what", row, "Call Dana");
        return move(account, row, due);
    }

    RepLife move(String account, int row, String due) {
        return write(account, Kind.ANSWERED, "action.due", row, due);
    }

    RepLife opportunity(String account, int row, String timeline) {
        if (row > 1) {
            write(account, Kind.ROW_ADDED, "opportunity", row, "");
        }
        write(account, Kind.ANSWERED, "opportunity.what", row, "Win the resin order");
        return stillOpen(account, row, timeline);
    }

    RepLife stillOpen(String account, int row, String timeline) {
        write(account, Kind.STILL_OPEN, "opportunity", row, "");
        return write(account, Kind.ANSWERED, "opportunity.timeline", row, timeline);
    }

    RepLife won(String account, int row) {
        return write(account, Kind.WON, "opportunity", row, "6600000");
    }

    RepLife lost(String account, int row) {
        return write(account, Kind.LOST, "opportunity", row, "price");
    }

    RepLife done(String account, int row) {
        return write(account, Kind.DONE, "action", row, "");
    }

    RepLife undone(String account, int row) {
        return write(account, Kind.UNDONE, "action", row, "");
    }

    RepLife dropped(String account, int row) {
        return write(account, Kind.DROPPED, "action", row, "no budget");
    }

    RepLife snooze(String account, int row, String until) {
        return write(account, Kind.SNOOZED, "action", row, until);
    }

    RepLife pause(String account) {
        return write(account, Kind.PAUSED, "", 0, "");
    }

    RepLife resume(String account) {
        return write(account, Kind.RESUMED, "", 0, "");
    }

    RepLife close(String account) {
        return write(account, Kind.CLOSED, "", 0, "");
    }

    RepLife logTime(String account) {
        return logTime(account, today());
    }

    /** Puts time in place of what was logged before. */
    RepLife logTime(String account, LocalDate day) {
        return write(account, Kind.LOGGED, "", 1, day + " growth 90");
    }

    /** Answers the last nudge of a kind. */
    RepLife answer(NudgeKind kind) {
        for (int i = sent.size() - 1; i >= 0; i--) {
            SentNudge last = sent.get(i);
            if (last.kind() == kind) {
                sent.set(i, new SentNudge(kind, last.day(), last.at(), last.subjects(), true));
                return this;
            }
        }
        throw new AssertionError("No such nudge was sent: " + kind);
    }

    RepLife prefers(UnaryOperator<Preferences> change) {
        rep = new Rep(ID, rep.name(), rep.zone(), change.apply(rep.preferences()), rep.gone());
        return this;
    }

    RepLife mutes(String... names) {
        return prefers(preferences -> preferences.withMuted(Set.of(names)));
    }

    RepLife away(String until) {
        return prefers(preferences -> preferences.withAwayUntil(Optional.of(LocalDate.parse(until))));
    }

    RepLife travels(String zone) {
        rep = new Rep(ID, rep.name(), ZoneId.of(zone), rep.preferences(), rep.gone());
        return this;
    }

    RepLife gone(boolean gone) {
        rep = new Rep(ID, rep.name(), rep.zone(), rep.preferences(), gone);
        return this;
    }

    private RepLife write(String account, Kind kind, String question, int row, String value) {
        plans.computeIfPresent(
                account, (key, plan) -> plan.with(List.of(new Entry(kind, question, row, value, value, now))));
        return this;
    }
}
