package steward.plan.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/**
 * The health of a running plan: a number from 0 to 100 that is the sum of six parts, each a share of the points it may have.
 *
 * @param shares how much there is of each part
 */
public record Health(Map<Aspect, Share> shares) {

    /** Somebody there who wants the rep to win is worth as much as two who do not. */
    private static final int COACH_WEIGHT = 2;

    private static final int ROLE_WEIGHT = 1;

    /** What was last looked at so long ago may be true of another account. */
    private static final int SILENT_DAYS_MAX = 90;

    /** What is looked at, and the points it may have. */
    public enum Aspect {
        /** The answers that matter, out of those and the gaps. */
        ANSWERS(25),
        /** The roles that somebody stands in. A coach counts double; one person in every role counts as one role. */
        ROLES(25),
        /** The SMART letters that the opportunities have; see {@link SmartCriterion}. */
        OPPORTUNITIES(15),
        /** The SMART letters that the open actions have. */
        ACTIONS(10),
        /** The open actions that have a date ahead, out of all that are open. */
        ON_TRACK(15),
        /** The days left until nothing has been heard about the plan for 90. */
        FRESHNESS(10);

        private final int pointsMax;

        Aspect(int pointsMax) {
            this.pointsMax = pointsMax;
        }

        public int pointsMax() {
            return pointsMax;
        }
    }

    /**
     * So much of something.
     *
     * @param of how much there could be; with nothing to look at there is none, and that is no share
     */
    public record Share(int has, int of) {

        public int missing() {
            return of - has;
        }

        public boolean isWhole() {
            return of > 0 && has == of;
        }
    }

    public Health {
        shares = Collections.unmodifiableMap(new EnumMap<>(shares));
    }

    /** The health of a plan at an instant, which falls on the rep's {@code today}. */
    public static Health of(Plan plan, Instant now, LocalDate today) {
        Map<Aspect, Share> shares = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            shares.put(
                    aspect,
                    switch (aspect) {
                        case ANSWERS -> answers(plan);
                        case ROLES -> roles(plan);
                        case OPPORTUNITIES -> letters(plan, Worksheet.OPPORTUNITIES, today);
                        case ACTIONS -> letters(plan, Worksheet.ACTIONS, today);
                        case ON_TRACK -> onTrack(plan, today);
                        case FRESHNESS -> new Share(SILENT_DAYS_MAX - daysSilent(plan, now), SILENT_DAYS_MAX);
                    });
        }
        return new Health(shares);
    }

    /** The points of all parts, 0 to 100. */
    public int points() {
        return shares.keySet().stream().mapToInt(this::points).sum();
    }

    /** The points of one part, rounded down: only what is whole has them all. */
    public int points(Aspect aspect) {
        Share share = share(aspect);
        return share.of() == 0 ? 0 : aspect.pointsMax() * share.has() / share.of();
    }

    public Share share(Aspect aspect) {
        return shares.getOrDefault(aspect, new Share(0, 0));
    }

    private static Share answers(Plan plan) {
        int gaps = plan.gaps().size();
        int known = count(
                plan.blanks().toList(),
                blank -> blank.question().isNumbered()
                        && !blank.question().isOptional()
                        && plan.kept(blank).isPresent());
        return new Share(known, known + gaps);
    }

    private static Share roles(Plan plan) {
        List<Table> covered = Worksheet.ROLES.stream()
                .filter(role -> !plan.rows(role).isEmpty())
                .toList();
        int weights = covered.stream().mapToInt(Health::weight).sum();
        int best = covered.stream().mapToInt(Health::weight).max().orElse(0);
        return new Share(
                restsOnOnePerson(plan) ? best : weights,
                Worksheet.ROLES.stream().mapToInt(Health::weight).sum());
    }

    private static int weight(Table role) {
        return role.equals(Worksheet.COACH) ? COACH_WEIGHT : ROLE_WEIGHT;
    }

    /** Whether one person stands in every role that anybody stands in: then nobody covers for them. */
    public static boolean restsOnOnePerson(Plan plan) {
        return Contact.all(plan).size() == 1
                && count(Worksheet.ROLES, role -> !plan.rows(role).isEmpty()) > 1;
    }

    private static Share letters(Plan plan, Table table, LocalDate today) {
        List<Integer> rows = plan.openRows(table);
        int wanted = rows.size() * SmartCriterion.wanted(table).size();
        int missing = rows.stream()
                .mapToInt(row -> SmartCriterion.missing(plan, table, row, today).size())
                .sum();
        return new Share(wanted - missing, wanted);
    }

    private static Share onTrack(Plan plan, LocalDate today) {
        List<Integer> actions = plan.openRows(Worksheet.ACTIONS);
        return new Share(
                count(
                        actions,
                        row -> plan.get(Worksheet.ACTION_DUE, row)
                                .filter(due -> !due.isBefore(today))
                                .isPresent()),
                actions.size());
    }

    private static int daysSilent(Plan plan, Instant now) {
        long days = plan.lastHeard()
                .map(heard -> Duration.between(heard, now).toDays())
                .orElse((long) SILENT_DAYS_MAX);
        return (int) Math.max(0, Math.min(days, SILENT_DAYS_MAX));
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
