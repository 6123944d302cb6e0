package steward.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/** An opportunity typed in one go: "Resin for line 2, new, 240k, 60%, by June". */
public final class OpportunityWords {

    /** One part may be a detail of what is to be won; two are a row. */
    private static final int VALUES_MIN = 2;

    private static final int PARTS_MAX = 7;

    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[;；、，]|,(?!\\d))\\s*(?:and\\s+)?");

    private static final Pattern PERCENTAGE = Pattern.compile("(?i).*\\d ?(?:%|percent|pct).*");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i).*(?:\\p{Sc}|\\d ?(?:k|m|mn|mio|million|thousand|bn)\\b|\\d[,.' ]\\d{3}\\b|\\d{4,}|\\b(?:usd|eur|gbp|chf|inr)\\b).*");
    private static final Pattern NEW =
            Pattern.compile("(?i)(?:(?:it's |all )?(?:brand )?new(?: business)?|none|nothing)(?: last year| yet)?");
    private static final Pattern LAST_YEAR = Pattern.compile("(?i),?\\s*(?:from |was )?last year(?:'s)?:?\\s*");
    private static final Pattern MORE =
            Pattern.compile("(?i)^(?:\\+|plus |another ).*|.* (?:more|increase|growth|on top)$|^increase .*");
    private static final Pattern KEEP = Pattern.compile("(?i)(?:keep(?: it)?|(?:a )?renewal)");
    private static final Pattern FIGURE = Pattern.compile(".*\\d.*");

    private OpportunityWords() {}

    /** What each question of the row gets, the first one too, in their order; empty unless every part of the words is surely one of them. */
    public static Optional<Map<Question<?>, String>> read(String said, Situation situation) {
        List<String> parts = List.of(SEPARATOR.split(said.strip(), -1));
        if (said.indexOf('\n') >= 0 || parts.size() <= VALUES_MIN || parts.size() > PARTS_MAX) {
            return Optional.empty();
        }
        Map<Question<?>, String> row = new HashMap<>();
        row.put(Worksheet.OPPORTUNITY, parts.get(0));
        List<String> amounts = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            Optional<Question<?>> question = question(part, situation);
            if (question.isPresent()) {
                if (row.put(question.get(), part.replaceFirst(LAST_YEAR.pattern(), "")) != null) {
                    return Optional.empty();
                }
            } else if (AMOUNT.matcher(part).matches() && reads(Worksheet.LAST_YEAR, part, situation)) {
                amounts.add(part);
            } else {
                return Optional.empty();
            }
        }
        return placed(amounts, row) && isNamed(parts.get(0)) ? Optional.of(inOrder(row)) : Optional.empty();
    }

    private static Map<Question<?>, String> inOrder(Map<Question<?>, String> row) {
        Map<Question<?>, String> ordered = new LinkedHashMap<>();
        Worksheet.OPPORTUNITIES.columns().stream()
                .filter(row::containsKey)
                .forEach(column -> ordered.put(column, row.getOrDefault(column, "")));
        return ordered;
    }

    /** Of two amounts the first is last year's; one alone is the increase only where last year's is told. */
    private static boolean placed(List<String> amounts, Map<Question<?>, String> row) {
        List<Question<?>> free = new ArrayList<>(List.of(Worksheet.LAST_YEAR, Worksheet.INCREASE));
        free.removeAll(row.keySet());
        if (free.size() < amounts.size() || (amounts.size() == 1 && free.size() == 2)) {
            return false;
        }
        for (int i = 0; i < amounts.size(); i++) {
            row.put(free.get(i), amounts.get(i));
        }
        return row.size() > VALUES_MIN;
    }

    private static boolean isNamed(String words) {
        return words.codePoints().filter(Character::isLetter).count() > 1;
    }

    /** The one question that a part answers by itself; empty if there is none, or it may be more than one. */
    private static Optional<Question<?>> question(String part, Situation situation) {
        if (NEW.matcher(part).matches()) {
            return Optional.of(Worksheet.LAST_YEAR);
        }
        if (KEEP.matcher(part).matches()) {
            return Optional.of(Worksheet.INCREASE);
        }
        if (PERCENTAGE.matcher(part).matches()) {
            return MORE.matcher(part).matches() || !reads(Worksheet.PROBABILITY, part, situation)
                    ? Optional.empty()
                    : Optional.of(Worksheet.PROBABILITY);
        }
        if (AMOUNT.matcher(part).matches()) {
            String amount = LAST_YEAR.matcher(part).replaceFirst("");
            if (!amount.equals(part) && reads(Worksheet.LAST_YEAR, amount, situation)) {
                return Optional.of(Worksheet.LAST_YEAR);
            }
            if (MORE.matcher(part).matches() && reads(Worksheet.INCREASE, part, situation)) {
                return Optional.of(Worksheet.INCREASE);
            }
            if (!reads(Worksheet.TIMELINE, part, situation)) {
                return Optional.empty();
            }
        }
        boolean isDay = reads(Worksheet.TIMELINE, part, situation)
                && !(FIGURE.matcher(part).matches() && reads(Worksheet.LAST_YEAR, part, situation));
        return isDay ? Optional.of(Worksheet.TIMELINE) : Optional.empty();
    }

    private static boolean reads(Question<?> question, String part, Situation situation) {
        return question.readKept(part, situation).isClear();
    }
}
