package steward.store;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import steward.conversation.session.RepSession;
import steward.plan.PlanId;
import steward.rep.RepId;

/** An open store and some reps, for the tests that every store must pass. */
public abstract class StoreFixture {

    public static final RepId PRIYA = new RepId("T1", "U1");
    public static final RepId TOM = new RepId("T1", "U2");
    public static final RepId NAMESAKE = new RepId("T2", "U1");
    public static final PlanId ACME = new PlanId("acme");
    public static final PlanId BOREALIS = new PlanId("borealis");
    public static final Instant MONDAY = Instant.parse("2027-03-01T15:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2027-03-02T15:00:00Z");

    protected Store store;
    private int deliveries;

    /** Opens the same database each time within one test. */
    protected abstract Store open();

    /** The same database, for looking at it from outside. */
    protected abstract Jdbi outside();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected final void start(RepId rep, PlanId id, String account) {
        turn(rep, session -> session.start(id, account, 2027, MONDAY));
    }

    /** Takes a new delivery. */
    protected final void turn(RepId rep, Consumer<RepSession> turn) {
        look(rep, session -> {
            turn.accept(session);
            return true;
        });
    }

    /** Takes a new delivery, for what can be seen on the session. */
    protected final <T> T look(RepId rep, Function<RepSession, T> look) {
        deliveries++;
        return store.sessions()
                .take(rep, "delivery " + deliveries, MONDAY, look)
                .orElseThrow();
    }
}
