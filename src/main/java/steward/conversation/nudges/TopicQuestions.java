package steward.conversation.nudges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.TurnContext;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.DayWords;
import steward.dashboard.OpportunityLines;
import steward.dashboard.Quoted;
import steward.dashboard.nudges.Topic;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.worksheet.Worksheet;

/** What Steward asks where a reply in the thread of a nudge leaves open what has become of what. Nothing has changed then. */
final class TopicQuestions {

    private static final int TOPICS_OFFERED_MAX = 3;
    private static final int UNREAD_OFFERED_MAX = 2;

    private final TurnContext context;
    private final List<Topic> all;
    private final String examples;

    /** @param examples what can be said of the nudge */
    TopicQuestions(TurnContext context, List<Topic> all, String examples) {
        this.context = context;
        this.all = all;
        this.examples = examples;
    }

    /** What was said fits one of these. */
    Message whichOne(Words asked, List<Topic> among, NudgeReply words, String rest) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(asked));
        List<Topic> counted = TopicResolver.counted(words.among());
        among.forEach(topic -> parts.add(new Part.Entry(
                Words.of(
                        "{}*{}*\n{}",
                        counted.contains(topic) ? counted.indexOf(topic) + 1 + "  " : "",
                        topic.name(),
                        ActionLines.account(topic.plan(), context.reader())),
                Abouts.of(topic.plan()),
                new Button(
                        "This one",
                        command(
                                topic,
                                TopicOutcome.of(topic, words, rest, context)
                                        .get(0)
                                        .says())))));
        int last = counted.indexOf(among.get(among.size() - 1)) + 1;
        String example = words.verdict() == Verdict.STILL_OPEN ? "still open" : words.said();
        if (last > 0) {
            parts.add(new Part.Quiet(Words.of("or say its number first: `" + last + " " + example + "`")));
        }
        return new Message(parts);
    }

    private static String command(Topic topic, String says) {
        return (topic.isAction() ? "/actions " : "/plan ") + says;
    }

    /** What can be said here. */
    Message examples(Words opening) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(opening.then(Words.of(" " + examples + "."))));
        if (all.size() > 1) {
            parts.add(new Part.Quiet(Words.of("A number, or a word of its name, says which one.")));
        }
        return new Message(parts);
    }

    /** A line says nothing of the kind. */
    Message unread(String line) {
        Message told = examples(Words.of("I couldn't use “{}”. Say it like", Quoted.from(line)));
        List<Topic> asked = all.stream().filter(Topic::isAsked).toList();
        return asked.size() > UNREAD_OFFERED_MAX
                ? told
                : asked.stream()
                        .map(topic -> new Message(asked(topic, Optional.empty())))
                        .reduce(told, Message::then);
    }

    /** An action is not done yet: when shall it be? */
    Message notDone(String line, List<Topic> meant) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of("Not done yet, so nothing has changed.")));
        for (Topic topic : meant.stream().limit(TOPICS_OFFERED_MAX).toList()) {
            Optional<LocalDate> day = NotDone.day(line, topic, context);
            parts.addAll(day.map(found -> whatFor(topic, found).parts()).orElseGet(() -> whenThen(topic)));
        }
        if (meant.size() > TOPICS_OFFERED_MAX) {
            parts.add(new Part.Quiet(Words.of("A number, or a word of its name, says which one.")));
        }
        return new Message(parts);
    }

    private List<Part> whenThen(Topic topic) {
        String row = String.valueOf(topic.row());
        Words when = topic.plan()
                .get(Worksheet.ACTION_DUE, topic.row())
                .map(due -> Words.of(
                        "*{}* is due {}. When shall I ask again?", topic.name(), DayWords.date(due, context.today())))
                .orElseGet(() -> Words.of("When shall I ask again about *{}*?", topic.name()));
        return List.of(
                new Part.Paragraph(when),
                new Part.Choices(
                        Abouts.of(topic.plan()),
                        List.of(
                                new Button("Move…", "/actions move " + row),
                                new Button("Remind me…", "/actions later " + row),
                                new Button("Done", "/actions done " + row),
                                new Button("Drop…", "/actions drop " + row))));
    }

    /** A line has the words of a verdict, but does not say that it has become so: "did she call back?". */
    Message unsure(String line, List<Topic> meant, Optional<NudgeReply> words) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(
                Words.of("I am not sure what to make of “{}”, so nothing has changed.", Quoted.from(line))));
        for (Topic topic : meant.stream().limit(TOPICS_OFFERED_MAX).toList()) {
            parts.addAll(asked(topic, words));
        }
        if (meant.size() > TOPICS_OFFERED_MAX) {
            parts.add(new Part.Quiet(Words.of("A number, or a word of its name, says which one.")));
        }
        return new Message(parts);
    }

    /** A day alone may be when an action is due, or when the rep wants to hear of it. */
    Message whatFor(Topic action, LocalDate day) {
        String row = String.valueOf(action.row());
        return Message.of(
                new Part.Paragraph(Words.of(
                        "{}: shall I move *{}*, or remind you?", DayWords.date(day, context.today()), action.name())),
                new Part.Choices(
                        Abouts.of(action.plan()),
                        List.of(
                                new Button("Move it", "/actions move " + row + " " + day),
                                new Button("Remind me then", "/actions later " + row + " " + day))));
    }

    private List<Part> asked(Topic topic, Optional<NudgeReply> words) {
        List<Control> buttons = new ArrayList<>();
        words.filter(said -> said.verdict() == Verdict.CHANCE && said.said().contains("%"))
                .map(said -> TopicOutcome.of(topic, said, "", context).get(0))
                .ifPresent(chance ->
                        buttons.add(new Button("Put it at " + chance.value(), command(topic, chance.says()))));
        buttons.addAll(topic.isAction() ? ofAction(topic.row()) : ofOpportunity(topic));
        return List.of(
                new Part.Paragraph(Words.of("What has become of *{}*?", topic.name())),
                new Part.Choices(Abouts.of(topic.plan()), buttons));
    }

    private static List<Control> ofAction(int row) {
        return List.of(
                new Button("Done", "/actions done " + row),
                new Button("Remind me…", "/actions later " + row),
                new Button("Move…", "/actions move " + row),
                new Button("Drop…", "/actions drop " + row));
    }

    private List<Control> ofOpportunity(Topic topic) {
        List<Control> buttons = new ArrayList<>(
                new OpportunityLines(topic.plan(), context.reader()).endings(topic.row(), Control.Weight.NORMAL));
        buttons.add(new Button("Still open", "/plan still " + OpportunityLines.number(topic.plan(), topic.row())));
        return buttons;
    }
}
