package steward.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
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
    private static final String SCALE = "(?:k|m|mn|mio|million|thousand)";
    private static final Pattern VALUE_BEHIND = Pattern.compile(
            "(\\S.*?\\p{L}\\S*)(?:,| -| –|:| for| at| worth| with)? ((?:\\p{Sc} ?)\\d[\\d.,']*(?: ?" + SCALE
                    + ")?|\\d[\\d.,']* ?(?:" + SCALE + "|%|percent|\\p{Sc})|\\d{1,3}(?:[,.']\\d{3})+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DAY_BEHIND =
            Pattern.compile("(\\S.*\\S) (?=by |until |till |before )(.+)", Pattern.CASE_INSENSITIVE);

    /** "Cut scrap by 20%", "at least 240k": the value belongs to what is said before it. */
    private static final Pattern LEADS_ON = Pattern.compile(
            ".* (?:by|to|of|than|least|most|over|under|above|below|from|and|or|up|down|about|around)",
            Pattern.CASE_INSENSITIVE);

    /** "Line 2": a number that only tells one of them from the other. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)\\b(?:line|phase|plant|site|stage|hall|shift|lot|building|unit|furnace|press|part|step|no\\.?|linie|werk|ligne|línea|linha|linea) ?\\d{1,2}\\b");

    private static final Pattern FIGURE = Pattern.compile(".*\\d.*");

    private OpportunityWords() {}

    /**
     * An opportunity of which one part may be the answer to either of two questions, or to none.
     *
     * @param row what each question gets for sure, the first one too, in their order
     * @param doubtful that part
     * @param mayAnswer the questions that it may answer
     */
    public record Partly(Map<Question<?>, String> row, String doubtful, List<Question<?>> mayAnswer) {}

    /** What each question of the row gets, the first one too, in their order; empty unless every part of the words is surely one of them. */
    public static Optional<Map<Question<?>, String>> read(String said, Situation situation) {
        return parts(said, situation)
                .filter(parts -> !parts.isShareDoubtful() && parts.place())
                .map(parts -> parts.row)
                .filter(row -> row.size() > VALUES_MIN)
                .map(OpportunityWords::inOrder);
    }

    /** The same where all parts but one are sure. */
    public static Optional<Partly> partly(String said, Situation situation) {
        return parts(said, situation).flatMap(parts -> {
            List<Question<?>> free = parts.free();
            String name = parts.row.getOrDefault(Worksheet.OPPORTUNITY, "");
            boolean isShare = parts.isShareDoubtful();
            boolean isAmount = !isShare && parts.amounts.size() == 1 && free.size() == 2;
            boolean isAlone = parts.row.size() == (isShare ? 2 : 1);
            String unnumbered = NUMBERED.matcher(name).replaceAll("");
            if ((!isShare && !isAmount)
                    || (isAlone && FIGURE.matcher(unnumbered).matches())) {
                return Optional.empty();
            }
            String doubtful =
                    isShare ? Objects.requireNonNull(parts.row.remove(Worksheet.PROBABILITY)) : parts.amounts.get(0);
            return Optional.of(new Partly(
                    inOrder(parts.row), doubtful, isShare ? List.of(Worksheet.PROBABILITY) : List.copyOf(free)));
        });
    }

    private static Optional<Parts> parts(String said, Situation situation) {
        List<String> typed = List.of(SEPARATOR.split(said.strip(), -1));
        Parts parts = new Parts(situation);
        List<String> all = new ArrayList<>(parts.apart(typed.get(0)));
        all.addAll(typed.subList(1, typed.size()));
        boolean isRow = said.indexOf('\n') < 0 && all.size() > 1 && all.size() <= PARTS_MAX && isNamed(all.get(0));
        return isRow && parts.take(all) ? Optional.of(parts) : Optional.empty();
    }

    /** What the parts of an opportunity answer. */
    private static final class Parts {
        private final Situation situation;
        private final Map<Question<?>, String> row = new HashMap<>();
        private final List<String> amounts = new ArrayList<>();
        private String shareBehindName = "";

        Parts(Situation situation) {
            this.situation = situation;
        }

        /** "Resin 240k by June" has no commas, but a name and two values; a value behind "by" belongs to the name. */
        List<String> apart(String first) {
            String name = first.strip();
            List<String> behind = new ArrayList<>();
            while (behind.size() < PARTS_MAX) {
                Matcher value = VALUE_BEHIND.matcher(name);
                Matcher day = DAY_BEHIND.matcher(name);
                boolean isValue =
                        value.matches() && !LEADS_ON.matcher(value.group(1)).matches();
                if (!isValue && !(day.matches() && reads(Worksheet.TIMELINE, day.group(2), situation))) {
                    break;
                }
                Matcher found = isValue ? value : day;
                behind.add(0, found.group(2).strip());
                name = found.group(1).strip();
            }
            shareBehindName = behind.stream()
                    .filter(value -> PERCENTAGE.matcher(value).matches())
                    .findFirst()
                    .orElse("");
            behind.add(0, name);
            return behind;
        }

        /** Whether each part is surely something; which of the amounts is whose may still be open. */
        boolean take(List<String> parts) {
            row.put(Worksheet.OPPORTUNITY, parts.get(0));
            for (String part : parts.subList(1, parts.size())) {
                Optional<Question<?>> question = question(part, situation);
                if (question.isPresent()) {
                    if (row.put(question.get(), LAST_YEAR.matcher(part).replaceFirst("")) != null) {
                        return false;
                    }
                } else if (AMOUNT.matcher(part).matches() && reads(Worksheet.LAST_YEAR, part, situation)) {
                    amounts.add(part);
                } else {
                    return false;
                }
            }
            return true;
        }

        /** "Cut scrap 20%, by June": a share that follows the name may be what is to be won. */
        boolean isShareDoubtful() {
            return amounts.isEmpty()
                    && !row.containsKey(Worksheet.LAST_YEAR)
                    && !row.containsKey(Worksheet.INCREASE)
                    && shareBehindName.equals(row.get(Worksheet.PROBABILITY));
        }

        List<Question<?>> free() {
            List<Question<?>> free = new ArrayList<>(List.of(Worksheet.LAST_YEAR, Worksheet.INCREASE));
            free.removeAll(row.keySet());
            return free;
        }

        /** Of two amounts the first is last year's; one alone is the increase only where last year's is told. */
        boolean place() {
            List<Question<?>> free = free();
            if (free.size() < amounts.size() || (amounts.size() == 1 && free.size() == 2)) {
                return false;
            }
            for (int i = 0; i < amounts.size(); i++) {
                row.put(free.get(i), amounts.get(i));
            }
            return true;
        }
    }

    private static Map<Question<?>, String> inOrder(Map<Question<?>, String> row) {
        Map<Question<?>, String> ordered = new LinkedHashMap<>();
        Worksheet.OPPORTUNITIES.columns().stream()
                .filter(row::containsKey)
                .forEach(column -> ordered.put(column, row.getOrDefault(column, "")));
        return ordered;
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
        String ofLastYear = LAST_YEAR.matcher(part).replaceFirst("");
        if (!ofLastYear.equals(part) && FIGURE.matcher(ofLastYear).matches()) {
            // What cannot be read there, "120 last year", is for that question to ask about.
            return Optional.of(Worksheet.LAST_YEAR);
        }
        if (PERCENTAGE.matcher(part).matches()) {
            return MORE.matcher(part).matches() || !reads(Worksheet.PROBABILITY, part, situation)
                    ? Optional.empty()
                    : Optional.of(Worksheet.PROBABILITY);
        }
        if (AMOUNT.matcher(part).matches()) {
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
