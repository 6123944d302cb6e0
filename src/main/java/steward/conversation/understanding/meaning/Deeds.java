package steward.conversation.understanding.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the deeds of actions are called once they are done: "called" for "call"; an action may be written in another language. */
public final class Deeds {

    private static final Map<String, List<String>> ACTIONS = Map.ofEntries(
            Map.entry(
                    "called",
                    List.of(
                            "call",
                            "ring",
                            "phone",
                            "llamar",
                            "ligar",
                            "appeler",
                            "chiamare",
                            "anrufen",
                            "bellen",
                            "zadzwonić")),
            Map.entry("rang", List.of("call", "ring", "phone")),
            Map.entry("phoned", List.of("call", "ring", "phone")),
            Map.entry("emailed", List.of("email", "mail", "write", "send", "mailen")),
            Map.entry("e-mailed", List.of("email", "mail", "write", "send")),
            Map.entry("mailed", List.of("email", "mail", "write", "send")),
            Map.entry(
                    "sent",
                    List.of(
                            "send",
                            "email",
                            "mail",
                            "enviar",
                            "mandar",
                            "envoyer",
                            "inviare",
                            "schicken",
                            "senden",
                            "sturen",
                            "wysłać")),
            Map.entry(
                    "visited",
                    List.of(
                            "visit",
                            "see",
                            "meet",
                            "visitar",
                            "visiter",
                            "rendre",
                            "visitare",
                            "besuchen",
                            "bezoeken",
                            "odwiedzić")),
            Map.entry(
                    "met",
                    List.of(
                            "meet",
                            "visit",
                            "see",
                            "reunir",
                            "encontrar",
                            "rencontrer",
                            "incontrare",
                            "treffen",
                            "ontmoeten",
                            "spotkać")),
            Map.entry("delivered", List.of("deliver")),
            Map.entry(
                    "presented",
                    List.of("present", "show", "presentar", "apresentar", "présenter", "presentare", "präsentieren")),
            Map.entry("drafted", List.of("draft")),
            Map.entry(
                    "wrote",
                    List.of(
                            "write",
                            "draft",
                            "escribir",
                            "escrever",
                            "écrire",
                            "scrivere",
                            "schreiben",
                            "schrijven",
                            "napisać")),
            Map.entry("booked", List.of("book")),
            Map.entry(
                    "spoke",
                    List.of(
                            "speak",
                            "talk",
                            "call",
                            "hablar",
                            "falar",
                            "parler",
                            "parlare",
                            "sprechen",
                            "spreken",
                            "rozmawiać")),
            Map.entry("talked", List.of("talk", "speak", "call")),
            Map.entry("shared", List.of("share", "send")),
            Map.entry("reviewed", List.of("review")));

    /** All of them, as an alternative of a pattern. */
    public static final String WORDS =
            String.join("|", ACTIONS.keySet().stream().sorted().toList());

    private static final Pattern TRIED = Pattern.compile(
            ".*\\b(?:no (?:answer|reply|luck|one)|voice ?mail|left (?:a|her|him|them|word)|could(?:n['’]t| not)|was(?:n['’]t| not|"
                    + " out| busy| away)|tried|nobody|call(?:ed|s)? back|will|if|off|for (?:next|tomorrow))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Deeds() {}

    /** Whether it was only tried: "called Dana, no answer". */
    public static boolean cameToNothing(String told) {
        return TRIED.matcher(told).matches();
    }

    /** What an action may have been called that is told of by this word; none if it is no such word. */
    public static List<String> of(String word) {
        return ACTIONS.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
    }
}
