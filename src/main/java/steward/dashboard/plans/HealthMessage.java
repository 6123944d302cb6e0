package steward.dashboard.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.DraftWords;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.health.Health;
import steward.plan.health.Health.Aspect;
import steward.plan.health.HealthFix;
import steward.plan.health.SmartCriterion;

/** The message about the health of a running plan, with its sum: every part, its points, why, and the one fix worth most. */
public final class HealthMessage {

    private final Plan plan;
    private final Instant now;
    private final Reader reader;
    private final HealthWords words;

    public HealthMessage(Plan plan, Instant now, Reader reader) {
        this.plan = plan;
        this.now = now;
        this.reader = reader;
        this.words = new HealthWords(plan, reader);
    }

    /** The whole sum; of a plan that does not run, how it stands instead. */
    public Message whole() {
        return plan.status() == Status.RUNNING ? sum() : notRunning();
    }

    private Message sum() {
        Health health = health();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + ": health " + health.points() + " of 100"));
        fix().ifPresent(fix -> {
            parts.add(new Part.Paragraph(Words.of("*{}*", words.fix(fix))));
            parts.add(new Part.Quiet(Words.of("Worth most now" + gain(fix))));
        });
        parts.add(new Part.Grid(
                List.of("Part", "Points", "Why"),
                Arrays.stream(Aspect.values())
                        .map(aspect -> row(health, aspect))
                        .toList()));
        parts.add(new Part.Quiet(Words.of("{}", letters())));
        List<Button> buttons = Stream.concat(
                        fix().map(words::button).stream().map(HealthMessage::primary),
                        Stream.of(new Button("Open the plan", "/plan show")))
                .toList();
        parts.add(new Part.Choices(Abouts.of(plan), List.copyOf(buttons)));
        return new Message(parts);
    }

    private static Button primary(Button button) {
        return new Button(button.label(), button.says(), Weight.PRIMARY);
    }

    private static String gain(HealthFix fix) {
        return switch (fix.points()) {
            case 0 -> ".";
            case 1 -> ": 1 point more.";
            default -> ": " + fix.points() + " points more.";
        };
    }

    private List<String> row(Health health, Aspect aspect) {
        return List.of(
                HealthWords.name(aspect),
                health.points(aspect) + " of " + aspect.pointsMax(),
                words.reason(aspect, health.share(aspect)));
    }

    private static String letters() {
        return "SMART: "
                + String.join(
                        ", ",
                        Stream.of(SmartCriterion.values())
                                .map(letter -> letter.name() + " " + letter.meaning())
                                .toList())
                + ".";
    }

    private Message notRunning() {
        Words stands = plan.status() == Status.DRAFT
                ? Words.of("*{}* is a draft, {}. ", plan.account(), new DraftWords(plan, reader).stopped())
                        .then(Words.of("Its health is worked out once its 90 days begin."))
                : Words.of("*{}*, {}: closed. Everything is kept.", plan.account(), plan.year());
        Button back = plan.status() == Status.DRAFT
                ? new Button("Resume", "resume", Weight.PRIMARY)
                : new Button("Bring it back", "resume");
        return Message.of(new Part.Paragraph(stands), new Part.Choices(Abouts.of(plan), List.of(back)));
    }

    /** "Health 72 of 100", and the fix: the two lines that stand where there is no room for the sum. Empty unless the plan runs. */
    public List<Part> brief() {
        if (plan.status() != Status.RUNNING) {
            return List.of();
        }
        Words health = Words.of("*Health " + health().points() + " of 100*");
        return List.of(new Part.Quiet(fix().map(fix -> health.then(Words.of("  ·  {}", words.fix(fix))))
                .orElse(health)));
    }

    /** The one thing worth most for a running plan; empty for any other, and where nothing is missing. */
    public Optional<Words> worthMost() {
        return plan.status() == Status.RUNNING ? fix().map(fix -> Words.literal(words.fix(fix))) : Optional.empty();
    }

    private Health health() {
        return Health.of(plan, now, reader.today());
    }

    private Optional<HealthFix> fix() {
        return HealthFix.worthMost(plan, now, reader.today());
    }
}
