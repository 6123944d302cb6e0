package steward.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.endtoend.Line.another;
import static steward.endtoend.Line.picked;
import static steward.endtoend.Line.summary;
import static steward.endtoend.Line.tapped;
import static steward.endtoend.Line.typed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A whole account plan: every question in the order in which it is asked, the answers, and what the database then holds. */
final class AcmePlan {

    static final String ACCOUNT = "Acme Glass";
    static final String STATEMENT = "Better glass & <safer> plants";

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.US);

    private final LocalDate today;
    private final LocalDate wonBy;
    private final LocalDate due;

    /** @param today on the rep's calendar */
    AcmePlan(LocalDate today) {
        this.today = today;
        this.wonBy = today.plusDays(120);
        this.due = today.plusDays(10);
    }

    String command() {
        return ACCOUNT + " " + today.getYear();
    }

    LocalDate due() {
        return due;
    }

    List<Line> lines() {
        return List.of(
                typed("headquarters", 0, "Toledo, Ohio", "1  Headquarters   Toledo, Ohio"),
                typed("mission", 0, STATEMENT, "2  Mission   Better glass &amp; &lt;safer&gt; plants"),
                typed("revenue_goal", 0, "1.2M", "3  Revenue goal   $1,200,000"),
                typed("selling", 0, "Resin, Coatings", "4  We sell   Resin, Coatings"),
                typed("cross_sell", 0, "skip", "5  Cross-sell   left blank"),
                summary(1, "Looks right"),
                typed("final_authority.name", 1, "Dana Wu, CFO", "6  Final authority   Dana Wu, CFO"),
                typed("final_authority.criteria", 1, "Payback under a year", "7  "),
                typed("final_authority.strategy", 1, "Agree on what the trial has to show", "8  "),
                another("final_authority", 1),
                typed("user.name", 1, "Sam Ortiz, line 2 manager", "9  User   Sam Ortiz, line 2 manager"),
                typed("user.criteria", 1, "skip", "10  "),
                typed("user.strategy", 1, "skip", "11  "),
                another("user", 1),
                typed("advisor.name", 1, "skip", "12  Advisor   not known yet"),
                typed("coach.name", 1, "skip", "13  Coach   not known yet"),
                summary(2, "Looks right"),
                typed("opportunity.what", 1, "Win the resin order for line 2 in Toledo", "14  Opportunity   Win the"),
                typed("opportunity.last_year", 1, "120k", "15  Last year   $120,000"),
                typed("opportunity.increase", 1, "50%", "16  Increase   $60,000"),
                tapped("opportunity.probability", 1, "75%", "17  Probability   75%"),
                typed("opportunity.activity", 1, "Run a trial on line 2, so that Sam sees the savings", "18  Activity"),
                picked("opportunity.timeline", 1, wonBy.toString(), "19  Won by   " + shown(wonBy)),
                another("opportunity", 1),
                typed("gross_margin", 0, "40%", "20  Gross margin   40%"),
                typed("time_spent", 0, "3h a week", "21  Time spent   3 h a week"),
                tapped("hours_required", 0, "50%: 78 h", "22  Hours required   78 h"),
                typed("better_yield", 0, "Hand the weekly stock call to inside sales", "23  Better yield"),
                typed("challenges", 0, "Budget freeze until June", "24  Challenges   Budget freeze"),
                typed("key_questions", 0, "What does an hour of downtime cost?", "25  Key questions"),
                summary(3, "Looks right"),
                typed("action.what", 1, "Call Dana Wu about the trial budget", "26  Action   Call Dana Wu"),
                picked("action.due", 1, due.toString(), "27  Due   " + shown(due)),
                tapped("action.contact", 1, "Dana Wu", "28  With   Dana Wu"),
                another("action", 1),
                summary(4, "Start the 90 days"));
    }

    private static String shown(LocalDate date) {
        return SHOWN.format(date);
    }

    /** Asserts that the views hold this plan, running, and nothing else. */
    void assertRunningIn(Path data) {
        assertRunningIn(new Views(data.resolve("steward.db")));
    }

    void assertRunningIn(Views views) {
        assertThat(views.rows("select account, year, status, cycle from plans"))
                .containsExactly(Map.of("account", ACCOUNT, "year", today.getYear(), "status", "running", "cycle", 1));
        assertThat(views.texts("select cycle_start from plans")).containsExactly(today.toString());
        assertThat(views.texts("select question || ' ' || row_no || ' = ' || value from answers order by number"))
                .containsExactlyElementsOf(answers());
        assertThat(views.texts("select number from answers order by number"))
                .containsExactlyElementsOf(numbersOfAnswers());
        assertThat(views.texts("select said from answers where question = 'mission'"))
                .containsExactly(STATEMENT);
        assertThat(views.rows("select role, row_no, name, position, criteria, strategy from contacts where role ="
                        + " 'final_authority'"))
                .containsExactly(Map.of(
                        "role", "final_authority",
                        "row_no", 1,
                        "name", "Dana Wu",
                        "position", "CFO",
                        "criteria", "Payback under a year",
                        "strategy", "Agree on what the trial has to show"));
        assertThat(views.texts("select role || ': ' || name || ', ' || position from contacts order by role"))
                .containsExactly("final_authority: Dana Wu, CFO", "user: Sam Ortiz, line 2 manager");
        assertThat(views.rows("select what, last_year, increase, renewal, probability, timeline, status from"
                        + " opportunities"))
                .containsExactly(Map.of(
                        "what", "Win the resin order for line 2 in Toledo",
                        "last_year", 12_000_000,
                        "increase", 6_000_000,
                        "renewal", 0,
                        "probability", 75,
                        "timeline", wonBy.toString(),
                        "status", "open"));
        assertThat(views.rows("select row_no, cycle, what, due, contact, status from actions"))
                .containsExactly(Map.of(
                        "row_no",
                        1,
                        "cycle",
                        1,
                        "what",
                        "Call Dana Wu about the trial budget",
                        "due",
                        due.toString(),
                        "contact",
                        "Dana Wu",
                        "status",
                        "open"));
    }

    private List<String> answers() {
        return List.of(
                "headquarters 0 = Toledo, Ohio",
                "mission 0 = " + STATEMENT,
                "revenue_goal 0 = 120000000",
                "selling 0 = [\"Resin\",\"Coatings\"]",
                "final_authority.name 1 = Dana Wu, CFO",
                "final_authority.criteria 1 = Payback under a year",
                "final_authority.strategy 1 = Agree on what the trial has to show",
                "user.name 1 = Sam Ortiz, line 2 manager",
                "opportunity.what 1 = Win the resin order for line 2 in Toledo",
                "opportunity.last_year 1 = 12000000",
                "opportunity.increase 1 = 6000000",
                "opportunity.probability 1 = 75",
                "opportunity.activity 1 = Run a trial on line 2, so that Sam sees the savings",
                "opportunity.timeline 1 = " + wonBy,
                "gross_margin 0 = 40",
                "time_spent 0 = 9360",
                "hours_required 0 = 4680",
                "better_yield 0 = Hand the weekly stock call to inside sales",
                "challenges 0 = [\"Budget freeze until June\"]",
                "key_questions 0 = [\"What does an hour of downtime cost?\"]",
                "action.what 1 = Call Dana Wu about the trial budget",
                "action.due 1 = " + due,
                "action.contact 1 = final_authority.1");
    }

    /** All but those that were skipped. */
    private static List<String> numbersOfAnswers() {
        return IntStream.rangeClosed(1, 28)
                .filter(number -> !List.of(5, 10, 11, 12, 13).contains(number))
                .mapToObj(String::valueOf)
                .toList();
    }
}
