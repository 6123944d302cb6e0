package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.conversation.session.ImportPreview;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** Plans that come from files: told first, and nothing in the wrong blank. */
class ImportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final Chat chat = new Chat(NOW, ZoneId.of("America/Chicago"));
    private final Conversation conversation = new Conversation(Notation.DEFAULT, new Ids()::next);

    private static final class Ids {
        private int last;

        String next() {
            return "imported" + ++last;
        }
    }

    @Test
    void accountsComeFromASpreadsheetWhateverItsOrderAndSeparator() {
        String csv = """
                \uFEFFGoal;Account;Last year;HQ;Owner
                1.2M;Acme Glass;320k;Toledo, Ohio;Priya
                lots;Borealis;;"Oslo; Norway";Priya
                ;;5;;
                80k;acme glass;;;
                """.replace("\n", "\r\n");

        ImportPreview preview = imported("accounts.csv", csv, false);
        assertThat(chat.sessions.plans())
                .as("nothing is saved before that is wanted")
                .isEmpty();
        assertThat(preview.taken())
                .containsExactly(
                        "Acme Glass 2026; HQ Toledo, Ohio; goal $1,200,000; last year (offered at the first opportunity)"
                                + " $320,000",
                        "Borealis 2026; HQ Oslo; Norway");
        assertThat(preview.left())
                .containsExactly(
                        "Line 4: there is no account's name in it.",
                        "Line 5, acme glass: it stands in this file twice; the first one counts.");
        assertThat(preview.remarks())
                .hasSize(2)
                .contains("I don't know what the column \"Owner\" tells; I leave it out.")
                .anyMatch(remark -> remark.startsWith("Line 3, Borealis: I left out the goal \"lots\". "));

        imported("accounts.csv", csv, true);
        Plan acme = plan("Acme Glass");
        assertThat(acme.get(Worksheet.REVENUE_GOAL, 0)).contains(new Money(120_000_000));
        assertThat(acme.get(Worksheet.HEADQUARTERS, 0)).contains("Toledo, Ohio");
        assertThat(acme.get(Worksheet.LAST_YEAR, 1))
                .as("it is nobody's word yet")
                .isEmpty();
        assertThat(plan("Borealis").get(Worksheet.REVENUE_GOAL, 0)).isEmpty();
    }

    @Test
    void aPlanThatIsThereStaysAsItIs() {
        chat.type("/plan Acme Glass");
        ImportPreview preview = imported("a.csv", "account,hq\nAcme Glass,Lyon\n", true);
        assertThat(preview.taken()).isEmpty();
        assertThat(preview.left()).singleElement().asString().contains("there is a plan for it already");
        assertThat(plan("Acme Glass").get(Worksheet.HEADQUARTERS, 0)).isEmpty();
    }

    @Test
    void aFileThatIsNoTableIsSaidToBeNone() {
        assertThat(imported("a.csv", "hello\nworld\n", false).remarks())
                .containsExactly(
                        "The first line has to name the columns: account, HQ, goal, last year. I find no account there.");
        assertThat(imported("a.csv", "", false).remarks()).containsExactly("There is nothing in this file.");
        assertThat(imported("a.csv", "account\n\"Acme", false).taken()).hasSizeLessThan(2);
    }

    @Test
    void whoGotAPlanBackFindsItWhereItWas() {
        chat.type("/plan Acme");
        chat.type("Toledo");
        chat.type("Better glass");
        String file = conversation.ownFile(chat.sessions, NOW);
        Chat other = new Chat(NOW, ZoneId.of("America/Chicago"));
        conversation.imported(other.sessions, "all.json", file.getBytes(StandardCharsets.UTF_8), true, NOW);
        assertThat(conversation.ownFile(other.sessions, NOW))
                .as("all is the same, but for a note that it came from a file")
                .contains("\"kind\": \"Imported\"")
                .satisfies(now -> assertThat(now.replaceAll(",\\s*\\{[^{}]*\"Imported\"[^{}]*}", ""))
                        .isEqualTo(file));
        assertThat(conversation
                        .imported(other.sessions, "all.json", file.getBytes(StandardCharsets.UTF_8), true, NOW)
                        .left())
                .hasSize(1);
    }

    private ImportPreview imported(String name, String text, boolean isTaken) {
        return conversation.imported(chat.sessions, name, text.getBytes(StandardCharsets.UTF_8), isTaken, NOW);
    }

    private Plan plan(String account) {
        PlanCard card = chat.sessions.plans().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
        return chat.sessions.plan(card.id()).orElseThrow();
    }
}
