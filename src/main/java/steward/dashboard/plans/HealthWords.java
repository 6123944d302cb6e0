package steward.dashboard.plans;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Shortened;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.health.Health;
import steward.plan.health.Health.Aspect;
import steward.plan.health.Health.Share;
import steward.plan.health.HealthFix;
import steward.plan.health.SmartCriterion;
import steward.roti.Roti;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/** What is said of a plan's health: each part, why it has the points it has, and what to do. */
final class HealthWords {

    private static final int NAME_CHARACTERS_MAX = 60;

    private final Plan plan;
    private final Reader reader;
    private final PlanFacts facts;

    HealthWords(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.facts = new PlanFacts(plan, reader);
    }

    static String name(Aspect aspect) {
        return switch (aspect) {
            case ANSWERS -> "Answers";
            case ROLES -> "Roles";
            case OPPORTUNITIES -> "Opportunities, SMART";
            case ACTIONS -> "Actions, SMART";
            case ON_TRACK -> "On track";
            case FRESHNESS -> "Freshness";
        };
    }

    /** Why a part has the points it has, in a few words. */
    String reason(Aspect aspect, Share share) {
        return switch (aspect) {
            case ANSWERS -> share.isWhole() ? "all known" : share.missing() + " of " + share.of() + " not known";
            case ROLES -> roles();
            case OPPORTUNITIES -> letters(Worksheet.OPPORTUNITIES, share);
            case ACTIONS -> letters(Worksheet.ACTIONS, share);
            case ON_TRACK -> onTrack(share);
            case FRESHNESS -> lastHeard(share.missing());
        };
    }

    private String roles() {
        List<Table> empty = Worksheet.ROLES.stream()
                .filter(role -> plan.rows(role).isEmpty())
                .toList();
        if (empty.isEmpty()) {
            return Health.restsOnOnePerson(plan) ? "one person in all four" : "all four";
        }
        String none = empty.stream().map(Table::name).collect(Collectors.joining(", ", "no ", ""));
        return Health.restsOnOnePerson(plan) ? "one person; " + none : none;
    }

    private String letters(Table table, Share share) {
        if (share.of() == 0) {
            return "none";
        }
        String missing = Stream.of(SmartCriterion.values())
                .filter(letter -> rows(table).stream()
                        .anyMatch(row -> SmartCriterion.missing(plan, table, row, reader.today())
                                .contains(letter)))
                .map(SmartCriterion::name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "all letters" : share.has() + " of " + share.of() + ", short of " + missing;
    }

    /** The rows that are looked at: of actions, the open ones. */
    private List<Integer> rows(Table table) {
        return table.equals(Worksheet.ACTIONS)
                ? plan.actions().stream()
                        .filter(Action::isOpen)
                        .map(Action::row)
                        .toList()
                : plan.rows(table);
    }

    private static String onTrack(Share share) {
        if (share.of() == 0) {
            return "no open actions";
        }
        return share.isWhole() ? "none overdue" : share.has() + " of " + share.of() + " on track";
    }

    private static String lastHeard(int days) {
        return switch (days) {
            case 0 -> "changed today";
            case 1 -> "changed a day ago";
            case 90 -> "90 days silent";
            default -> "changed " + days + " days ago";
        };
    }

    // ── The fix ──────────────────────────────────────────────────────────────────────────────────────────

    /** "Find a coach: nobody at Acme Glass is on your side yet." */
    String fix(HealthFix fix) {
        String account = Shortened.to(NAME_CHARACTERS_MAX, plan.account());
        return switch (fix.remedy()) {
            case FIND_SOMEONE -> find(fix.blank().table().orElseThrow(), account);
            case FIND_ANOTHER ->
                "Get to know a second person: all you know at " + account + " is "
                        + Contact.all(plan).stream()
                                .findFirst()
                                .map(contact -> contact.name(plan))
                                .orElse("one person") + ".";
            case LIST_OPPORTUNITY -> "List an opportunity: there is nothing to win at " + account + " yet.";
            case PLAN_ACTION -> "Plan an action with a date: nothing is under way at " + account + ".";
            case MOVE ->
                "Do " + quoted(new Blank(Worksheet.ACTION, fix.blank().row())) + ", or give it a new date: it was due "
                        + facts.shown(fix.blank()).orElse("before") + ".";
            case FILL_IN -> fillIn(fix.blank());
            case SHARPEN ->
                "Say more exactly what " + quoted(fix.blank()) + " is about, so that a colleague could "
                        + (isOpportunity(fix.blank()) ? "tell when it is won." : "do it for you.");
            case LOOK_OVER -> "Look the plan over: is all of it still true?";
        };
    }

    private static String find(Table role, String account) {
        if (role.equals(Worksheet.COACH)) {
            return "Find a coach: nobody at " + account + " is on your side yet.";
        }
        if (role.equals(Worksheet.FINAL_AUTHORITY)) {
            return "Find out who has the final say at " + account + ".";
        }
        return role.equals(Worksheet.USER)
                ? "Find out who at " + account + " will use what you sell."
                : "Find out who advises at " + account + ": their no could stop it.";
    }

    private String fillIn(Blank blank) {
        boolean counts = Roti.of(plan).missing().contains(blank.question());
        String number = plan.number(blank).map(found -> " (" + found + ")").orElse("");
        return "Fill in the " + facts.labelAlone(blank).toLowerCase(Locale.ROOT) + number
                + (counts ? ": your ROTI is waiting for it." : ": it is not known yet.");
    }

    private static boolean isOpportunity(Blank blank) {
        return blank.question().equals(Worksheet.OPPORTUNITY);
    }

    private String quoted(Blank blank) {
        return "“" + Shortened.to(NAME_CHARACTERS_MAX, facts.shown(blank).orElse("")) + "”";
    }

    /** What starts the fix when it is tapped. */
    Button button(HealthFix fix) {
        String edit = plan.number(fix.blank()).map(number -> "edit " + number).orElse("resume");
        return switch (fix.remedy()) {
            case FIND_SOMEONE -> new Button("Name someone", edit);
            case FIND_ANOTHER -> new Button("Add a contact", "add contact");
            case LIST_OPPORTUNITY -> new Button("Add an opportunity", "add opportunity");
            case PLAN_ACTION -> new Button("Add an action", "add action");
            case MOVE -> new Button("Done", "/actions done " + fix.blank().row());
            case FILL_IN -> new Button("Fill it in", edit);
            case SHARPEN -> new Button("Reword it", edit);
            case LOOK_OVER -> new Button("Look it over", "resume");
        };
    }
}
