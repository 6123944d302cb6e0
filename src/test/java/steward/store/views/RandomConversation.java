package steward.store.views;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import steward.conversation.Conversation;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Stamp;
import steward.rep.RepId;
import steward.store.Store;
import steward.worksheet.values.Notation;

/** A rep who says anything, so that there is something of everything in a store. The same seed says the same. */
public final class RandomConversation {

    private static final int TURNS = 250;

    private static final List<String> REPLIES = List.of(
            "skip",
            "skip",
            "back",
            "keep it",
            "edit 3",
            "edit 9",
            "edit coach",
            "yes",
            "yes",
            "no",
            "no",
            "1.2M",
            "250k",
            "20%",
            "next Friday",
            "3h a week",
            "56h",
            "Dana Wu, CFO",
            "Zoë \"Zed\" Ünal, Größe & Maß \\ 🎉",
            "élan, Zebra, apple, Äpfel, [\"x\"], 'y'",
            "Lee Marsh – engineer",
            "Win the resin order for line 2",
            "keep",
            "Resin, Coatings",
            "dana",
            "/plan Delta Foods",
            "/plan won acme resin 66k",
            "/plan won acme resin",
            "/plan lost acme resin price",
            "/plan reopen acme resin",
            "/plan won delta resin as planned",
            "remove opportunity 1",
            "undo",
            "switch acme",
            "switch delta",
            "pause",
            "resume",
            "/time acme 2h yesterday QBR prep, delta 45m upkeep",
            "/time 1h30 acme",
            "/time delete id1.1 id1.2",
            "/time restore id1.1",
            "2h acme upkeep",
            "/actions add acme Call Dana by Friday",
            "/actions add delta Visit the plant in 2 weeks",
            "/actions done 1",
            "/actions done 2",
            "/actions reopen 1",
            "/actions reopen 2",
            "/actions dropped 2 No need",
            "/actions move 1 2026-03-12",
            "/actions later 2 2026-03-10",
            "/actions remove 2");

    private RandomConversation() {}

    public static void talk(Store store, RepId rep, Random random) {
        AtomicInteger ids = new AtomicInteger();
        Conversation conversation = new Conversation(Notation.DEFAULT, () -> "id" + ids.incrementAndGet());
        Instant now = Instant.parse("2026-03-02T15:00:00Z");
        for (int turn = 0; turn < TURNS; turn++) {
            String reply = REPLIES.get(random.nextInt(REPLIES.size()));
            // At first, and whenever that was taken back.
            boolean hasPlan =
                    store.sessions().look(rep, now, session -> !session.plans().isEmpty());
            String said = hasPlan ? reply : "/plan Acme Glass";
            Stamp stamp = new Stamp(turn * 1000L + 999);
            Instant at = now.plus(Duration.ofMinutes(turn));
            TurnResult outcome = store.sessions()
                    .take(rep, "turn " + turn, at, session -> {
                        TurnResult came = said.startsWith("/actions ") && said.matches(".*[0-9].*")
                                ? conversation.tap(session, anyPlan(session), said, at)
                                : said.startsWith("/")
                                        ? conversation.command(session, said, at)
                                        : conversation.text(session, said, stamp, Optional.empty(), at);
                        came.messages()
                                .forEach(saying -> session.send(
                                        new Intent(saying.intent(), rep, saying.purpose(), saying.about(), "{}")));
                        return came;
                    })
                    .orElseThrow();
            outcome.messages()
                    .forEach(saying -> store.outbox()
                            .sent(
                                    new Intent(saying.intent(), rep, saying.purpose(), saying.about(), "{}"),
                                    Optional.of(new Arrival(
                                            new MessageRef("D1", saying.intent()),
                                            new Stamp(stamp.order() + ids.incrementAndGet() % 100 + 1)))));
        }
    }

    private static About anyPlan(RepSession session) {
        return About.plan(session.plans().get(0).id().text());
    }
}
