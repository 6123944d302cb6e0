package steward.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.fixtures.Chat;
import steward.conversation.fixtures.Transcript;
import steward.conversation.session.NudgeMessage;
import steward.message.Form;
import steward.message.Intent;
import steward.message.Message;
import steward.message.Stamp;
import steward.plan.Plan;

/**
 * A transcript, played to its end: what it left of the rep's plans, and all that was shown on the way there.
 *
 * @param arrivals when each message reached the rep, by its intent
 * @param homes what the Home tab shows at the end
 * @param commands what the rep typed after a slash
 */
public record Played(
        String name,
        Instant end,
        List<Plan> plans,
        List<Intent> intents,
        Map<String, Stamp> arrivals,
        List<NudgeMessage> nudges,
        List<Message> messages,
        List<Message> homes,
        List<Form> forms,
        List<String> commands) {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    /** What buttons say that open a form and change nothing. */
    private static final Pattern OPENS =
            Pattern.compile("form|/plan (outcome|new|lookback|settings form).*|/roti (share|what if).*|/time form.*");

    /** Every transcript. An id in the first begins with {@code t1i}, in the second with {@code t2i}, and so on. */
    public static List<Played> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Played> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(play(file, "t" + (all.size() + 1) + "i"));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Taps whatever opens a form and was left untapped. */
    private static void openForms(Chat chat) {
        List<Chat.Tap> taps = chat.everSaid.stream()
                .flatMap(message -> Chat.taps(message).stream())
                .filter(tap -> OPENS.matcher(tap.says()).matches())
                .distinct()
                .toList();
        taps.forEach(tap -> chat.tap(tap.about(), tap.says()));
    }

    private static Played play(Path file, String idPrefix) throws IOException {
        Transcript transcript = new Transcript(idPrefix);
        transcript.play(Files.readString(file));
        Chat chat = transcript.chat();
        Message home = chat.home(1);
        openForms(chat);
        return new Played(
                file.getFileName().toString(),
                chat.now(),
                chat.sessions.plans().stream()
                        .map(card -> chat.sessions.plan(card.id()).orElseThrow())
                        .toList(),
                chat.sessions.intents(),
                chat.sessions.intents().stream()
                        .map(Intent::id)
                        .filter(intent -> chat.sessions.arrived(intent).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                intent -> chat.sessions.arrived(intent).orElseThrow())),
                chat.sessions.nudges(),
                List.copyOf(chat.everSaid),
                List.of(home),
                List.copyOf(chat.everOpened),
                List.copyOf(transcript.commands()));
    }
}
