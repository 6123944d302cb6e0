package steward.slack.quarter;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import steward.nudges.NudgeKind;
import steward.nudges.Oracle.ActionFacts;
import steward.nudges.Oracle.LoggedFacts;
import steward.nudges.Oracle.OpportunityFacts;
import steward.nudges.Oracle.PlanFacts;
import steward.nudges.SentNudge;
import steward.slack.Gesture;
import steward.slack.blocks.JsonFields;
import steward.slack.quarter.FakeSlack.Posted;

/** How a rep answers nudges: by tapping what stands in them, the same twice now and then, or in their thread. */
final class NudgeTaps {

    private static final Pattern ACTION = Pattern.compile("/actions (done|later|move|drop|carry) (\\d+)");
    private static final Pattern NEXT = Pattern.compile("/plan next after \\d+");
    private static final Pattern TIME = Pattern.compile("/nudge time (\\S+) (\\w+)");
    private static final Pattern LATER = Pattern.compile("/nudge (unfinished|idle) (\\S+) later");

    /** Something that can be tapped, and where it stands. */
    private record Control(Posted message, String blockId, JsonObject element) {

        String plan() {
            return blockId.split("\\|", -1)[0];
        }

        int row() {
            return Integer.parseInt(blockId.split("\\|", -1)[2]);
        }
    }

    private final QuarterRep rep;
    private final Random random;

    NudgeTaps(QuarterRep rep, Random random) {
        this.rep = rep;
        this.random = random;
    }

    /** Answers one of the last nudges, or now and then an old one. */
    void answer() {
        List<Posted> nudges = rep.person.posts.stream()
                .filter(post -> !post.nudge().isEmpty())
                .toList();
        if (nudges.isEmpty()) {
            return;
        }
        int back = random.nextInt(random.nextInt(6) == 0 ? 30 : 3);
        Posted nudge = nudges.get(Math.max(0, nudges.size() - 1 - back));
        if (nudge.nudge().equals("time") && random.nextInt(4) == 0) {
            replyWithTime(nudge);
            return;
        }
        List<Control> controls = controls(nudge);
        if (!controls.isEmpty()) {
            Control control = controls.get(random.nextInt(controls.size()));
            tap(control);
            if (random.nextInt(6) == 0) {
                rep.quarter.time.pass(Duration.ofSeconds(1));
                tap(control);
            }
        }
    }

    private static List<Control> controls(Posted message) {
        List<Control> controls = new ArrayList<>();
        for (JsonObject block : JsonFields.objects(message.shown, "blocks")) {
            List<JsonObject> elements = new ArrayList<>();
            if (JsonFields.text(block, "type").equals("actions")) {
                elements.addAll(JsonFields.objects(block, "elements"));
            }
            if (block.has("accessory")) {
                elements.add(JsonFields.object(block, "accessory"));
            }
            for (JsonObject element : elements) {
                controls.add(new Control(message, JsonFields.text(block, "block_id"), element));
            }
        }
        return controls;
    }

    private void tap(Control control) {
        if (JsonFields.text(control.element(), "type").equals("datepicker")) {
            stillOpen(control);
            return;
        }
        String says = JsonFields.text(control.element(), "value");
        Matcher action = ACTION.matcher(says);
        Matcher time = TIME.matcher(says);
        if (action.matches()) {
            onAction(control, action.group(1), Integer.parseInt(action.group(2)));
        } else if (time.matches()) {
            answerTime(control, LocalDate.parse(time.group(1)), time.group(2));
        } else if (LATER.matcher(says).matches()) {
            rep.deliver(gesture(control));
            answered(says.contains("idle") ? NudgeKind.IDLE : NudgeKind.UNFINISHED, LocalDate.MAX);
        } else if (NEXT.matcher(says).matches()) {
            nextCycle(control);
        } else if (says.startsWith("/plan chance ")) {
            rep.deliver(gesture(control));
        }
    }

    private Gesture gesture(Control control) {
        return PersonGestures.tap(rep.person, control.message(), control.blockId(), control.element(), rep.now());
    }

    private void onAction(Control control, String verb, int row) {
        PlanFacts plan = rep.plan(control.plan());
        @Nullable ActionFacts action = plan.actions.get(row);
        if (action == null) {
            throw new AssertionError("No such action: " + control);
        }
        boolean open = action.open && !plan.closed;
        switch (verb) {
            case "done" -> {
                rep.deliver(gesture(control));
                plan.stopped = open ? rep.now() : plan.stopped;
                action.open &= !open;
            }
            case "drop" -> {
                rep.deliver(says(control, control.blockId(), "/actions dropped " + row + " no budget"));
                plan.stopped = open ? rep.now() : plan.stopped;
                action.open &= !open;
            }
            case "later" ->
                soon(plan, 1, 7).ifPresent(day -> {
                    rep.deliver(says(control, control.plan() + "|action.later|" + row + "|1", day.toString()));
                    action.snooze = open ? day : action.snooze;
                });
            case "move" ->
                soon(plan, 0, 14).ifPresent(day -> {
                    rep.deliver(says(control, control.plan() + "|action.move|" + row + "|1", day.toString()));
                    if (open && !day.equals(action.due)) {
                        action.due = day;
                        action.written = rep.now();
                        action.snooze = null;
                    }
                });
            default -> rep.deliver(gesture(control));
        }
    }

    /** A button that is tapped in answer to another, and says something of its own. */
    private Gesture says(Control control, String blockId, String says) {
        JsonObject button = control.element().deepCopy();
        button.addProperty("value", says);
        return PersonGestures.tap(rep.person, control.message(), blockId, button, rep.now());
    }

    /** A day in the cycle, not before so many days from now. */
    private Optional<LocalDate> soon(PlanFacts plan, int daysMin, int daysMax) {
        LocalDate day = rep.today().plusDays(daysMin + random.nextInt(daysMax));
        return plan.cycleStart == null || day.isAfter(plan.cycleStart.plusDays(89))
                ? Optional.empty()
                : Optional.of(day);
    }

    private void stillOpen(Control control) {
        PlanFacts plan = rep.plan(control.plan());
        @Nullable OpportunityFacts opportunity = plan.opportunities.get(control.row());
        LocalDate day = rep.today().plusDays(random.nextInt(40));
        if (opportunity == null || !opportunity.open || plan.closed || day.equals(opportunity.timeline)) {
            return;
        }
        JsonObject element = control.element().deepCopy();
        element.addProperty("selected_date", day.toString());
        rep.deliver(PersonGestures.tap(rep.person, control.message(), control.blockId(), element, rep.now()));
        opportunity.timeline = day;
        opportunity.written = rep.now();
    }

    private void nextCycle(Control control) {
        PlanFacts plan = rep.plan(control.plan());
        rep.deliver(gesture(control));
        if (plan.isRunning() && plan.cycleStart != null && rep.today().isAfter(plan.cycleStart.plusDays(88))) {
            plan.cycleStart = rep.today();
            plan.stopped = rep.now();
            plan.paused = false;
        }
    }

    // ── Time ─────────────────────────────────────────────────────────────────────────────────────────────

    private void answerTime(Control control, LocalDate asked, String answer) {
        if (answer.equals("nothing")) {
            rep.deliver(gesture(control));
            answered(NudgeKind.TIME, asked);
        } else if (answer.matches("\\d+")) {
            rep.deliver(gesture(control));
            logged(rep.plan(control.plan()), lastWorkday(asked));
        }
    }

    private void replyWithTime(Posted nudge) {
        rep.onSome(PlanFacts::isRunning, (name, plan) -> {
            rep.deliver(PersonGestures.reply(rep.person, nudge, rep.word(name) + " 2h", rep.quarter.newTs()));
            logged(plan, lastWorkday(dayOf(nudge)));
        });
    }

    /** The day on which a nudge came, where the rep was then. */
    private LocalDate dayOf(Posted nudge) {
        return rep.oracle.log.stream()
                .filter(sent -> sent.at().equals(nudge.at))
                .findFirst()
                .orElseThrow()
                .day();
    }

    void logged(PlanFacts plan, LocalDate day) {
        plan.logged.add(new LoggedFacts(rep.now(), day));
    }

    /** The last working day up to one on which hours were asked for. */
    private LocalDate lastWorkday(LocalDate asked) {
        LocalDate day = asked;
        while (day.getDayOfWeek() != rep.oracle.week.last()) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void answered(NudgeKind kind, LocalDate day) {
        rep.oracle.log.replaceAll(sent ->
                sent.kind() == kind && (day.equals(LocalDate.MAX) || sent.day().equals(day))
                        ? new SentNudge(kind, sent.day(), sent.at(), sent.subjects(), true)
                        : sent);
    }
}
