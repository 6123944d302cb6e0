package steward.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import steward.conversation.session.TurnContext;
import steward.conversation.understanding.Cases;
import steward.conversation.understanding.state.ConversationState;
import steward.dashboard.Reader;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.rep.Preferences;
import steward.worksheet.values.Notation;

/** The places where the cases of the table stand: a plan written as far as the question that a case names. */
final class UnderstandingFixtures {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-02T09:00");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Notation GERMAN =
            new Notation(java.util.Currency.getInstance("EUR"), Optional.of(Locale.GERMANY));

    private final Map<String, Supplier<ConversationState>> states = new HashMap<>();
    private final List<String> typed = typed();

    UnderstandingFixtures() {
        Chat chat = chat();
        for (String line : typed) {
            chat.type(line);
            Optional<Plan> plan = current(chat);
            if (plan.filter(found -> found.account().equals("Acme Glass")).isPresent()) {
                plan.flatMap(Plan::open).ifPresent(open -> keep(open, snapshot(chat)));
            }
        }
        states.put("running", of(snapshot(chat), Notation.DEFAULT));
    }

    /** A chat that has come as far as a case begins. */
    Chat chatAt(String at) {
        Chat chat = chat();
        String question = at.replaceFirst("^\\S+ ?", "");
        for (String line : typed) {
            boolean isThere = current(chat)
                    .filter(plan -> plan.account().equals("Acme Glass"))
                    .flatMap(Plan::open)
                    .filter(open -> open.question().key().equals(question))
                    .isPresent();
            if (isThere) {
                break;
            }
            chat.type(line);
        }
        return chat;
    }

    /** What there is to understand words by now. */
    static ConversationState now(Chat chat) {
        Reader reader = new Reader("Priya", NOW.toLocalDate(), Notation.DEFAULT, Preferences.NONE);
        return ConversationState.of(chat.sessions, new TurnContext(chat.now(), reader, () -> "id"), current(chat));
    }

    private void keep(Blank open, Snapshot snapshot) {
        String key = open.question().key();
        states.putIfAbsent("acme " + key, of(snapshot, Notation.DEFAULT));
        states.putIfAbsent("acme-de " + key, of(snapshot, GERMAN));
    }

    /** What there is to understand words by at the beginning of a case, new each time. */
    ConversationState state(String at) {
        return Optional.ofNullable(states.get(at))
                .orElseThrow(() -> new IllegalStateException("No fixture stands at " + at))
                .get();
    }

    /** The rep's plans at a moment. */
    private record Snapshot(Optional<Plan> current, List<PlanCard> cards, List<Plan> live) {}

    private static Snapshot snapshot(Chat chat) {
        return new Snapshot(current(chat), chat.sessions.plans(), chat.sessions.livePlans());
    }

    private static Supplier<ConversationState> of(Snapshot snapshot, Notation notation) {
        Reader reader = new Reader("Priya", NOW.toLocalDate(), notation, Preferences.NONE);
        return () -> new ConversationState(
                snapshot.current(),
                snapshot.current().flatMap(Plan::open),
                Optional.empty(),
                snapshot.cards(),
                snapshot::live,
                NOW,
                reader,
                Optional.empty());
    }

    private static Optional<Plan> current(Chat chat) {
        return chat.sessions.current().flatMap(chat.sessions::plan);
    }

    private static Chat chat() {
        return new Chat(NOW.atZone(ZONE).toInstant(), ZONE);
    }

    /** What the rep typed, in the order of the fixture. */
    private static List<String> typed() {
        List<String> lines = new ArrayList<>();
        try {
            Files.readAllLines(Cases.FOLDER.resolve("fixtures.txt")).stream()
                    .filter(line -> line.startsWith("> "))
                    .forEach(line -> lines.add(line.substring(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
