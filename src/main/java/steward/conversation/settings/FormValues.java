package steward.conversation.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import steward.message.About;
import steward.worksheet.questions.Reading;

/** The values of a submitted form, and the complaints about them. */
final class FormValues {

    private final Map<About, String> answers;
    private final Map<About, String> complaints = new LinkedHashMap<>();

    FormValues(Map<About, String> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** What stands in a field; empty if nothing does. */
    String said(About field) {
        return answers.getOrDefault(field, "").strip();
    }

    /** What the boxes say that are ticked in a field. */
    List<String> ticked(About field) {
        return Stream.of(said(field).split(" ", 0))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** What was read in a field; if it is unclear, that is complained about. */
    <T> Optional<T> clear(About field, Reading<T> reading) {
        return reading.either(Optional::of, hint -> {
            complain(field, hint);
            return Optional.empty();
        });
    }

    void complain(About field, String words) {
        complaints.putIfAbsent(field, words);
    }

    Map<About, String> complaints() {
        return Map.copyOf(complaints);
    }
}
