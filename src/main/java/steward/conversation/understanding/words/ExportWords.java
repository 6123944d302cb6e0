package steward.conversation.understanding.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import steward.export.Edition;
import steward.export.Format;

/**
 * What is said after {@code /plan export}: an account's name, and before or after it in which formats, for whom.
 *
 * @param name empty if none was said
 * @param formats in the order in which they were said; empty if none was
 * @param isAll whether “all” was said: all plans, or of one all formats
 */
public record ExportWords(String name, Set<Format> formats, Optional<Edition> edition, boolean isAll) {

    /** What people print, write in and work out with; the others are for programs. */
    public static final Set<Format> FOR_PEOPLE = EnumSet.of(Format.PDF, Format.DOCX, Format.XLSX, Format.ICS);

    private static final Map<String, Format> FORMATS = Map.ofEntries(
            Map.entry("pdf", Format.PDF),
            Map.entry("word", Format.DOCX),
            Map.entry("docx", Format.DOCX),
            Map.entry("doc", Format.DOCX),
            Map.entry("excel", Format.XLSX),
            Map.entry("xlsx", Format.XLSX),
            Map.entry("xls", Format.XLSX),
            Map.entry("spreadsheet", Format.XLSX),
            Map.entry("workbook", Format.XLSX),
            Map.entry("calendar", Format.ICS),
            Map.entry("ics", Format.ICS),
            Map.entry("ical", Format.ICS),
            Map.entry("csv", Format.CSV),
            Map.entry("json", Format.JSON));

    private static final Map<String, Edition> EDITIONS = Map.of(
            "internal", Edition.INTERNAL,
            "customer", Edition.CUSTOMER,
            "customers", Edition.CUSTOMER,
            "client", Edition.CUSTOMER,
            "joint", Edition.CUSTOMER,
            "external", Edition.CUSTOMER);

    private static final Set<String> ALL = Set.of("all", "everything");

    private static final Set<String> BETWEEN = Set.of(
            "a",
            "an",
            "as",
            "and",
            "document",
            "edition",
            "file",
            "for",
            "format",
            "in",
            "my",
            "of",
            "plan",
            "plans",
            "please",
            "the",
            "this",
            "to",
            "version",
            "it");

    public static ExportWords of(String said) {
        List<String> words = new ArrayList<>(List.of(said.strip().split("[\\s,]+")));
        words.removeIf(String::isEmpty);
        List<String> beside = new ArrayList<>();
        while (!words.isEmpty() && isBeside(words.get(words.size() - 1))) {
            beside.add(0, words.remove(words.size() - 1));
        }
        while (!words.isEmpty() && isBeside(words.get(0))) {
            beside.add(words.remove(0));
        }
        Set<Format> formats = new LinkedHashSet<>();
        beside.forEach(word -> Optional.ofNullable(FORMATS.get(plain(word))).ifPresent(formats::add));
        return new ExportWords(
                String.join(" ", words),
                formats,
                beside.stream()
                        .flatMap(word -> Optional.ofNullable(EDITIONS.get(plain(word))).stream())
                        .findFirst(),
                beside.stream().map(ExportWords::plain).anyMatch(ALL::contains));
    }

    /** Of an account whose name has such a word in it: nothing but the name. */
    public static ExportWords named(String account) {
        return new ExportWords(account, Set.of(), Optional.empty(), false);
    }

    private static boolean isBeside(String word) {
        String plain = plain(word);
        return FORMATS.containsKey(plain)
                || EDITIONS.containsKey(plain)
                || ALL.contains(plain)
                || BETWEEN.contains(plain);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^[.“”\"']+|[.!?“”\"']+$", "");
    }
}
