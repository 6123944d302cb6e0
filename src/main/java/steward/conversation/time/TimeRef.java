package steward.conversation.time;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.PlanId;

/** Which entry of which plan's time log is meant, in words that a button can say: "4k2m.7". */
public record TimeRef(PlanId plan, int number) {

    private static final Pattern FORM = Pattern.compile("(\\S+)\\.(\\d{1,6})");

    static Optional<TimeRef> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new TimeRef(new PlanId(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    static List<TimeRef> all(String text) {
        return Stream.of(text.strip().split("\\s+", 0))
                .flatMap(each -> of(each).stream())
                .toList();
    }

    static String words(List<TimeRef> refs) {
        return refs.stream().map(TimeRef::text).collect(Collectors.joining(" "));
    }

    public String text() {
        return plan.text() + "." + number;
    }
}
