package steward.endtoend.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.CrowdedSlack.Kept;
import steward.endtoend.fixtures.DueReps;

/** What was acknowledged and said in a run, and in the end what became of it. Safe for several threads. */
public final class Findings {

    /** Of the plan that all write; the others are skipped. */
    private static final int ANSWERS_A_PLAN = 23;

    private record Answer(String team, String delivery) {}

    private final int wanted;
    private final Acknowledgements times = new Acknowledgements();
    private final Queue<Answer> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> plansFinished = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger quoted = new AtomicInteger();
    private volatile boolean isGivenUp;

    /** @param wanted after so many answers the reps stop */
    Findings(int wanted) {
        this.wanted = wanted;
    }

    public Acknowledgements times() {
        return times;
    }

    public int answers() {
        return acknowledged.size();
    }

    boolean goesOn() {
        return answers() < wanted;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    /** Nobody waits for a reply any longer. */
    void giveUp() {
        isGivenUp = true;
    }

    void acknowledged(String team, String delivery) {
        acknowledged.add(new Answer(team, delivery));
    }

    /** It changed nothing, and the rep was told so. */
    void quoted(String team, String delivery) {
        acknowledged.remove(new Answer(team, delivery));
        quoted.incrementAndGet();
    }

    public int quoted() {
        return quoted.get();
    }

    void notAcknowledged(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    public Map<Integer, Integer> statuses() {
        return statuses;
    }

    void noReply(String who) {
        unanswered.add(who);
    }

    void finished(String team, String user) {
        plansFinished.merge(team + " " + user, 1, Integer::sum);
    }

    // ── In the end ───────────────────────────────────────────────────────────────────────────────────────

    /** Each is to be nothing. */
    Map<String, Collection<String>> wrong(Jdbi store, CrowdedSlack slack, DueReps due, Set<String> woken) {
        Map<String, Collection<String>> wrong = new TreeMap<>();
        Set<Answer> kept = Set.copyOf(answers(store, "select distinct team_id, delivery from entry"));
        wrong.put(
                "acknowledged answers lost",
                acknowledged.stream()
                        .filter(answer -> !kept.contains(answer))
                        .map(Answer::toString)
                        .toList());
        wrong.put(
                "answers stored twice",
                answers(store, """
                        select team_id, delivery
                        from entry
                        where kind in ('Answered', 'Skipped') and delivery like 'message %'
                        group by team_id, delivery, plan_id, question, row_no
                        having count(*) > 1
                        """).stream().map(Answer::toString).toList());
        wrong.put("plans finished that hold something else", othersThanFinished(store));
        wrong.put("replies lost", List.copyOf(unanswered));
        wrong.put("messages doubled", doubled(slack));
        Map<String, Long> nudges = DueReps.nudges(slack);
        wrong.put(
                "nudges lost",
                woken.stream().filter(user -> !nudges.containsKey(user)).toList());
        wrong.put(
                "nudges doubled",
                due.users().stream()
                        .filter(user -> nudges.getOrDefault(user, 0L) > 1)
                        .toList());
        return wrong;
    }

    private static List<Answer> answers(Jdbi store, String sql) {
        return store.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> new Answer(row.getString("team_id"), row.getString("delivery")))
                .list());
    }

    /** Of each rep as many plans run, with all the answers, as they saw begin to run. */
    private List<String> othersThanFinished(Jdbi store) {
        Map<String, Integer> whole = store
                .withHandle(handle -> handle.createQuery("""
                                select p.team_id || ' ' || p.owner_id as rep
                                from plans p
                                where p.status = 'running'
                                    and (select count(*) from answers a where a.plan_id = p.plan_id) = :answers
                                """)
                        .bind("answers", ANSWERS_A_PLAN)
                        .mapTo(String.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(rep -> rep, rep -> 1, Integer::sum));
        return plansFinished.entrySet().stream()
                .filter(rep -> !rep.getValue().equals(whole.get(rep.getKey())))
                .map(rep -> rep + ", in the store " + whole.get(rep.getKey()))
                .toList();
    }

    private static List<String> doubled(CrowdedSlack slack) {
        return slack.kept().stream()
                .map(Kept::post)
                .collect(Collectors.groupingBy(post -> post.payload("intent"), Collectors.toList()))
                .values()
                .stream()
                .filter(posts -> posts.size() > 1)
                .map(List::toString)
                .toList();
    }
}
