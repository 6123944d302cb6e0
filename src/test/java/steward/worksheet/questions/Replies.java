package steward.worksheet.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import steward.worksheet.values.Notation;

/** What every kind of answer is put through: replies read on a fixed Monday, and replies no rep should be able to break. */
public final class Replies {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Situation HERE = in(Notation.DEFAULT);
    public static final Situation GERMANY = in("EUR", "de-DE");

    private static final long SEED = 20260302;

    /** Milliseconds are meant; the rest is for a machine that is busy with other things. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private static final List<String> PIECES = List.of(
            "1", "23", "999", "0", "20", " ", "  ", ",", ".", "-", "–", "/", ":", "%", "$", "€", "~", "'", "k", "m",
            "h", "a", "of", "and", "half", "hour", "min", "week", "per", "may", "friday", "next", "in", "the", "end",
            "q3", "th", "keep", "½", "\u00a0", "\u2009", "\u200b", "\u0000", "１", "٣", "\n", "\r\n", "\t", ";", "?",
            "*", "😀", "\ud83d", "é", "e\u0301", "İ", "K", "\\", "\"", "(", "[");

    private Replies() {}

    public static Situation in(String currency, String locale) {
        return in(new Notation(Currency.getInstance(currency), Optional.of(Locale.forLanguageTag(locale))));
    }

    static Situation in(Notation notation) {
        return on(TODAY, notation);
    }

    public static Situation on(LocalDate today, Notation notation) {
        return new Situation(new NoAnswers(), 0, today, notation);
    }

    /** The value read, which must survive being kept. */
    public static <T> T read(Answer<T> answer, String said, Situation situation) {
        T value = answer.read(said, situation)
                .either(clear -> clear, hint -> fail("\"" + said + "\" should be readable, but: " + hint));
        assertThat(answer.restored(answer.kept(value))).isEqualTo(value);
        return value;
    }

    /** What the rep is told about a reply that must not be read. */
    public static <T> String refused(Answer<T> answer, String said, Situation situation) {
        return answer.read(said, situation)
                .either(value -> fail("\"" + said + "\" should be refused, but was read as " + value), hint -> hint);
    }

    /** Throws all sorts of text at it: nothing may throw, take long, or be lost by keeping. */
    public static <T> void survivesAnything(Answer<T> answer) {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            survives(answer, anyText(random, 1 + random.nextInt(12)), i % 2 == 0 ? HERE : GERMANY);
        }
        for (String piece : PIECES) {
            survives(answer, piece.repeat(40_000 / piece.length()), HERE);
        }
        survives(answer, "", HERE);
        survives(answer, anyText(random, 40_000), HERE);
    }

    /** The same with words that make sense on their own, and seldom together. */
    public static <T> void survivesAnyOrder(Answer<T> answer, List<String> words) {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String said = random.ints(1 + random.nextInt(7), 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(" "));
            survives(answer, said, HERE);
        }
    }

    private static <T> void survives(Answer<T> answer, String said, Situation situation) {
        long start = System.nanoTime();
        answer.read(said, situation)
                .either(
                        value -> {
                            assertThat(answer.restored(answer.kept(value))).isEqualTo(value);
                            return assertThat(answer.shown(value, situation)).isNotBlank();
                        },
                        hint -> assertThat(hint).isNotBlank());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("time for %d characters, from %.40s", said.length(), said)
                .isLessThan(QUICK);
    }

    private static String anyText(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(0x3000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** A worksheet on which nothing stands yet. */
    private record NoAnswers() implements Answers {
        @Override
        public <T> Optional<T> get(Question<T> question, int row) {
            return Optional.empty();
        }

        @Override
        public List<Integer> rows(Table table) {
            return List.of();
        }

        @Override
        public Optional<Integer> planYear() {
            return Optional.empty();
        }

        @Override
        public LocalDate lastDueDay(LocalDate today) {
            return today.plusDays(89);
        }
    }
}
