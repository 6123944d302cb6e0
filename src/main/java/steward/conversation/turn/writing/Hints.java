package steward.conversation.turn.writing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import steward.dashboard.Abouts;
import steward.dashboard.DayWords;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.dates.ClockTime;

/** Short hints that are shared by several replies. */
public final class Hints {

    /** A longer reply can't be put behind a button; the rep sends it again instead. */
    public static final int TAPPED_CHARACTERS_MAX = 1_500;

    private Hints() {}

    public static Message welcome(String firstName) {
        return Message.of(
                new Part.Paragraph(Words.of(
                        firstName.isEmpty() ? "Hello, I'm Steward." : "Hello {}, I'm Steward.",
                        firstName.isEmpty() ? new Object[0] : new Object[] {firstName})),
                new Part.Paragraph(
                        Words.of(
                                "Together we write a plan for a key account, one question at a time: who decides, what to win, "
                                        + "and what you will do in the next 90 days. It takes about twenty minutes, and every answer is saved.")),
                new Part.Paragraph(Words.of("Type `/plan` and the account's name to begin, like `/plan Acme`.")));
    }

    /** The rep's first words, with no plan yet: perhaps they are an account's name. */
    public static Message firstWords(String firstName, String said) {
        String name = said.strip();
        boolean mayBeAName = name.matches("[\\p{Lu}\\p{N}][^\\n?!]{1,39}") && name.split("\\s+", 0).length <= 4;
        return mayBeAName
                ? Message.of(
                        new Part.Paragraph(Words.of(
                                "Shall we write the plan for *{}*? One question at a time, in about twenty minutes; every answer is saved.",
                                name)),
                        new Part.Choices(
                                About.NOTHING,
                                List.of(new Button("Start a plan for " + name, "/plan new " + name, Weight.PRIMARY))),
                        new Part.Quiet(Words.of("Another account? Type `/plan` and its name.")))
                : welcome(firstName);
    }

    /** What can be said at a question. */
    public static Part atAQuestion() {
        return new Part.Quiet(
                Words.of("You can also say `back`, `skip`, `edit 7`, `status`, `summary`, `pause` or `cancel`. "
                        + "To answer with one of these words, write `answer: skip`."));
    }

    public static Part formsOpenFromButtons() {
        return new Part.Paragraph(Words.of(
                "Slack opens a form from a button or a command: tap *Fill as a form* under the first question of a step or a row, "
                        + "or type `/plan form`."));
    }

    /** The rep was asked for the next step, and has none. */
    public static Message noNextStep() {
        return Message.say("Fine, nothing for now. `/actions add` adds the next step whenever there is one.");
    }

    public static Part running(Plan plan) {
        return new Part.Paragraph(Words.of(
                "*{}* is running and no question is open. `status` tells how it stands, `summary` shows it, `edit 7` changes number 7.",
                plan.account()));
    }

    public static Message paused(Plan plan, String prompt) {
        return Message.of(
                new Part.Paragraph(Words.of("*{}* is paused at “{}” Everything is saved.", plan.account(), prompt)),
                resume(plan),
                new Part.Quiet(Words.of("or say `resume`, today or in three weeks")));
    }

    /** The same, and when Steward comes back. */
    public static Message pausedUntil(Plan plan, String prompt, LocalDateTime until, LocalDate today) {
        String when = until.toLocalDate().equals(today) ? "today" : DayWords.on(until.toLocalDate(), today);
        return Message.of(
                new Part.Paragraph(Words.of(
                        "*{}* is paused at “{}” Everything is saved. I'll ask again {} at {}.",
                        plan.account(),
                        prompt,
                        when,
                        ClockTime.shown(until.toLocalTime()))),
                resume(plan),
                new Part.Quiet(Words.of("or say `resume` at any time")));
    }

    /** The plan is paused: what may be the answer to its question is asked about. */
    public static Message heldWhilePaused(Plan plan, List<Part> asked) {
        return Message.of(new Part.Paragraph(Words.of("*{}* is paused.", plan.account())))
                .then(new Message(asked))
                .then(Message.of(new Part.Choices(Abouts.of(plan), List.of(new Button("Resume", "resume")))));
    }

    private static Part resume(Plan plan) {
        return new Part.Choices(Abouts.of(plan), List.of(new Button("Resume", "resume", Weight.PRIMARY)));
    }

    /** The plan is paused, and a command that would have settled its question changes nothing unless it is tapped. */
    public static Message stillPaused(Plan plan, Blank open, String prompt, String said) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(
                Words.of("*{}* is paused at “{}”, so that changed nothing.", plan.account(), prompt)));
        parts.add(resume(plan));
        if (said.length() <= TAPPED_CHARACTERS_MAX) {
            parts.add(new Part.Choices(Abouts.of(plan, open), List.of(new Button("Do it now: " + said, said))));
        }
        return new Message(parts);
    }

    public static Part switchTo(Plan plan) {
        return new Part.Choices(Abouts.of(plan), List.of(new Button("Switch to " + plan.account(), "resume")));
    }

    public static List<Part> closed(Plan plan) {
        return List.of(
                new Part.Paragraph(Words.of("*{}*, {}: closed. Everything is kept.", plan.account(), plan.year())),
                new Part.Choices(Abouts.of(plan), List.of(new Button("Bring it back", "resume"))));
    }

    /** With no plan to speak of, whatever was said. */
    public static Message nothingOpen() {
        return Message.say(
                "No question is open just now. `/plan Acme` starts or opens the plan for Acme, `/plan` lists yours.");
    }

    public static Message noSuchPlan() {
        return Message.say("I can't find that plan. `/plan` lists yours.");
    }

    public static Message file() {
        return Message.say(
                "Thank you, but I can't read pictures, recordings, stickers or such files. Could you type it in a"
                        + " few words? Accounts I read from a `.csv` file: `/plan import` tells how.");
    }

    public static Message spreadsheet() {
        return Message.say(
                "I can't read spreadsheets as they are. In yours, choose *Save as* and *CSV*, and send me that:"
                        + " `/plan import` tells which columns I know.");
    }
}
