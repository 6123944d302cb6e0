package steward.conversation.understanding.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what became of something as it is told in other languages, as the English that says the same: "habe Dana angerufen" is "called
 * Dana".
 *
 * <p>Only the word for the deed is looked up, and the small words about it left out. Whatever is told besides still has to name what it is
 * about, so that a sentence of something else stays one.
 */
public final class DeedTranslator {

    private static final int WORDS_MAX = 9;

    /** What a deed is called once it is done: Spanish, Portuguese, French, Italian, German, Dutch, Polish. */
    private static final Map<String, String> DEEDS = deeds(Map.ofEntries(
            Map.entry(
                    "called",
                    "llamé llamado llamamos liguei ligué ligado ligamos telefonei appelé appelée téléphoné chiamato chiamata telefonato"
                            + " angerufen telefoniert gebeld opgebeld zadzwoniłem zadzwoniłam dzwoniłem dzwoniłam"),
            Map.entry("emailed", "gemailt gemaild angeschrieben"),
            Map.entry("wrote", "escribí escrito escrevi écrit scritto geschrieben geschreven napisałem napisałam"),
            Map.entry(
                    "sent",
                    "envié enviado enviamos mandé mandado enviei mandei envoyé envoyée inviato mandato geschickt gesendet verschickt"
                            + " zugeschickt gestuurd verstuurd wysłałem wysłałam"),
            Map.entry("visited", "visité visitado visitamos visitei visitato besucht bezocht odwiedziłem odwiedziłam"),
            Map.entry(
                    "met",
                    "reuní reunido encontré encontrei encontrado reuni rencontré rencontrée incontrato getroffen ontmoet spotkałem"
                            + " spotkałam"),
            Map.entry(
                    "spoke",
                    "hablé hablado hablamos falei falado falamos conversei parlé parlato gesprochen gesproken rozmawiałem rozmawiałam"),
            Map.entry(
                    "presented",
                    "presenté presentado apresentei apresentado présenté presentato präsentiert vorgestellt"),
            Map.entry(
                    "done",
                    "hecho hecha terminado listo feito feita terminei fait fini terminé fatto finito erledigt gemacht fertig abgeschlossen"
                            + " gedaan klaar zrobione gotowe"),
            Map.entry(
                    "moved",
                    "verschoben movido movida aplazado aplazada pospuesto adiado adiada reporté reportée décalé spostato spostata rinviato"
                            + " verplaatst verschoven uitgesteld przełożone przesunięte"),
            Map.entry(
                    "won",
                    "ganado ganada ganamos gané ganho ganhamos ganhei gagné gagnée vinto vinta gewonnen wygrane wygrana"),
            Map.entry(
                    "lost",
                    "perdido perdida perdimos perdí perdemos perdu perdue perso persa verloren przegrane przegrana")));

    /** Those that stay where they stand: a name goes before them or behind. */
    private static final Set<String> IN_PLACE = Set.of("done", "won", "lost");

    private static final Map<String, String> DENIED = Map.of(
            "called",
            "call",
            "emailed",
            "email",
            "wrote",
            "write",
            "sent",
            "send",
            "visited",
            "visit",
            "met",
            "meet",
            "spoke",
            "speak to",
            "presented",
            "present");

    /** What stands about it and names nothing. */
    private static final Set<String> SMALL = Set.copyOf(List.of(
            ("ich wir hab habe haben bin ist sind gerade eben schon heute endlich bereits mit an den die das dem der am bei zu sie ihn ihr ihm ihnen es auf um"
                            + " yo nosotros he hemos ha está ya hoy a al con la el los las me nos se por fin de ella él lo le"
                            + " eu nós já hoje com para pra o os as ao aos à um uma foi está ela ele lhe"
                            + " j'ai ai on a nous avons déjà aujourd'hui avec le les au aux c'est est je l'ai lui elle leur"
                            + " io ho abbiamo già oggi il lo gli per è lei lui l'ho"
                            + " ik wij heb hebben net al vandaag met aan de het is haar hem op"
                            + " już dzisiaj dziś do z się ze jest go ją")
                    .split(" ", 0)));

    private static final Set<String> NOT = Set.of(
            "nicht", "niet", "kein", "keine", "no", "não", "nao", "pas", "n'ai", "non", "nie", "never", "nunca",
            "jamais");

    /** Of a date; the dot ends no sentence. */
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})\\. (?=\\p{L})");

    private DeedTranslator() {}

    private static Map<String, String> deeds(Map<String, String> inEnglish) {
        Map<String, String> deeds = new HashMap<>();
        inEnglish.forEach((english, words) -> {
            for (String word : words.split(" ", 0)) {
                deeds.put(word, english);
            }
        });
        return Map.copyOf(deeds);
    }

    /** The same in English; as it was if it tells of no deed in another language. */
    public static String inEnglish(String said) {
        if (said.endsWith("?") || said.indexOf('\n') >= 0) {
            return said;
        }
        List<String> words =
                List.of(ORDINAL.matcher(said.strip()).replaceAll("$1 ").split("\\s+", -1));
        int at = words.size() > WORDS_MAX ? -1 : deed(words);
        if (at < 0) {
            return said;
        }
        String deed = DEEDS.getOrDefault(plain(words.get(at)), "");
        String punctuation = words.get(at).replaceFirst("^[\\p{L}'’]+", "");
        boolean isDenied = words.stream().anyMatch(word -> NOT.contains(plain(word)));
        List<String> before = telling(words.subList(0, at));
        List<String> after = telling(words.subList(at + 1, words.size()));
        if (isDenied) {
            before.addAll(after);
            return DENIED.containsKey(deed) ? "did not " + DENIED.get(deed) + " " + String.join(" ", before) : said;
        }
        List<String> english = new ArrayList<>();
        if (IN_PLACE.contains(deed)) {
            english.addAll(before);
            english.add(deed + punctuation);
        } else {
            english.add(deed);
            english.addAll(before);
            if (!english.isEmpty() && !punctuation.isEmpty()) {
                english.set(english.size() - 1, english.get(english.size() - 1) + punctuation);
            }
        }
        english.addAll(after);
        return String.join(" ", english);
    }

    private static int deed(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (DEEDS.containsKey(plain(words.get(at)))) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> telling(List<String> words) {
        List<String> telling = new ArrayList<>(words);
        telling.removeIf(word -> SMALL.contains(plain(word)) || NOT.contains(plain(word)));
        return telling;
    }

    private static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        int end = small.length();
        while (end > 0 && !Character.isLetter(small.charAt(end - 1))) {
            end--;
        }
        return small.substring(0, end);
    }
}
