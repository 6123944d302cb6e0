package steward.worksheet;

import static steward.worksheet.questions.Question.ask;
import static steward.worksheet.questions.Step.lastStep;
import static steward.worksheet.questions.Step.step;
import static steward.worksheet.questions.Table.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.worksheet.answers.HoursAnswer;
import steward.worksheet.answers.IncreaseAnswer;
import steward.worksheet.answers.ListAnswer;
import steward.worksheet.answers.MoneyAnswer;
import steward.worksheet.answers.PercentAnswer;
import steward.worksheet.answers.RequiredHoursAnswer;
import steward.worksheet.answers.SameAnswer;
import steward.worksheet.answers.TextAnswer;
import steward.worksheet.answers.YearlyHoursAnswer;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.questions.YesNoAnswer;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Increase;
import steward.worksheet.values.Money;
import steward.worksheet.values.Percent;
import steward.worksheet.values.Person;
import steward.worksheet.values.YearlyHours;

/**
 * The whole worksheet, in the order of the paper.
 *
 * <p>Keys are names in the database and never change; words may. There is no "next": a question is asked when all before it are
 * settled.
 */
public final class Worksheet {

    /** How many people may stand in one role. */
    public static final int CONTACTS_A_ROLE_MAX = 6;

    public static final int OPPORTUNITIES_MAX = 8;

    public static final int OPEN_ACTIONS_MAX = 12;

    private static final int TIMELINE_YEARS_MAX = 3;

    /** What an account may well buy in a year, in whole units of any currency: the example, and the measure of a slip. */
    private static final long USUAL_GOAL = 1_200_000;

    private Worksheet() {}

    // ── 1. ACCOUNT SNAPSHOT ──────────────────────────────────────────────────────────────────────────────

    public static final Question<String> HEADQUARTERS = ask(
                    "headquarters",
                    "Headquarters",
                    "Where are their headquarters, and the sites you sell to?",
                    new TextAnswer())
            .why("Budgets are often decided far from where you sell.")
            .help("The big money is usually signed off at the head office. If you only know the site you visit, "
                    + "that is a first thing to find out: who there has never met you?")
            .example("Toledo, Ohio; plants in Lyon and Pune");

    public static final Question<String> MISSION = ask(
                    "mission", "Mission", "What is their mission statement?", new TextAnswer())
            .optional()
            .why("It is what their managers are measured on, so it is what your offer should help with.")
            .help("Look at the first page of their website or annual report. A plan that speaks their language "
                    + "gets a hearing; one sentence is enough.")
            .example("Better glass for everyone");

    public static final Question<Money> REVENUE_GOAL = ask(
                    "revenue_goal",
                    "Revenue goal",
                    situation -> "What is " + Worksheet.thisYears(situation) + " revenue goal for this account?",
                    new MoneyAnswer().beside(Worksheet::usualGoal))
            .labelOfYear(year -> year + " goal")
            .check(Checks.aboveZero())
            .why(situation ->
                    "All you plan to sell them " + Worksheet.inThisYear(situation) + ", existing business included.")
            .help("It tells how much of the year is already in the opportunities you will list in step 3, and how "
                    + "much still has to come from somewhere else. A round figure will do.")
            .example(situation -> amount(USUAL_GOAL, situation));

    public static final Question<List<String>> SELLING = ask(
                    "selling", "We sell", "What are you selling to this account?", new ListAnswer())
            .remembered()
            .why("Products and services, separated by commas or on lines of their own.")
            .help("What they already buy is your way in: it is where you are known, and where the next thing fits.")
            .example("Resin, Coatings");

    public static final Question<List<String>> CROSS_SELL = ask(
                    "cross_sell", "Cross-sell", "What else could you cross-sell or up-sell?", new ListAnswer())
            .optional()
            .remembered()
            .why("Growth is easiest where they already trust you.")
            .help("Think of what they buy elsewhere today, of a better version of what they have, and of the sites "
                    + "and teams that do not buy from you yet.")
            .example("Training days, Maintenance contract");

    public static final Step SNAPSHOT =
            step(1, "Account snapshot", HEADQUARTERS, MISSION, REVENUE_GOAL, SELLING, CROSS_SELL);

    // ── 2. LOCAL ANALYSIS: DECISION MAKERS AND INFLUENCERS ───────────────────────────────────────────────

    public static final Table FINAL_AUTHORITY = role(
            "final_authority",
            "final authority",
            "Final authority",
            "Who can say yes when everyone else says no?",
            "Somebody signs. Selling past that person is the most common way to lose late.",
            "Dana Wu, CFO",
            "Does anyone else have the final say?");

    public static final Table USER = role(
            "user",
            "user",
            "User",
            "Who will use what you sell, or feel it in their work?",
            "Users judge how it works for them. They can't sign, but they can sink it.",
            "Sam Ortiz, line 2 manager",
            "Another user?");

    public static final Table ADVISOR = role(
            "advisor",
            "advisor",
            "Advisor",
            "Who advises: whose no could stop it, even if they can't sign?",
            "Purchasing, legal, IT, engineering: people who screen offers for the others.",
            "Priya Rao, head of purchasing",
            "Another advisor?");

    public static final Table COACH = role(
            "coach",
            "coach",
            "Coach",
            "Who wants you to win, and tells you how things really work there?",
            "A coach is the best sign of a healthy deal. None yet? Then finding one is your first action.",
            "Lee Marsh, quality engineer",
            "Another coach?");

    public static final List<Table> ROLES = List.of(FINAL_AUTHORITY, USER, ADVISOR, COACH);

    public static final Step LOCAL_ANALYSIS = step(2, "Local analysis", FINAL_AUTHORITY, USER, ADVISOR, COACH);

    // ── 3. STRATEGIC ACCOUNT PLAN (SMART) ────────────────────────────────────────────────────────────────

    public static final Question<String> OPPORTUNITY = ask(
                    "opportunity.what",
                    "Opportunity",
                    situation -> situation.row() == 1
                            ? "What is the first opportunity you want to win here?"
                            : "What is the opportunity?",
                    new TextAnswer())
            .coached()
            .why("One thing to win, so clear that a colleague could tell when it is won.")
            .help("Name the product and the place. Amount, chance and date come next, so leave them out here. "
                    + "A renewal to defend is an opportunity too.")
            .example("Win the resin order for line 2 in Toledo");

    public static final Question<Money> LAST_YEAR = ask(
                    "opportunity.last_year",
                    "Last year",
                    situation -> situation
                            .namedYear()
                            .map(year -> "What is the revenue from it in " + (year - 1) + "?")
                            .orElse("What was last year's revenue from it?"),
                    MoneyAnswer.orNothing().beside(Worksheet::goal))
            .labelOfYear(year -> (year - 1) + " revenue")
            .ownWords("n/a")
            .choices(situation -> List.of(new Choice("New business: none", "none")))
            .why("The actual figure, from your books.")
            .help(
                    "It is what the increase is measured against, and what is at stake if you lose it. New business has none.")
            .example(situation -> amount(120_000, situation));

    public static final Question<Increase> INCREASE = ask(
                    "opportunity.increase",
                    "Increase",
                    situation -> situation
                            .namedYear()
                            .map(year -> "What is the " + year + " goal: the increase over " + (year - 1) + "?")
                            .orElse("What is this year's goal: the increase over last year?"),
                    new IncreaseAnswer(situation -> situation.get(LAST_YEAR), Worksheet::goal))
            .labelOfYear(year -> year + " increase")
            .check(Checks.somethingToDefend())
            .choices(Worksheet::renewal)
            .why(situation -> situation
                            .get(LAST_YEAR)
                            .filter(before -> !before.isPositive())
                            .isPresent()
                    ? "An amount. It is new business, so all of it counts."
                    : "An amount, or a percentage of last year. For a renewal to defend, say `keep`.")
            .help("Only what comes on top of last year counts as growth; this is what your hours are meant to earn.")
            .example(situation -> amount(60_000, situation));

    public static final Question<Percent> PROBABILITY = ask(
                    "opportunity.probability",
                    "Probability",
                    situation -> "How likely are you to " + win(situation) + " it?",
                    new PercentAnswer())
            .choices(situation ->
                    Stream.of("10%", "25%", "50%", "75%", "90%").map(Choice::of).toList())
            .why("Be honest: this is what separates a goal from a wish.")
            .help("10% is a name on a list, 25% a first good meeting, 50% a need, a budget and a date, 75% a preferred "
                    + "supplier, 90% a contract at the signature.")
            .example("50%");

    public static final Question<String> ACTIVITY = ask(
                    "opportunity.activity",
                    "Activity",
                    situation -> "What will you do to " + win(situation) + " it, and what is your strategy?",
                    new TextAnswer())
            .coached()
            .why("The one activity that moves it most, and why that will work.")
            .help("Who will you see, what will you show, what do they have to believe afterwards? Begin with a verb.")
            .example("Run a trial on line 2 in Toledo, so that Sam can show the scrap savings to Dana");

    public static final Question<LocalDate> TIMELINE = ask(
                    "opportunity.timeline",
                    "Won by",
                    situation -> "By when will it be " + (isRenewal(situation) ? "renewed?" : "won?"),
                    new DateAnswer(situation -> situation.today().plusYears(TIMELINE_YEARS_MAX), "Three years ahead"))
            .choices(Suggestions::timelines)
            .why("A date makes it a plan.")
            .help("The day you expect the signature. A guess beats a blank.")
            .example("30 June");

    /** Not asked, since few opportunities need it: set by {@code margin Training 60%}, or in the form. */
    public static final Question<Percent> OWN_MARGIN = ask(
                    "opportunity.margin", "Own margin", "Does it have a gross margin of its own?", new PercentAnswer())
            .optional()
            .onlyIf(answers -> false)
            .why("Only if it differs from the account's.")
            .help("Services often earn a larger share than goods do. Left empty, the account's margin counts.")
            .example("60%");

    public static final Table OPPORTUNITIES = table(
            "opportunity",
            "opportunity",
            "Another opportunity?",
            OPPORTUNITIES_MAX,
            OPPORTUNITY,
            LAST_YEAR,
            INCREASE,
            PROBABILITY,
            ACTIVITY,
            TIMELINE,
            OWN_MARGIN);

    public static final Question<Percent> GROSS_MARGIN = ask(
                    "gross_margin",
                    "Gross margin",
                    "What share of this account's sales is gross profit?",
                    new PercentAnswer())
            .remembered()
            .why("A rough figure will do: it turns revenue into money earned.")
            .help(
                    "Sales minus what the goods or the service cost, as a share of sales. Ask finance once and use it everywhere.")
            .example("40%");

    public static final Question<YearlyHours> TIME_SPENT = ask(
                    "time_spent",
                    "Time spent",
                    "How much time do you spend on this account: weekly, monthly or over the year?",
                    new YearlyHoursAnswer())
            .why("Any one of the three; I work out the others.")
            .help(
                    "Everything counts: visits, calls, travel, quotes, solving problems. A guess is fine, the time log will tell.")
            .example("3h a week");

    public static final Question<Hours> HOURS_REQUIRED = ask(
                    "hours_required",
                    "Hours required",
                    Worksheet::hoursRequired,
                    new RequiredHoursAnswer(Worksheet::hoursAYear))
            .choices(Worksheet::sharesOfTheYear)
            .why("Expected gross profit divided by these hours is your ROTI, your return on time invested.")
            .help("Only the hours for winning what you listed, not those for serving the account as it is.")
            .example("56h");

    public static final Question<String> BETTER_YIELD = ask(
                    "better_yield",
                    "Better yield",
                    "How could you better yield your time and revenue on this account?",
                    new TextAnswer())
            .optional()
            .why("What would you stop doing, or hand over?")
            .help("Hours freed from upkeep are the cheapest hours you will ever win.")
            .example("Hand the weekly stock call to inside sales");

    public static final Question<List<String>> CHALLENGES = ask(
                    "challenges",
                    "Challenges",
                    "What are the challenges and considerations to grow this account?",
                    new ListAnswer())
            .optional()
            .why("What could stop you: a rival, a budget, a boss, a habit.")
            .help("Named early, most of them can be worked around; each may become an action in step 4.")
            .example("Budget freeze until June, Rival has a frame contract");

    public static final Question<List<String>> KEY_QUESTIONS = ask(
                    "key_questions",
                    "Key questions",
                    "Which good and great questions will you ask them?",
                    new ListAnswer())
            .optional()
            .why("A great question makes them think aloud about what you can solve.")
            .help(Suggestions::help)
            .example("What does an hour of downtime on line 2 cost?");

    public static final Step ACCOUNT_PLAN = step(
            3,
            "Strategic account plan",
            OPPORTUNITIES,
            GROSS_MARGIN,
            TIME_SPENT,
            HOURS_REQUIRED,
            BETTER_YIELD,
            CHALLENGES,
            KEY_QUESTIONS);

    // ── 4. ACT ───────────────────────────────────────────────────────────────────────────────────────────

    public static final Question<String> ACTION = ask(
                    "action.what",
                    "Action",
                    situation -> situation.row() == 1
                            ? "What will you do first in the next 90 days?"
                            : "What will you do in the next 90 days?",
                    new TextAnswer())
            .coached()
            .choices(Suggestions::actions)
            .why("One step that you can take yourself.")
            .help("Begin with a verb and name who or what it is about. Small is good: done in one sitting beats never.")
            .example("Call Dana Wu about the trial budget");

    public static final Question<LocalDate> ACTION_DUE = ask(
                    "action.due",
                    "Due",
                    "By when?",
                    new DateAnswer(situation -> situation.answers().lastDueDay(situation.today()), "Day 90"))
            .choices(Mentions::days)
            .why("Any day in the next 90.")
            .help("A date you mean to keep. It can be moved later.")
            .example("next Friday");

    public static final Question<Contact> ACTION_CONTACT = ask(
                    "action.contact", "With", "With whom?", new ContactAnswer())
            .optional()
            .onlyIf(answers -> !Contact.all(answers).isEmpty())
            .choices(Mentions::contacts)
            .why("One of the people in your plan.")
            .help("It puts the action on that person's card before your next call.")
            .example("Dana Wu");

    public static final Table ACTIONS =
            table("action", "action", "Another action?", OPEN_ACTIONS_MAX, ACTION, ACTION_DUE, ACTION_CONTACT);

    public static final Step ACT = lastStep(4, "Act", ACTIONS);

    /** The blanks that take several things each. */
    public static final List<Question<List<String>>> LISTS = List.of(SELLING, CROSS_SELL, CHALLENGES, KEY_QUESTIONS);

    // ── THE FORM ─────────────────────────────────────────────────────────────────────────────────────────

    public static final List<Step> STEPS = List.of(SNAPSHOT, LOCAL_ANALYSIS, ACCOUNT_PLAN, ACT);

    /** Asked when the rep wants to give a plan up; it stands on no step. */
    public static final Question<Boolean> CANCEL = ask(
                    "cancel", "Cancel", "Stop this plan and close it?", new YesNoAnswer())
            .unnumbered()
            .why("What you wrote is kept, and `resume` brings it back.");

    /** Asked when the rep closes a plan without saying why; it stands on no step. */
    public static final Question<String> CLOSE = ask(
                    "close", "Reason", "Why are you closing this plan?", new TextAnswer())
            .unnumbered()
            .optional()
            .why("A few words for the record. Everything is kept.")
            .example("Account moved to another territory");

    /** Asked when an opportunity is won; it stands on no step. */
    public static final Question<Money> WON = ask(
                    "opportunity.won",
                    "Won",
                    situation -> isRenewal(situation)
                            ? "Was it kept? At how much, if that changed?"
                            : "What was the actual increase over last year?",
                    new ActualIncreaseAnswer(Worksheet::plannedIncrease))
            .unnumbered()
            .choices(Worksheet::asPlanned)
            .why("What it really brought is what counts in your ROTI from now on.")
            .example(situation -> isRenewal(situation) ? "kept at +4%" : amount(66_000, situation));

    /** Asked when an opportunity is lost; it stands on no step. */
    public static final Question<String> LOST = ask("opportunity.lost", "Lost", "Why was it lost?", new TextAnswer())
            .unnumbered()
            .optional()
            .choices(situation -> Stream.of("Price", "A competitor", "No decision", "No budget")
                    .map(Choice::of)
                    .toList())
            .why("A word is enough. What you learn here helps with the next one.")
            .example("They chose to repair the old line");

    /** Asked when an action is done, where a form or a button is at hand: nothing waits for the answer. */
    public static final Question<Hours> ACTION_TOOK = ask(
                    "action.took", "Time", "How long did it take?", HoursAnswer.onADay())
            .unnumbered()
            .optional()
            .choices(situation ->
                    Stream.of("15 min", "30 min", "1 h", "2 h").map(Choice::of).toList())
            .example("1h30");

    /** Asked when an action is dropped, where a form or a button is at hand: nothing waits for the answer. */
    public static final Question<String> ACTION_DROPPED = ask(
                    "action.dropped", "Reason", "Why drop it?", new TextAnswer())
            .unnumbered()
            .optional()
            .choices(situation -> Stream.of("Not needed any more", "Somebody else does it", "The wrong time")
                    .map(Choice::of)
                    .toList())
            .example("They bought from stock");

    /** Asked when most of the hours required are used; it stands on no step. */
    public static final Question<Hours> MORE_HOURS = ask(
                    "more_hours",
                    "More hours",
                    "How many more hours will it take to win what is still open?",
                    HoursAnswer.required())
            .unnumbered()
            .why("Most of the hours you planned are used. With a new figure your next-hour ROTI is true again.")
            .example("20h");

    /** Asked at the end of a cycle, in a form: nothing waits for the answer. Its row is the number of the cycle. */
    public static final Question<String> CYCLE_WORKED = ask(
                    "cycle.worked", "What worked", "What worked?", new TextAnswer())
            .unnumbered()
            .optional()
            .example("The trial on line 2 convinced Sam");

    /** The other half of it. */
    public static final Question<String> CYCLE_NOT_WORKED = ask(
                    "cycle.not_worked", "What didn't", "What didn't work?", new TextAnswer())
            .unnumbered()
            .optional()
            .example("Purchasing heard of it too late");

    private static final Map<String, Question<?>> BY_KEY = Stream.of(
                    STEPS.stream().flatMap(Step::questions),
                    tables().map(Table::remove),
                    Stream.of(CANCEL, CLOSE, WON, LOST, MORE_HOURS, ACTION_TOOK, CYCLE_WORKED, CYCLE_NOT_WORKED))
            .flatMap(questions -> questions)
            .collect(Collectors.toUnmodifiableMap(Question::key, Function.identity()));

    private static final Map<Question<?>, Step> STEP_OF = STEPS.stream()
            .flatMap(step -> step.questions().map(question -> Map.entry(question, step)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<Question<?>, Table> TABLE_OF = Stream.concat(
                    tables().flatMap(Worksheet::questionsOf),
                    Stream.of(Map.entry(WON, OPPORTUNITIES), Map.entry(LOST, OPPORTUNITIES)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Stream<Map.Entry<Question<?>, Table>> questionsOf(Table table) {
        return Stream.concat(table.columns().stream(), Stream.of(table.another(), table.remove()))
                .map(question -> Map.entry(question, table));
    }

    /** All tables, in paper order. */
    public static Stream<Table> tables() {
        return STEPS.stream().flatMap(Step::tables);
    }

    /** The table of that key. */
    public static Optional<Table> tableByKey(String key) {
        return tables().filter(table -> table.key().equals(key)).findFirst();
    }

    /** The question of that key. */
    public static Optional<Question<?>> question(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The step that a question stands in; none for those that stand apart. */
    public static Optional<Step> stepOf(Question<?> question) {
        return Optional.ofNullable(STEP_OF.get(question));
    }

    /** The table that a question is asked for row by row, if it is. */
    public static Optional<Table> tableOf(Question<?> question) {
        return Optional.ofNullable(TABLE_OF.get(question));
    }

    private static Table role(
            String key, String name, String label, String prompt, String why, String example, String another) {
        Question<Person> who = ask(key + ".name", label, prompt, new PersonAnswer())
                .choices(situation -> KnownPeople.others(situation, key))
                .why("Name and position. " + why)
                .help(why + " If nobody comes to mind, say “skip”: knowing what you don't know is half the plan.")
                .example(example);
        Question<String> criteria = ask(
                        key + ".criteria",
                        label + ", criteria",
                        situation -> "What is important to " + firstName(situation, who) + " in this decision?",
                        new SameAnswer(situation -> KnownPeople.known(situation, who, 1)))
                .optional()
                .choices(situation -> KnownPeople.same(situation, who, 1))
                .why("Their decision making criteria, in their words if you can.")
                .help("People buy for their own reasons: cost, safety, an easy life, a promotion. "
                        + "If you have not asked yet, skip it and ask.")
                .example("Scrap rate below 2%, no new suppliers before June");
        Question<String> strategy = ask(
                        key + ".strategy",
                        label + ", purpose",
                        situation -> "What do you want from your next meeting with " + firstName(situation, who) + "?",
                        new SameAnswer(situation -> KnownPeople.known(situation, who, 2)))
                .optional()
                .choices(situation -> KnownPeople.same(situation, who, 2))
                .why("Your strategy, your purpose to meet.")
                .help("A meeting without a purpose is a coffee. What should they decide, tell you, or do for you?")
                .example("Agree on what the trial has to show");
        return table(key, name, another, CONTACTS_A_ROLE_MAX, who, criteria, strategy);
    }

    /** "this year's", or "the 2027". */
    private static String thisYears(Situation situation) {
        return situation.namedYear().map(year -> "the " + year).orElse("this year's");
    }

    private static String inThisYear(Situation situation) {
        return situation.namedYear().map(year -> "in " + year).orElse("this year");
    }

    private static String firstName(Situation situation, Question<Person> who) {
        return situation.get(who).flatMap(Person::calledBy).orElse("them");
    }

    /** An amount in whole units of the workspace's currency, as it is written there. */
    private static String amount(long whole, Situation situation) {
        return money(whole, situation)
                .map(money -> money.shown(situation.notation()))
                .orElseThrow();
    }

    private static Optional<Money> money(long whole, Situation situation) {
        return Money.exactly(BigDecimal.valueOf(whole), situation.notation());
    }

    static boolean isRenewal(Situation situation) {
        return situation.get(INCREASE).filter(Increase::isRenewal).isPresent();
    }

    private static Optional<Money> plannedIncrease(Situation situation) {
        return situation.get(INCREASE).map(Increase::amount);
    }

    private static List<Choice> asPlanned(Situation situation) {
        return plannedIncrease(situation)
                .map(planned -> planned.isPositive()
                        ? List.of(new Choice("As planned: " + planned.shown(situation.notation()), "as planned"))
                        : List.of(
                                new Choice("Kept, with no increase", "kept"),
                                new Choice("Lost", "lost"),
                                new Choice("Not decided yet", "not decided yet")))
                .orElse(List.of());
    }

    private static String win(Situation situation) {
        return isRenewal(situation) ? "keep" : "win";
    }

    private static List<Choice> renewal(Situation situation) {
        return situation.get(LAST_YEAR).filter(Money::isPositive).isPresent()
                ? List.of(new Choice("Keep it: a renewal", "answer: keep"))
                : List.of();
    }

    /** What is to be sold to the account this year, as far as it is known. */
    static Optional<Money> goal(Situation situation) {
        return situation.answers().get(REVENUE_GOAL, 0);
    }

    /** Beside it, "850" is likely short of its thousands. */
    private static Optional<Money> usualGoal(Situation situation) {
        return money(USUAL_GOAL, situation);
    }

    private static String hoursRequired(Situation situation) {
        return situation
                .get(TIME_SPENT)
                .map(spent -> "Of those " + spent.inAYear().shown(situation.notation())
                        + " a year, how many go into winning these opportunities?")
                .orElse("How many hours will winning these opportunities take this year?");
    }

    private static List<Choice> sharesOfTheYear(Situation situation) {
        return situation.get(TIME_SPENT).stream()
                .flatMap(spent -> Stream.of(25, 50, 75)
                        .map(Percent::of)
                        .filter(share ->
                                RequiredHoursAnswer.of(share, spent.inAYear()).isPositive())
                        .map(share -> share(share, spent.inAYear(), situation)))
                .toList();
    }

    /** "50%: 78 h". */
    private static Choice share(Percent share, Hours aYear, Situation situation) {
        Hours hours = RequiredHoursAnswer.of(share, aYear);
        return new Choice(
                share.shown(situation.notation()) + ": " + hours.shown(situation.notation()), hours.minutes() + " min");
    }

    private static Optional<Hours> hoursAYear(Situation situation) {
        return situation.get(TIME_SPENT).map(YearlyHours::inAYear);
    }
}
