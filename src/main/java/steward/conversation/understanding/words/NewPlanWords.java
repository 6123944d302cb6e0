package steward.conversation.understanding.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new plan for an account, asked for in other languages than English: "neuer Plan für Acme". */
public final class NewPlanWords {

    private static final String MAKE =
            "(?:(?:starte|erstelle|erstell|beginne|mach|öffne|lege|commence|démarre|crée|ouvre|faire|crea|empieza|inicia|abre|haz|crie|cria|comece|começa|abra|inizia|apri|fai|maak|begin|start|open|utwórz|stwórz|zacznij)r? )?";

    private static final List<Pattern> FORMS = List.of(
            pattern(
                    MAKE
                            + "(?:ein(?:en)? )?(?:neue[rn]? )(?:kunden-?|account-?)?plan (?:für|zu|mit|bei) (\\S.*?)(?: (?:an|anlegen|starten|erstellen|beginnen))?"),
            pattern(MAKE + "(?:un )?(?:nouveau )plan (?:pour|sur|avec) (\\S.*?)"),
            pattern(MAKE + "(?:un )?(?:nuevo plan|plan nuevo) (?:para|con|de) (\\S.*?)"),
            pattern(MAKE + "(?:um )?(?:novo plano|plano novo) (?:para|com|de) (\\S.*?)"),
            pattern(MAKE + "(?:un )?(?:nuovo piano) (?:per|su|con) (\\S.*?)"),
            pattern(MAKE + "(?:een )?(?:nieuw )plan (?:voor|met) (\\S.*?)"),
            pattern(MAKE + "(?:nowy )plan (?:dla|na) (\\S.*?)"),
            pattern("(\\S.*?)の(?:新しい|新規)(?:プラン|計画)(?:を.*)?"),
            pattern("(?:新建|创建)?(\\S.*?)的?新(?:的)?计划"));

    private static final Pattern POLITE = pattern(
            "[,.! ]*(?:bitte|s'il (?:te|vous) pla[iî]t|svp|por favor|per favore|alstublieft|graag|proszę)?[.!]*$");

    private NewPlanWords() {}

    /** The account that the plan is to be for. */
    public static Optional<String> account(String said) {
        String words = POLITE.matcher(said.strip()).replaceFirst("");
        return FORMS.stream()
                .map(form -> form.matcher(words))
                .filter(Matcher::matches)
                .map(asked -> asked.group(1))
                .findFirst();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
