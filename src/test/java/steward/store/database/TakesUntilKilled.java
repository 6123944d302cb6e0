package steward.store.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.store.Store;

/** A process that takes one delivery after another and prints each when it is kept, until it is killed. */
final class TakesUntilKilled {

    private TakesUntilKilled() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        RepId rep = new RepId("T1", "U1");
        PlanId plan = new PlanId("acme");
        Instant now = Instant.parse("2027-03-01T15:00:00Z");
        try (Store store = Store.sqlite(Path.of(args[0]))) {
            store.sessions().take(rep, "start", now, session -> session.start(plan, "Acme", 2027, now));
            for (int i = 0; true; i++) {
                String delivery = "delivery " + i;
                store.sessions().take(rep, delivery, now, session -> {
                    session.write(plan, List.of(new Entry(Kind.PAUSED, "", 0, "", delivery, now)));
                    return true;
                });
                out.println(delivery);
            }
        }
    }
}
