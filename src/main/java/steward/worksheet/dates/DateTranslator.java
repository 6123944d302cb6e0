package steward.worksheet.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the days of other languages as the English that says the same: "nächsten Freitag" is "next friday", "15 de marzo" is "15 marzo". */
public final class DateTranslator {

    /** German, Spanish, French, Portuguese, Italian, Dutch; a word that is English too stands for itself. */
    private static final Map<String, String> WORDS = words(
            "january januar enero janvier janeiro gennaio januari",
            "february februar febrero février fevrier fevereiro febbraio februari",
            "march märz maerz marzo mars março marco maart",
            "april abril avril aprile",
            "may mai mayo maio maggio mei",
            "june juni junio juin junho giugno",
            "july juli julio juillet julho luglio",
            "august agosto août aout augustus",
            "september septiembre setiembre septembre setembro settembre",
            "october oktober octubre octobre outubro ottobre",
            "november noviembre novembre novembro",
            "december dezember diciembre décembre decembre dezembro dicembre",
            "monday montag lunes lundi segunda segunda-feira lunedì lunedi maandag",
            "tuesday dienstag martes mardi terça terça-feira martedì martedi dinsdag",
            "wednesday mittwoch miércoles miercoles mercredi quarta quarta-feira mercoledì mercoledi woensdag",
            "thursday donnerstag jueves jeudi quinta quinta-feira giovedì giovedi donderdag",
            "friday freitag viernes vendredi sexta sexta-feira venerdì venerdi vrijdag",
            "saturday samstag sonnabend sábado sabado samedi sabato zaterdag",
            "sunday sonntag domingo dimanche domenica zondag",
            "today heute hoy aujourd'hui hoje oggi vandaag",
            "tomorrow morgen mañana manana demain amanhã amanha domani",
            "yesterday gestern ayer hier ontem ieri gisteren",
            "week woche semana semaine settimana",
            "weeks wochen semanas semaines settimane weken",
            "month monat monats mes mês mois mese maand",
            "months monate monaten meses mesi maanden",
            "days tage tagen días dias jours giorni dagen",
            "next nächste nächsten nächster nächstes naechste naechsten kommende kommenden kommender próximo próxima proximo proxima"
                    + " prochain prochaine prossimo prossima volgende");

    /** Only beside such a word do these say what they say there. */
    private static final Map<String, String> TIES = words(
            "end ende fin finales fim final fine eind einde",
            "early anfang principios début debut início inicio inizio begin",
            "mid mitte mediados mi meados metà half",
            "one einer einem una une um uma een",
            "two zwei dos deux dois duas due twee",
            "three drei tres trois três tre drie",
            "four vier cuatro quatre quatro quattro",
            "in en dans em tra fra dentro over daqui");

    private static final Set<String> SAY_NOTHING = new HashSet<>(List.of(
            "am",
            "bis",
            "zum",
            "der",
            "den",
            "dem",
            "des",
            "die",
            "das",
            "el",
            "la",
            "le",
            "los",
            "para",
            "hasta",
            "até",
            "a",
            "ao",
            "o",
            "de",
            "del",
            "da",
            "do",
            "di",
            "il",
            "lo",
            "entro",
            "tot",
            "op",
            "het",
            "jusqu'au",
            "jusqu'à",
            "vor",
            "im"));

    private static final Pattern AFTER_TOMORROW =
            Pattern.compile("übermorgen|uebermorgen|pasado mañana|après-demain|depois de amanhã|dopodomani|overmorgen");
    private static final Pattern BEFORE_YESTERDAY =
            Pattern.compile("vorgestern|anteayer|avant-hier|anteontem|l'altro ieri|eergisteren");
    private static final Pattern THAT_COMES =
            Pattern.compile("(?:la |el |a |o )?(\\S+) (?:que viene|que vem|prochaine?|prossim[oa]|próxim[oa])");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})\\. (?=\\p{L})");

    private DateTranslator() {}

    /** Of each line the first is English, the others say the same. */
    private static Map<String, String> words(String... lines) {
        Map<String, String> words = new HashMap<>();
        for (String line : lines) {
            String[] each = line.split(" ", -1);
            for (int at = 1; at < each.length; at++) {
                words.put(each[at], each[0]);
            }
        }
        return Map.copyOf(words);
    }

    /**
     * The same in English; as it was if it has no such word.
     *
     * @param plain in lower case
     */
    public static String inEnglish(String plain) {
        if (BEFORE_YESTERDAY.matcher(plain).matches()) {
            return "day before yesterday";
        }
        if (AFTER_TOMORROW.matcher(plain).matches()) {
            return "in 2 days";
        }
        boolean isEnglish = true;
        for (String word : plain.split(" ", -1)) {
            isEnglish &= !WORDS.containsKey(bare(word));
        }
        return isEnglish ? plain : translated(plain);
    }

    private static String translated(String plain) {
        String said =
                THAT_COMES.matcher(ORDINAL.matcher(plain).replaceAll("$1 ")).replaceAll("next $1");
        List<String> english = new ArrayList<>();
        for (String word : said.split(" ", -1)) {
            String bare = bare(word);
            if (WORDS.containsKey(bare)) {
                english.add(WORDS.get(bare));
            } else if (TIES.containsKey(bare)) {
                english.add(TIES.get(bare).equals("end") ? "end of" : TIES.get(bare));
            } else if (!SAY_NOTHING.contains(bare)) {
                english.add(word);
            }
        }
        return String.join(" ", english);
    }

    private static String bare(String word) {
        return word.replace(",", "").replace('’', '\'');
    }
}
