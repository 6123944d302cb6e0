package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import steward.conversation.session.RepSession.Written;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.questions.Question;

/** The journals of one rep's plans, inside the transaction that takes a delivery. */
final class StoredJournals {

    private final Handle handle;
    private final RepId owner;
    private final String delivery;

    /** @param delivery what is being taken: it stands beside whatever is written */
    StoredJournals(Handle handle, RepId owner, String delivery) {
        this.handle = handle;
        this.owner = owner;
        this.delivery = delivery;
    }

    /** The entries of a plan after one and up to another, in order; from the first on if {@code after} is 0. */
    List<Entry> entries(PlanId plan, long after, long last) {
        return handle.createQuery("""
                        select kind, question, row_no, value, said, at
                        from entry
                        where team_id = :team and plan_id = :plan and seq > :after and seq <= :last
                        order by seq
                        """)
                .bind("team", owner.team())
                .bind("plan", plan.text())
                .bind("after", after)
                .bind("last", last)
                .map((row, context) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String name = row.getString("kind");
        Kind kind = Kind.named(name).orElseThrow(() -> new IllegalStateException("No such kind of entry: " + name));
        return new Entry(
                kind,
                row.getString("question"),
                row.getInt("row_no"),
                row.getString("value"),
                row.getString("said"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    /** Adds entries to the journal of a plan of this rep's, after its last. */
    void write(PlanId plan, long lastSeq, List<Entry> entries) {
        long seq = lastSeq;
        PreparedBatch batch = handle.prepareBatch("""
                insert into entry (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at)
                values (:team, :plan, :seq, :delivery, :kind, :question, :row, :value, :said, :at)
                """);
        for (Entry entry : entries) {
            seq++;
            batch.bind("team", owner.team())
                    .bind("plan", plan.text())
                    .bind("seq", seq)
                    .bind("delivery", delivery)
                    .bind("kind", entry.kind().journalName())
                    .bind("question", entry.question())
                    .bind("row", entry.row())
                    .bind("value", entry.value())
                    .bind("said", entry.said())
                    .bind("at", entry.at().toEpochMilli())
                    .add();
        }
        batch.execute();
    }

    /** What the rep answered last to a question, in whatever plan. */
    Optional<String> answeredLast(Question<?> question) {
        return query("""
                select e.value
                from plan p
                join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
                where p.team_id = :team and p.owner_id = :owner and e.question = :question and e.kind = 'Answered'
                order by e.at desc, e.seq desc
                limit 1
                """).bind("question", question.key()).mapTo(String.class).findOne();
    }

    /** What an earlier delivery and those named after it wrote; see {@link steward.conversation.session.RepSession#written}. */
    List<Written> written(String earlier) {
        return query("""
                select p.plan_id, min(e.at) as first_at
                from entry e
                join plan p on p.team_id = e.team_id and p.plan_id = e.plan_id
                where e.team_id = :team and p.owner_id = :owner and (e.delivery = :delivery or (e.delivery > :delivery || ' ' and e.delivery < :delivery || '!'))
                group by p.plan_id
                order by first_at, p.plan_id
                """)
                .bind("delivery", earlier)
                .map((row, context) -> new PlanId(row.getString("plan_id")))
                .list()
                .stream()
                .map(plan -> new Written(plan, entriesOf(plan, earlier)))
                .toList();
    }

    private List<Entry> entriesOf(PlanId plan, String earlier) {
        return handle.createQuery("""
                        select kind, question, row_no, value, said, at
                        from entry
                        where team_id = :team and plan_id = :plan
                            and (delivery = :delivery or (delivery > :delivery || ' ' and delivery < :delivery || '!'))
                        order by seq
                        """)
                .bind("team", owner.team())
                .bind("plan", plan.text())
                .bind("delivery", earlier)
                .map((row, context) -> entry(row))
                .list();
    }

    /** A query about this rep alone. */
    private Query query(String sql) {
        return handle.createQuery(sql).bind("team", owner.team()).bind("owner", owner.user());
    }
}
