package steward.conversation.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.rep.Preferences;

/** What the rep wants to be nudged about. */
record NudgesSetting() implements Setting {

    private static final About WANTED = new About("", "nudges", 0);

    @Override
    public String label() {
        return "Nudges";
    }

    @Override
    public Words said(Preferences preferences) {
        List<String> wanted = names(preferences, true);
        List<String> muted = names(preferences, false);
        if (muted.isEmpty()) {
            return Words.of("All of them");
        }
        if (wanted.isEmpty()) {
            return Words.of("None: I only speak when spoken to.");
        }
        return wanted.size() < muted.size()
                ? Words.of("Only " + String.join(", ", wanted))
                : Words.of("All but " + String.join(", ", muted));
    }

    private static List<String> names(Preferences preferences, boolean wanted) {
        return Stream.of(NudgeKind.values())
                .filter(kind -> isWanted(kind, preferences) == wanted)
                .map(NudgesSetting::brief)
                .toList();
    }

    private static boolean isWanted(NudgeKind kind, Preferences preferences) {
        return !preferences.muted().contains(kind.metadataName());
    }

    private static String brief(NudgeKind kind) {
        return switch (kind) {
            case ACTIONS -> "actions";
            case OPPORTUNITY -> "opportunities";
            case TIME -> "hours of the week";
            case CHECKPOINT -> "check-points";
            case CYCLE_END -> "ends of cycles";
            case IDLE -> "what stands still";
            case UNFINISHED -> "unfinished plans";
        };
    }

    private static String inFull(NudgeKind kind) {
        return switch (kind) {
            case ACTIONS -> "Actions that are due or overdue";
            case OPPORTUNITY -> "Opportunities whose day is over: won, lost, or still open?";
            case TIME -> "Hours of the week, on its last working day";
            case CHECKPOINT -> "Check-points on day 30 and day 60";
            case CYCLE_END -> "The end of the 90 days";
            case IDLE -> "Plans without an action, and actions long overdue: still worth doing?";
            case UNFINISHED -> "Plans you began and did not finish";
        };
    }

    @Override
    public List<Field> fields(Preferences preferences) {
        List<NudgeKind> kinds = List.of(NudgeKind.values());
        return List.of(new Field(
                WANTED,
                "What shall I remind you of?",
                "Always in your working hours, and one message of a kind a day at most.",
                new Input.Several(
                        kinds.stream()
                                .map(kind -> new Pick(inFull(kind), kind.metadataName()))
                                .toList(),
                        kinds.stream()
                                .filter(kind -> isWanted(kind, preferences))
                                .map(NudgeKind::metadataName)
                                .toList()),
                false));
    }

    @Override
    public Preferences read(FormValues form, Preferences before) {
        List<String> wanted = form.ticked(WANTED);
        Set<String> muted = Stream.of(NudgeKind.values())
                .map(NudgeKind::metadataName)
                .filter(name -> !wanted.contains(name))
                .collect(Collectors.toSet());
        return before.withMuted(muted);
    }
}
