package steward.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole four-step form. */
public final class Worksheet {

    private Worksheet() {}

    public static final List<Step> STEPS = List.of();

    private static final Map<String, Question<?>> BY_KEY =
            STEPS.stream().flatMap(Step::questions).collect(Collectors.toMap(Question::key, Function.identity()));

    public static Optional<Question<?>> question(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
