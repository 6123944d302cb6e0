package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Form;
import steward.message.Message;
import steward.message.PlainText;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;

/** Steps and rows filled in as forms, also while the chat goes on. */
class FormsTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @Test
    void aStepIsFilledInOneGo() {
        chat.type("/plan Acme Glass");
        Form form = opened("form");

        assertThat(form.title()).isEqualTo("Account snapshot");
        assertThat(form.fields().stream().map(field -> field.about().question()))
                .containsExactly("headquarters", "mission", "revenue_goal", "selling", "cross_sell");
        List<Message> said = chat.submit(
                form, Map.of("headquarters", "Toledo, Ohio", "revenue_goal", "1.2M", "selling", "Resin, Coatings"));

        assertThat(said).hasSize(2);
        assertThat(PlainText.of(said.get(0))).contains("Saved from the form:").contains("3  Revenue goal: $1,200,000");
        assertThat(PlainText.of(said.get(1))).contains("Left blank: 2  Mission · 5  Cross-sell.");
        assertThat(plan().get(Worksheet.REVENUE_GOAL, 0)).contains(new Money(120_000_000));
        // What may be left out and was is not asked again.
        assertThat(plan().open()).contains(Blank.of(Worksheet.SNAPSHOT.summary()));
    }

    @Test
    void whatCantBeReadIsSaidInPlaceAndNothingIsSaved() {
        chat.type("/plan Acme Glass");
        Form form = opened("form");
        int before = plan().entries().size();

        assertThat(chat.complaints(form, Map.of("headquarters", "Toledo", "revenue_goal", "a lot")))
                .containsOnlyKeys("revenue_goal")
                .allSatisfy((question, hint) -> assertThat(hint).contains("I need an amount"));
        assertThat(plan().entries()).hasSize(before);
    }

    @Test
    void onlyWhatWasChangedIsWritten() {
        chat.type("/plan Acme Glass");
        chat.type("Toledo, Ohio");
        chat.type("skip");
        chat.type("1.2M");
        chat.tap(Abouts.of(plan()), "edit 1");
        Form form = opened("form");

        assertThat(chat.submit(form, Map.of())).isEmpty();
        chat.submit(form, Map.of("mission", "Better glass for everyone"));
        assertThat(plan().entries().stream()
                        .filter(entry -> entry.question().equals("revenue_goal"))
                        .filter(entry -> entry.kind() == Kind.ANSWERED))
                .hasSize(1);
    }

    @Test
    void anAnswerGivenInTheChatMeanwhileIsNotOverwrittenInSilence() {
        chat.type("/plan Acme Glass");
        Form form = opened("form");
        chat.type("Cleveland, Ohio");

        List<Message> said = chat.submit(form, Map.of("headquarters", "Toledo, Ohio", "revenue_goal", "900k"));

        assertThat(plan().get(Worksheet.HEADQUARTERS, 0)).contains("Cleveland, Ohio");
        assertThat(plan().get(Worksheet.REVENUE_GOAL, 0)).contains(new Money(90_000_000));
        assertThat(PlainText.of(said.get(0)))
                .contains("was answered in the chat while the form was open, so it stays Cleveland, Ohio")
                .contains("The form said: Toledo, Ohio");
    }

    @Test
    void aRowIsAFormOfItsOwn() {
        toTheOpportunities();
        chat.type("Win the resin order for line 2\n120k\n60k\n70\nRun a trial with Dana\n30 June");
        chat.type("yes");
        Form form = opened("form");

        assertThat(form.title()).isEqualTo("Opportunity");
        chat.submit(
                form,
                Map.of(
                        "opportunity.what", "Training",
                        "opportunity.last_year", "none",
                        "opportunity.increase", "25k",
                        "opportunity.probability", "50",
                        "opportunity.margin", "60%",
                        "opportunity.timeline", "2026-09-30"));
        assertThat(plan().get(Worksheet.TIMELINE, 2)).contains(LocalDate.of(2026, 9, 30));
        assertThat(plan().get(Worksheet.OWN_MARGIN, 2)).isPresent();
        // No coaching in forms: the next question is the one that was left empty.
        assertThat(plan().open()).contains(new Blank(Worksheet.ACTIVITY, 2));
    }

    @Test
    void aRowNeedsItsNameFirst() {
        toTheOpportunities();
        Form form = opened("form");

        assertThat(chat.complaints(form, Map.of("opportunity.increase", "25k"))).containsOnlyKeys("opportunity.what");
    }

    @Test
    void whatStandsIsThereToBeginWithAndReadsAsTheSame() {
        toTheOpportunities();
        chat.type("Win the resin order for line 2\n120k\nkeep\n70\nRun a trial with Dana\n30 June");
        chat.type("no");
        chat.type("40%");
        chat.type("12 hours monthly");
        Form form = opened("form");
        Map<String, String> filled = new LinkedHashMap<>();
        form.fields().forEach(field -> filled.put(field.about().question(), Chat.initial(field)));

        assertThat(filled)
                .containsEntry("opportunity.increase", "a renewal to defend")
                .containsEntry("opportunity.timeline", "2026-06-30")
                .containsEntry("time_spent", "12 hours monthly")
                .containsEntry("hours_required", "");
        assertThat(chat.submit(form, filled)).isEmpty();
    }

    @Test
    void aFormOfAClosedPlanIsPoliteAndChangesNothing() {
        chat.type("/plan Acme Glass");
        Form form = opened("form");
        chat.type("/plan close Acme lost the bid");

        assertThat(PlainText.of(
                        chat.submit(form, Map.of("headquarters", "Toledo")).get(0)))
                .contains("I can't find that plan");
    }

    private void toTheOpportunities() {
        chat.type("/plan Acme Glass");
        chat.submit(opened("form"), Map.of("headquarters", "Toledo", "revenue_goal", "1.2M", "selling", "Resin"));
        chat.type("skip");
        chat.type("skip");
        chat.type("yes");
        chat.submit(opened("form"), Map.of("final_authority.name", "Dana Wu, CFO"));
        while (!plan().open().orElseThrow().question().key().equals("opportunity.what")) {
            chat.type("skip");
        }
    }

    /** The form behind the button of the open question. */
    private Form opened(String says) {
        About open = Abouts.of(plan(), plan().open().orElseThrow());
        return chat.open(open, says);
    }

    private Plan plan() {
        return chat.sessions.current().flatMap(chat.sessions::plan).orElseThrow();
    }
}
