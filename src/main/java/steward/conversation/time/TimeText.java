package steward.conversation.time;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.worksheet.time.TypedTimeEntry;

/**
 * What a rep typed for the time log, cut into its entries: by lines, semicolons, commas, and "and" between two that are complete.
 *
 * <p>A comma may also stand within an entry: in a number, after its account, in its note. So what follows one is an entry of its own only
 * if it says a time or names an account, and does not complete the one before.
 */
final class TimeText {

    /** A longer text is no log of anybody's week, and is not looked through: each piece is held against what came before. */
    private static final int CHARACTERS_MAX = 6_000;

    private static final int PIECES_MAX = 250;

    /** Nobody reads on to see what an entry is about; whatever follows is a note too long to be taken. */
    private static final int LOOKED_AT_WORDS_MAX = 40;

    private static final Pattern LINES = Pattern.compile("\\s*[\\n\\r;]+\\s*");
    private static final Pattern COMMAS = Pattern.compile("(?<!\\d),|,(?!\\d)");
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&|\\+)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final Pattern CUT = Pattern.compile(
            String.join("|", LINES.pattern(), COMMAS.pattern(), AND.pattern()), Pattern.CASE_INSENSITIVE);
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•–]\\s+|\\d+[.)]\\s+)");

    private final TimeReader reader;

    TimeText(TimeReader reader) {
        this.reader = reader;
    }

    /** Whether a text is more than anybody logs at once. */
    static boolean isTooLong(String text) {
        return text.length() > CHARACTERS_MAX || CUT.matcher(text).results().count() >= PIECES_MAX;
    }

    List<String> entries(String text) {
        if (isTooLong(text)) {
            return List.of(text);
        }
        return LINES.splitAsStream(text)
                .map(line -> BULLET.matcher(line.strip()).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .flatMap(line -> ofLine(line).stream())
                .flatMap(this::byAnd)
                .toList();
    }

    private List<String> ofLine(String line) {
        List<String> entries = new ArrayList<>();
        for (String piece : COMMAS.split(line, 0)) {
            int last = entries.size() - 1;
            if (piece.isBlank()) {
                continue;
            }
            if (last >= 0
                    && ((last == 0 && isNameAlone(entries.get(last)))
                            || belongTogether(entries.get(last), Look.at(piece, reader)))) {
                entries.set(last, entries.get(last) + ", " + piece.strip());
            } else {
                entries.add(piece.strip());
            }
        }
        return entries;
    }

    /** "Acme, Borealis 2h": a name says nothing by itself. */
    private boolean isNameAlone(String entry) {
        return reader.isNameAlone(entry);
    }

    private boolean belongTogether(String entry, Look piece) {
        boolean isMore = !piece.timed && !piece.named;
        if (isMore) {
            return true;
        }
        Look before = Look.at(entry, reader);
        boolean isFirstOfIt = !before.timed && !before.named;
        boolean completes = before.timed != before.named && piece.timed != piece.named && before.timed != piece.timed;
        return isFirstOfIt || completes;
    }

    private Stream<String> byAnd(String entry) {
        Matcher and = AND.matcher(entry);
        while (and.find()) {
            String left = entry.substring(0, and.start());
            String right = entry.substring(and.end());
            if (Look.at(left, reader).isComplete() && Look.at(right, reader).isComplete()) {
                return Stream.concat(Stream.of(left), byAnd(right));
            }
        }
        return Stream.of(entry);
    }

    /** What a piece has at first sight. */
    private record Look(boolean timed, boolean named) {

        static Look at(String piece, TimeReader reader) {
            String begins =
                    WORDS.splitAsStream(piece).limit(LOOKED_AT_WORDS_MAX).collect(Collectors.joining(" "));
            TypedTimeEntry words = reader.words(begins);
            boolean named = reader.names(words);
            return new Look(words.isUnitSaid() || (named && words.time().isPresent()), named);
        }

        boolean isComplete() {
            return timed && named;
        }
    }
}
