package steward.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steward.conversation.understanding.Cases.Case;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** The table itself: large enough, over all questions, and written in its one notation. */
class CasesTest {

    private static final int CASES_MIN = 600;
    private static final int ORDINARY_MIN = 300;

    private static final String ONE = "answer(?: beside help \\S+)?|answer .+|skip|talk|save|let go|pick .+|command"
            + " (?:back|edit|change|add|remove|rename|switch|resume|undo|status|summary|help|form|cancel|restart|goto|margin|skip"
            + " section|keep)\\b.*|slash .+|(?:correct|fill|more|side) \\S+(?: .+)?|same \\S+|help \\S+|look"
            + " .+|(?:time|done|snooze|add|move|drop|won|lost|chance|still_open|plan) .+|later(?: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)?";
    private static final Pattern MEANING = Pattern.compile("(?:" + ONE + ")(?: \\+ (?:" + ONE + "))?|ask(?: .+)?");
    private static final Pattern NAMES_A_BLANK =
            Pattern.compile("(?:correct|fill|same|pick correct) ([a-z_]+(?:\\.[a-z_]+)?)(?:#\\d)?(?: .*)?");

    @Test
    void isLargeEnough() {
        List<Case> ordinary = Cases.ordinary();
        long lookalikes = ordinary.stream()
                .filter(each -> each.lines().get(0).meaning().equals("lookalike"))
                .count();
        assertThat(Cases.all()).hasSizeGreaterThanOrEqualTo(CASES_MIN);
        assertThat(ordinary).hasSizeGreaterThanOrEqualTo(ORDINARY_MIN);
        assertThat(lookalikes).isBetween(ordinary.size() / 3L, ordinary.size() * 2L / 3);
    }

    @Test
    void askAtNearlyEveryQuestion() {
        Set<String> asked = Stream.concat(Cases.all().stream(), Cases.ordinary().stream())
                .map(each -> each.at().replaceFirst("^\\S+ ?", ""))
                .collect(Collectors.toSet());
        List<String> ofEveryKind = Worksheet.STEPS.stream()
                .flatMap(Step::questions)
                .map(question -> question.key())
                .filter(key -> !key.matches("(?:user|advisor|coach)\\..+|.+\\.(?:another|margin)|summary\\.\\d"))
                .toList();
        assertThat(asked).containsAll(ofEveryKind).contains("user.another", "summary.1");
    }

    @Test
    void keepToOneNotation() {
        for (Case each : Cases.all()) {
            each.lines()
                    .forEach(line -> assertThat(line.meaning())
                            .as("%s", each)
                            .matches(meaning -> MEANING.matcher(meaning).matches()));
        }
        for (Case each : Cases.ordinary()) {
            assertThat(each.lines()).as("%s", each).hasSize(1);
            assertThat(each.lines().get(0).meaning()).as("%s", each).isIn("plain", "lookalike");
        }
    }

    @Test
    void nameQuestionsThatThereAre() {
        for (Case each : Cases.all()) {
            each.lines().stream()
                    .flatMap(line -> Stream.of(line.meaning().split("\\|", 0)))
                    .map(meaning -> NAMES_A_BLANK.matcher(meaning.replaceFirst("^ask ", "")))
                    .filter(Matcher::matches)
                    .forEach(named -> assertThat(Optional.of(named.group(1)).flatMap(Worksheet::question))
                            .as("%s %s", each, named.group(1))
                            .isPresent());
        }
    }

    @Test
    void standWhereFixturesAre() {
        for (Case each : Cases.all()) {
            String[] at = each.at().split(" ", 2);
            assertThat(Set.of("acme", "acme-de", "running")).as("%s", each).contains(at[0]);
            if (at.length > 1) {
                assertThat(Worksheet.question(at[1])).as("%s", each).isPresent();
            }
        }
    }
}
