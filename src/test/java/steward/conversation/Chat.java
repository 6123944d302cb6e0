package steward.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import steward.conversation.imports.ImportConversation;
import steward.conversation.session.FileRequest;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.SentFile;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turn;
import steward.dashboard.Reader;
import steward.message.About;
import steward.message.ChatFile;
import steward.message.Control;
import steward.message.Form;
import steward.message.Intent;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Part;
import steward.message.PlainText;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.nudges.NudgeRules;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** A rep's chat with Steward without any Slack: what a rep can do, and what they then see. */
final class Chat {

    /** Something in the chat. */
    record Line(String who, String intent, Message message, Purpose purpose, Stamp stamp) {}

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong stamps = new AtomicLong(1);
    private Conversation conversation;
    final InMemorySessions sessions;
    final Rep rep;
    final List<Line> lines = new ArrayList<>();
    final List<Message> everSaid = new ArrayList<>();
    final List<Form> everOpened = new ArrayList<>();
    private final Map<String, SentFile> files = new HashMap<>();
    private final String idPrefix;
    private Instant now;
    private boolean inPlace;
    private String lastDelivery = "";
    private Function<RepSession, TurnResult> lastTurn = session -> TurnResult.NOTHING;

    Chat(Instant start, ZoneId zone) {
        this(start, zone, "id");
    }

    /** @param idPrefix what every id in it begins with */
    Chat(Instant start, ZoneId zone, String idPrefix) {
        this.idPrefix = idPrefix;
        this.now = start;
        this.rep = new Rep(new RepId("T1", "U1"), "Priya Nair", zone);
        this.sessions = new InMemorySessions(rep);
        this.conversation = begin();
    }

    private Conversation begin() {
        return new Conversation(Notation.DEFAULT, this::nextId);
    }

    private String nextId() {
        return idPrefix + ids.incrementAndGet();
    }

    /** Everything that was in memory is gone; what was written down is not. */
    void restart() {
        conversation = begin();
    }

    /** The rep wants no nudges of a kind. */
    void mute(NudgeKind kind) {
        sessions.keep(rep.preferences().withMuted(Set.of(kind.metadataName())));
    }

    Instant now() {
        return now;
    }

    void moveOn(Duration time) {
        now = now.plus(time);
    }

    Stamp nextStamp() {
        return new Stamp(stamps.getAndAdd(10));
    }

    /** What Steward says to that, in order; a private reply to a command is the last. */
    List<Message> type(String text) {
        return typeAt(text, nextStamp());
    }

    List<Message> typeAt(String text, Stamp stamp) {
        lines.add(new Line("rep", "", Message.say("{}", text), Purpose.REPLY, stamp));
        return text.startsWith("/")
                ? deliver("command " + stamp, session -> conversation.command(session, text, now))
                : deliver(
                        "message " + stamp, session -> conversation.text(session, text, stamp, Optional.empty(), now));
    }

    List<Message> typeInThread(String text, Stamp thread) {
        Stamp stamp = nextStamp();
        Optional<MessageRef> parent = Optional.of(InMemorySessions.message(thread));
        return deliver("message " + stamp, session -> conversation.text(session, text, stamp, parent, now));
    }

    /** Edits a message typed before, found by its words. */
    List<Message> edit(String before, String after) {
        Line line = typed(before);
        lines.set(lines.indexOf(line), new Line("rep", "", Message.say("{}", after), Purpose.REPLY, line.stamp()));
        return deliver(
                "message " + line.stamp() + " edited " + nextStamp(),
                session -> conversation.edited(session, "message " + line.stamp(), after, now));
    }

    List<Message> delete(String words) {
        Line line = typed(words);
        lines.remove(line);
        return deliver(
                "delete " + nextStamp(), session -> conversation.deleted(session, "message " + line.stamp(), now));
    }

    private Line typed(String words) {
        return lines.stream()
                .filter(line ->
                        line.who().equals("rep") && PlainText.of(line.message()).equals(words))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("Nobody typed " + words));
    }

    /** The form that a command opens. */
    Form form(String command) {
        return opened(sessions.take(
                rep.id(), "command " + nextStamp(), now, session -> conversation.command(session, command, now)));
    }

    /** The form that a tap opens. */
    Form open(About about, String says) {
        return opened(sessions.take(
                rep.id(), "tap " + nextStamp(), now, session -> conversation.tap(session, about, says, now)));
    }

    private Form opened(Optional<TurnResult> result) {
        Form form = result.flatMap(TurnResult::form).orElseThrow(() -> new IllegalStateException("No form opened"));
        everOpened.add(form);
        return form;
    }

    /** Sends a form back with some fields changed, by their questions, and the others as they were. */
    List<Message> submit(Form form, Map<String, String> changed) {
        return deliver("view " + nextStamp(), session -> {
            Submission submission = conversation.submitted(session, form.token(), answers(form, changed), now);
            if (!submission.isAccepted()) {
                throw new IllegalStateException("Not accepted: " + submission.complaints());
            }
            return submission.result();
        });
    }

    /** Opens a form by a command, or takes the one opened last, and sends it back with its first fields filled in; what is wrong in a field is said under it. */
    List<Message> fillIn(String command, List<String> said) {
        Form form = command.startsWith("/") ? form(command) : everOpened.get(everOpened.size() - 1);
        Map<String, String> changed = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            changed.put(form.fields().get(i).about().question(), said.get(i));
        }
        return deliver("view " + nextStamp(), session -> {
            Submission submission = conversation.submitted(session, form.token(), answers(form, changed), now);
            return submission.isAccepted() ? submission.result() : TurnResult.aside(under(form, submission));
        });
    }

    private static Message under(Form form, Submission submission) {
        return form.fields().stream()
                .filter(field -> submission.complaints().containsKey(field.about()))
                .map(field ->
                        Message.say("(under “{}”) " + submission.complaints().get(field.about()), field.label()))
                .reduce(Message.of(), Message::then);
    }

    /** Sends a form back; what can't be read in it is complained about, and then nothing is saved. */
    List<Message> trySubmit(Form form, Map<String, String> changed) {
        return deliver(
                "view " + nextStamp(),
                session -> conversation
                        .submitted(session, form.token(), answers(form, changed), now)
                        .result());
    }

    /** What is complained about, by question. */
    Map<String, String> complaints(Form form, Map<String, String> changed) {
        Map<String, String> complaints = new HashMap<>();
        conversation
                .submitted(sessions, form.token(), answers(form, changed), now)
                .complaints()
                .forEach((about, hint) -> complaints.put(about.question(), hint));
        return complaints;
    }

    private static Map<About, String> answers(Form form, Map<String, String> changed) {
        Map<About, String> answers = new HashMap<>();
        form.fields()
                .forEach(field -> answers.put(
                        field.about(), changed.getOrDefault(field.about().question(), initial(field))));
        return answers;
    }

    /** What a field holds at first. */
    static String initial(Form.Field field) {
        return field.input().draw(new Form.Drawing<>() {
            @Override
            public String text(Form.Input.Text text) {
                return text.initial();
            }

            @Override
            public String choice(Form.Input.Choice choice) {
                return choice.initial();
            }

            @Override
            public String several(Form.Input.Several several) {
                return String.join(" ", several.initial());
            }

            @Override
            public String day(Form.Input.Day day) {
                return day.initial().map(Object::toString).orElse("");
            }

            @Override
            public String place(Form.Input.Place place) {
                return "";
            }
        });
    }

    /** Sends a file that may hold plans, with some words or none. */
    List<Message> sendFile(String name, String content, String words) {
        SentFile file = SentFile.read("F" + (files.size() + 1), name, content.getBytes(StandardCharsets.UTF_8));
        files.put(file.id(), file);
        return deliver("file " + nextStamp(), session -> conversation.sent(session, file, words, now));
    }

    List<Message> sendFile() {
        return deliver("file " + nextStamp(), session -> conversation.file(session, "", now));
    }

    List<Message> open() {
        return deliver("welcome", session -> conversation.opened(session, now));
    }

    /** What the Home tab shows when the rep opens it. */
    Message home(int page) {
        Message home = conversation.home(sessions, page, now);
        everSaid.add(home);
        return home;
    }

    List<Message> tap(About about, String says) {
        List<Message> heard = deliver(
                "tap " + nextStamp(),
                session -> ImportConversation.meant(says)
                        .map(id -> conversation.importTapped(session, Objects.requireNonNull(files.get(id)), now))
                        .orElseGet(() -> conversation.tap(session, about, says, now)));
        if (inPlace) {
            lines.stream()
                    .filter(line -> taps(line.message()).stream()
                            .anyMatch(tap ->
                                    tap.about().equals(about) && tap.says().equals(says)))
                    .reduce((earlier, later) -> later)
                    .ifPresent(line -> shrink(new MessageUpdate(line.intent(), heard.get(heard.size() - 1))));
        }
        return heard;
    }

    /** A turn on a plan that a command takes. */
    List<Message> take(Plan plan, Consumer<Turn> step) {
        Reader reader =
                new Reader(rep.firstName(), LocalDate.ofInstant(now, rep.zone()), Notation.DEFAULT, rep.preferences());
        Turn turn = new Turn(plan, new TurnContext(now, reader, this::nextId), sessions);
        step.accept(turn);
        return deliver("turn " + nextStamp(), session -> {
            session.write(plan.id(), turn.entries());
            return turn.result();
        });
    }

    /** The last thing that reached Steward reaches it once more. */
    List<Message> redeliver() {
        return deliver(lastDelivery, lastTurn);
    }

    private List<Message> deliver(String delivery, Function<RepSession, TurnResult> turn) {
        lastDelivery = delivery;
        lastTurn = turn;
        // No two things that a rep does happen at the same moment.
        now = now.plusMillis(1);
        TurnResult result = sessions.take(rep.id(), delivery, now, session -> {
                    TurnResult came = redrawn(session, turn.apply(session));
                    came.messages()
                            .forEach(said -> session.send(new Intent(
                                    said.intent(),
                                    rep.id(),
                                    said.purpose(),
                                    said.about(),
                                    said.file().map(FileRequest::text).orElseGet(() -> PlainText.of(said.message())))));
                    return came;
                })
                .orElse(TurnResult.NOTHING);
        List<Message> heard = new ArrayList<>();
        for (OutgoingMessage said : result.messages()) {
            Stamp stamp = nextStamp();
            Message message = said.file().map(this::uploaded).orElse(said.message());
            if (said.file().isEmpty()) {
                sessions.arrive(said.intent(), stamp);
            }
            lines.add(new Line("Steward", said.intent(), message, said.purpose(), stamp));
            heard.add(message);
        }
        result.updates().forEach(this::shrink);
        result.updates().forEach(updates -> everSaid.add(updates.message()));
        result.aside().ifPresent(heard::add);
        inPlace = result.inPlace();
        result.form().ifPresent(everOpened::add);
        result.form().map(Chat::asMessage).ifPresent(heard::add);
        everSaid.addAll(heard);
        return heard;
    }

    /** A file as the chat shows it: its name, and what is said with it. */
    private Message uploaded(FileRequest request) {
        ChatFile file = conversation.file(sessions, request, now).orElseThrow();
        return Message.of(new Part.Paragraph(Words.of("({})", file.name())), new Part.Paragraph(file.caption()));
    }

    /** What came of a turn, and what the nudges before it show then. */
    private TurnResult redrawn(RepSession session, TurnResult came) {
        List<MessageUpdate> updates = new ArrayList<>(came.updates());
        updates.addAll(conversation.redrawn(session, now));
        return new TurnResult(came.messages(), updates, came.aside(), came.form(), came.inPlace());
    }

    /** Steward looks what the rep deserves to be told now. */
    List<Message> nudge() {
        return deliver("wake " + nextStamp(), session -> conversation.nudge(session, now));
    }

    /** When Steward next has something to say unasked. */
    Optional<Instant> nextNudge() {
        return NudgeRules.next(
                sessions.rep(),
                sessions.livePlans(),
                sessions.nudges().stream().map(NudgeMessage::sent).toList(),
                now);
    }

    /** Moves the clock to a moment still to come. */
    void moveTo(Instant moment) {
        now = moment;
    }

    /** A sheet as what it shows, a form as its title and its questions. */
    private static Message asMessage(Form form) {
        List<Part> questions = form.fields().stream()
                .<Part>map(field -> new Part.Paragraph(Words.literal(field.label() + " ___")))
                .toList();
        return form.fields().isEmpty()
                ? form.body()
                : Message.say("(a form: {})", form.title()).then(new Message(questions));
    }

    private void shrink(MessageUpdate updates) {
        lines.replaceAll(line -> line.intent().equals(updates.intent())
                ? new Line(line.who(), line.intent(), updates.message(), line.purpose(), line.stamp())
                : line);
    }

    /** Where a label can be tapped in a message, and what tapping it says. */
    static Optional<Tap> find(Message message, String label) {
        return taps(message).stream().filter(tap -> tap.label().equals(label)).findFirst();
    }

    /** Everything that can be tapped in a message. */
    static List<Tap> taps(Message message) {
        return message.parts().stream()
                .flatMap(part -> part.draw(new TapsOf()).stream())
                .toList();
    }

    /** Something to tap. */
    record Tap(About about, String label, String says) {}

    /** Finds what can be tapped in a part. */
    private static final class TapsOf implements Part.Drawing<List<Tap>> {

        private static List<Tap> of(About about, List<Control> controls) {
            return controls.stream()
                    .flatMap(control -> control
                            .draw(new Control.Drawing<List<Tap>>() {
                                @Override
                                public List<Tap> button(Control.Button button) {
                                    return List.of(new Tap(about, button.label(), button.says()));
                                }

                                @Override
                                public List<Tap> menu(Control.Menu menu) {
                                    return menu.picks().stream()
                                            .map(pick -> new Tap(about, pick.label(), pick.says()))
                                            .toList();
                                }

                                @Override
                                public List<Tap> calendar(Control.Calendar calendar) {
                                    return List.of(new Tap(about, calendar.placeholder(), ""));
                                }
                            })
                            .stream())
                    .toList();
        }

        @Override
        public List<Tap> choices(Part.Choices choices) {
            return of(choices.about(), choices.controls());
        }

        @Override
        public List<Tap> commands(Part.Commands commands) {
            return of(commands.about(), commands.controls());
        }

        @Override
        public List<Tap> entry(Part.Entry entry) {
            return of(entry.about(), List.of(entry.control()));
        }

        @Override
        public List<Tap> heading(Part.Heading heading) {
            return List.of();
        }

        @Override
        public List<Tap> paragraph(Part.Paragraph paragraph) {
            return List.of();
        }

        @Override
        public List<Tap> quote(Part.Quote quote) {
            return List.of();
        }

        @Override
        public List<Tap> quiet(Part.Quiet quiet) {
            return List.of();
        }

        @Override
        public List<Tap> grid(Part.Grid grid) {
            return List.of();
        }

        @Override
        public List<Tap> picture(Part.Picture picture) {
            return List.of();
        }

        @Override
        public List<Tap> divider(Part.Divider divider) {
            return List.of();
        }

        @Override
        public List<Tap> facts(Part.Facts facts) {
            return List.of();
        }
    }
}
