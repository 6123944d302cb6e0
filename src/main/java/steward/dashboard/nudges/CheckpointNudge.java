package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import steward.dashboard.JoinedWords;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Plan;

/**
 * The message at day 30 and 60 of a cycle: walks through the open opportunities one at a time, and tells at each step what that does to
 * the next hour.
 */
public final class CheckpointNudge {

    private final List<CheckpointLines> plans;

    /** @param plans the rep's drafts and running plans as they are now */
    public CheckpointNudge(SentNudge sent, List<Plan> plans, Reader reader) {
        this.plans = sent.subjects().stream()
                .map(Subject::plan)
                .flatMap(id -> plans.stream().filter(plan -> plan.id().equals(id)))
                .map(plan -> new CheckpointLines(plan, sent, reader))
                .toList();
    }

    /**
     * What it says.
     *
     * @param isAlone whether nothing else stands in the message; else that says where nudges are set
     */
    public Message message(boolean isAlone) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(days().then(Words.of(" Are the opportunities still what they were?"))));
        parts.add(new Part.Divider());
        Optional<CheckpointLines> current = current();
        for (CheckpointLines lines : plans) {
            parts.addAll(lines.lookedAt());
            if (current.filter(lines::equals).isPresent()) {
                parts.addAll(lines.next());
            }
        }
        NudgeFooter.of(isAlone, Words.of(left())).ifPresent(parts::add);
        return new Message(parts);
    }

    /** The opportunities that it walks through; the one that it is at is asked about. */
    public List<Topic> topics() {
        Optional<CheckpointLines> current = current();
        return plans.stream()
                .flatMap(lines -> lines.topics(current.filter(lines::equals).isPresent()).stream())
                .toList();
    }

    private Optional<CheckpointLines> current() {
        return plans.stream().filter(lines -> lines.left() > 0).findFirst();
    }

    /** "Acme Glass is at day 30 of 90.", "Acme Glass and Delta Foods are at day 30 of 90." */
    private Words days() {
        if (plans.isEmpty()) {
            return Words.of("A part of the " + Plan.CYCLE_DAYS + " days is over.");
        }
        Collection<List<CheckpointLines>> byDay = plans.stream()
                .collect(Collectors.groupingBy(CheckpointLines::day, LinkedHashMap::new, Collectors.toList()))
                .values();
        return Words.of(
                byDay.stream().map(CheckpointNudge::day).collect(Collectors.joining(", ")) + ".",
                byDay.stream()
                        .flatMap(List::stream)
                        .map(CheckpointLines::account)
                        .toArray());
    }

    /** @param plans all at the same day */
    private static String day(List<CheckpointLines> plans) {
        return JoinedWords.of(plans.stream().map(lines -> "*{}*").toList())
                + (plans.size() == 1 ? " is" : " are")
                + " at day " + plans.get(0).day() + " of " + Plan.CYCLE_DAYS;
    }

    /** How many more there are, before what else stands in that line; nothing at the only one. */
    private String left() {
        int left = plans.stream().mapToInt(CheckpointLines::left).sum();
        int all = plans.stream().mapToInt(CheckpointLines::all).sum();
        return switch (left) {
            case 0 -> "All looked at";
            case 1 -> all == 1 ? "" : "The last one";
            default -> (left - 1) + " more after this one";
        };
    }
}
