package steward.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.NudgeMessage;
import steward.message.Message;
import steward.message.PlainText;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;

/**
 * A conversation written down, played again: what the rep does is taken from the text, what Steward says is put in as it comes.
 *
 * <p>Lines that begin with the rep's name are typed; {@code Priya taps [Keep it]} and {@code Priya picks [2026-03-12]} are taps, {@code under “…”} on the
 * newest message that says so, {@code beside “…”} in that line of it;
 * {@code Priya fills in /plan new with “Acme · 2027”} opens a form and sends it back with its first fields filled in, {@code what opened} that which came then;
 * {@code Priya sends “accounts.csv”} is a file, with what is in it indented below;
 * stage directions stand in brackets; an indented line goes on with the one above.
 */
final class Transcript {

    private static final Pattern START = Pattern.compile("\\((\\w+ \\d+ \\w+ \\d{4}, \\d+:\\d\\d) in (\\w+)\\)");
    private static final Pattern MOMENT = Pattern.compile("\\(it is (\\w+ \\d+ \\w+ \\d{4}, \\d+:\\d\\d)\\)");
    private static final Pattern UNTIL =
            Pattern.compile("\\(Steward runs until (\\w+ \\d+ \\w+ \\d{4}, \\d+:\\d\\d)\\)");
    private static final Pattern LATER = Pattern.compile("\\((\\d+) (minute|hour|day|week)s? later\\)");
    private static final Pattern HOME = Pattern.compile("\\(Priya opens Home(?:, page (\\d+))?\\)");
    private static final Pattern FORM = Pattern.compile("Priya fills in (/.+?|what opened) with “(.*)”");
    private static final Pattern TAPS = Pattern.compile("Priya (?:taps|picks) \\[(.+?)](?: (under|beside) “(.+)”)?");
    private static final Pattern THREAD = Pattern.compile("Priya, in the thread of “(.+?)”: (.+)", Pattern.DOTALL);
    private static final Pattern EDITS = Pattern.compile("Priya edits “(.+?)” to: (.+)", Pattern.DOTALL);
    private static final Pattern DELETES = Pattern.compile("Priya deletes “(.+?)”");
    private static final Pattern SENDS =
            Pattern.compile("Priya sends “(.+?)”(?: with “(.+)”)?:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\((\\d+) letters\\)");
    private static final Map<String, String> ZONES =
            Map.of("Chicago", "America/Chicago", "London", "Europe/London", "Kolkata", "Asia/Kolkata");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMMM yyyy, H:mm", Locale.ENGLISH);
    private final StringBuilder played = new StringBuilder();
    private @Nullable Chat chat;
    private @Nullable Stamp early;
    private int replies;
    private final List<String> commands = new ArrayList<>();
    private final String idPrefix;

    Transcript() {
        this("id");
    }

    /** @param idPrefix what every id in it begins with */
    Transcript(String idPrefix) {
        this.idPrefix = idPrefix;
    }

    /** The text with Steward's lines as they are now. */
    String play(String text) {
        for (String line : lines(text)) {
            if (isStewards(line)) {
                continue;
            }
            played.append(line).append('\n');
            if (line.startsWith("(")) {
                direct(line);
            } else if (line.startsWith("Priya")) {
                replies++;
                hear(act(line));
            }
        }
        return played.toString();
    }

    private void hear(List<Message> heard) {
        heard.forEach(message -> write("Steward: ", PlainText.of(message)));
        write("Steward: ", heard.isEmpty() ? "(nothing)" : "");
    }

    /** The lines of a text, those that are indented put to the one above. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(" ") && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "\n" + line);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static boolean isStewards(String line) {
        return line.startsWith("Steward: ") || line.startsWith("| ");
    }

    private void write(String who, String text) {
        if (!text.isEmpty()) {
            played.append(who)
                    .append(text.strip().replaceAll("\\R", "\n" + " ".repeat(who.length())))
                    .append('\n');
        }
    }

    /** The slash commands that were typed. */
    List<String> commands() {
        return commands;
    }

    Chat chat() {
        if (chat == null) {
            throw new IllegalStateException("A transcript begins with the time and the place");
        }
        return chat;
    }

    // ── Stage directions ─────────────────────────────────────────────────────────────────────────────────

    private void direct(String line) {
        Matcher start = START.matcher(line);
        Matcher later = LATER.matcher(line);
        Matcher home = HOME.matcher(line);
        Matcher until = UNTIL.matcher(line);
        if (start.matches()) {
            ZoneId zone = ZoneId.of(ZONES.get(start.group(2)));
            chat = new Chat(
                    LocalDateTime.parse(start.group(1), TIME).atZone(zone).toInstant(), zone, idPrefix);
        } else if (later.matches()) {
            chat().moveOn(unit(later.group(2)).multipliedBy(Long.parseLong(later.group(1))));
        } else if (MOMENT.matcher(line).matches()) {
            chat().moveTo(instant(line.substring("(it is ".length(), line.length() - 1)));
        } else if (until.matches()) {
            runUntil(instant(until.group(1)));
        } else if (line.equals("(the nudges so far, by kind)")) {
            write("| ", nudgesByKind());
        } else if (line.equals("(Steward looks what is due)")) {
            hear(chat().nudge());
        } else if (line.equals("(Priya has muted the time log)")) {
            chat().mute(NudgeKind.TIME);
        } else if (line.equals("(Priya has muted the actions)")) {
            chat().mute(NudgeKind.ACTIONS);
        } else if (line.equals("(Steward restarts)")) {
            chat().restart();
        } else if (line.equals("(Priya opens the chat)")) {
            hear(chat().open());
        } else if (home.matches()) {
            hear(List.of(chat().home(home.group(1) == null ? 1 : Integer.parseInt(home.group(1)))));
        } else if (line.equals("(Priya sends a file)")) {
            hear(chat().sendFile());
        } else if (line.equals("(Slack delivers that again)")) {
            hear(chat().redeliver());
        } else if (line.equals("(typed before that question arrived)")) {
            early = chat().lines.get(chat().lines.size() - 1).stamp();
        } else if (line.equals("(replies so far)")) {
            write("| ", String.valueOf(replies));
        } else if (line.equals("(the replies are counted from here)")) {
            replies = 0;
        } else if (line.equals("(the chat now shows)")) {
            chat().lines.forEach(this::shown);
        } else if (line.equals("(the nudges now show)")) {
            chat().lines.stream()
                    .filter(said -> said.purpose() == Purpose.NUDGE)
                    .forEach(this::shown);
        } else {
            throw new IllegalStateException("No such stage direction: " + line);
        }
    }

    private Instant instant(String moment) {
        return LocalDateTime.parse(moment, TIME).atZone(chat().rep.zone()).toInstant();
    }

    /** Lets time pass, and writes down all that Steward says unasked, and when. */
    private void runUntil(Instant end) {
        for (Optional<Instant> next = chat().nextNudge();
                next.filter(end::isAfter).isPresent();
                next = chat().nextNudge()) {
            chat().moveTo(next.orElseThrow());
            write("| ", TIME.format(next.orElseThrow().atZone(chat().rep.zone())));
            hear(chat().nudge());
        }
        chat().moveTo(end);
    }

    /** "20 messages: 8 actions, 12 time". */
    private String nudgesByKind() {
        List<NudgeMessage> nudges = chat().sessions.nudges();
        long messages = nudges.stream().map(NudgeMessage::intent).distinct().count();
        Map<NudgeKind, Long> kinds = nudges.stream()
                .collect(Collectors.groupingBy(
                        nudge -> nudge.sent().kind(), () -> new EnumMap<>(NudgeKind.class), Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().metadataName())
                .collect(Collectors.joining(", ", messages + " messages: ", ""));
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    private void shown(Chat.Line line) {
        write("| ", (line.who().equals("rep") ? "Priya: " : "") + PlainText.of(line.message()));
    }

    // ── What the rep does ────────────────────────────────────────────────────────────────────────────────

    private List<Message> act(String line) {
        Matcher taps = TAPS.matcher(line);
        Matcher thread = THREAD.matcher(line);
        if (taps.matches()) {
            String words = Optional.ofNullable(taps.group(3)).orElse("");
            Chat.Tap tap = find(taps.group(1), words, "beside".equals(taps.group(2)));
            return chat().tap(tap.about(), tap.says().isEmpty() ? taps.group(1) : tap.says());
        }
        if (thread.matches()) {
            return chat().typeInThread(
                            unindented(thread.group(2)), said(thread.group(1)).stamp());
        }
        Matcher form = FORM.matcher(line);
        if (form.matches()) {
            if (form.group(1).startsWith("/")) {
                commands.add(form.group(1));
            }
            return chat().fillIn(form.group(1), List.of(form.group(2).split(" · ", -1)));
        }
        Matcher sends = SENDS.matcher(line);
        if (sends.matches()) {
            return chat().sendFile(
                            sends.group(1),
                            unindented(sends.group(3)),
                            Optional.ofNullable(sends.group(2)).orElse(""));
        }
        Matcher edits = EDITS.matcher(line);
        if (edits.matches()) {
            return chat().edit(unindented(edits.group(1)), unindented(edits.group(2)));
        }
        Matcher deletes = DELETES.matcher(line);
        if (deletes.matches()) {
            return chat().delete(deletes.group(1));
        }
        String typed = typed(unindented(line.substring("Priya:".length()).strip()));
        Stamp stamp = early == null ? chat().nextStamp() : new Stamp(early.order() - 1);
        early = null;
        if (typed.startsWith("/")) {
            commands.add(typed);
        }
        return chat().typeAt(typed, stamp);
    }

    /** What is tedious to write out, and worse to read. */
    private static String typed(String written) {
        Matcher letters = LETTERS.matcher(written);
        if (letters.matches()) {
            return "x".repeat(Integer.parseInt(letters.group(1)));
        }
        return written.equals("(nothing but spaces)") ? "   " : written;
    }

    private static String unindented(String text) {
        return text.replaceAll("\\n\\s+", "\n");
    }

    private Chat.Line said(String words) {
        return said().filter(line -> PlainText.of(line.message()).contains(words))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("Steward never said " + words));
    }

    /**
     * The label in the newest message that has it; a message that has shrunk since is tapped as it once was.
     *
     * @param words what the message says
     * @param beside whether the very line of the label says so
     */
    private Chat.Tap find(String label, String words, boolean beside) {
        return chat().everSaid.stream()
                .flatMap(message -> beside ? message.parts().stream().map(Message::of) : Stream.of(message))
                .filter(message -> PlainText.of(message).contains(words))
                .flatMap(message -> tapOrDate(message, label).stream())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("There is no [" + label + "] to tap"));
    }

    private static Optional<Chat.Tap> tapOrDate(Message message, String label) {
        return label.matches("\\d{4}-\\d\\d-\\d\\d")
                ? Chat.taps(message).stream()
                        .filter(tap -> tap.says().isEmpty())
                        .findFirst()
                : Chat.find(message, label);
    }

    private Stream<Chat.Line> said() {
        return chat().lines.stream().filter(line -> line.who().equals("Steward"));
    }
}
