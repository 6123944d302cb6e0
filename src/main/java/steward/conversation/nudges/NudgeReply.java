package steward.conversation.nudges;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.dashboard.nudges.Topic;

/**
 * A line that the rep wrote in the thread of a nudge, parsed: "Acme renewal: lost, they chose a rival".
 *
 * @param verdict what became of it
 * @param before the words before the verdict
 * @param said the words of the verdict itself
 * @param after the words after it
 */
record NudgeReply(Verdict verdict, String before, String said, String after) {

    private static final Pattern DENIAL = Pattern.compile(
            "(?i).*(?:n['’]t|\\b(?:not|never|if|when|almost|nearly|hope|hopefully|should|will|could|might|may))\\b.*",
            Pattern.DOTALL);

    /** Whether it has not become so: "isn't done", "hope it is won by Friday". */
    boolean isDenied() {
        return DENIAL.matcher(before).matches();
    }

    /** Empty if the line says nothing of the kind. The first verdict in it counts: what follows may be a reason. */
    static Optional<NudgeReply> read(String line, List<Topic> topics) {
        return Stream.of(Verdict.values())
                .filter(verdict -> topics.stream().anyMatch(verdict::fits))
                .flatMap(verdict -> read(line, verdict).stream())
                .min(Comparator.<NudgeReply>comparingInt(words -> words.before().length())
                        .thenComparing(words -> -words.said().length()));
    }

    private static Optional<NudgeReply> read(String line, Verdict verdict) {
        Matcher found = verdict.in(line);
        return found.find()
                ? Optional.of(new NudgeReply(
                        verdict, line.substring(0, found.start()), found.group(), line.substring(found.end())))
                : Optional.empty();
    }
}
