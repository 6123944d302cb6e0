package steward.conversation.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.TimeEntry;
import steward.worksheet.values.Hours;

/**
 * {@code /plan forget me}: says what is kept of the rep, hands it to them as a file, and deletes it once they have typed the word for that in
 * a form. What they asked for is noted in this turn, and done after it.
 */
public final class ForgetMe {

    public static final String TOKEN = "forget:";

    private static final String TITLE = "Forget me";
    private static final String WORD = "forget";
    private static final About CONFIRMED = new About("", "forget.word", 0);
    private static final int CHARACTERS_MAX = 100;

    private final RepSession session;
    private final TurnContext context;

    public ForgetMe(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** Takes what stands after {@code /plan forget}. */
    public TurnResult take(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "")) {
            case "me" -> TurnResult.aside(offered());
            case "me form" -> TurnResult.form(drawn());
            case "me file" -> fileAlone();
            default ->
                TurnResult.aside(Message.say(
                        "`/plan forget me` deletes all that I keep of you. To end one plan, say `/plan close Acme`."));
        };
    }

    private Message offered() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(TITLE));
        parts.addAll(whatGoes());
        parts.add(new Part.Choices(
                About.NOTHING,
                List.of(
                        new Button("Send me the file only", "/plan forget me file"),
                        new Button("Delete everything…", "/plan forget me form"))));
        parts.add(
                new Part.Quiet(
                        Words.of(
                                "*Delete everything…* opens a form in which you type the word for it. Nothing is deleted before you have done that and have your file.")));
        return new Message(parts);
    }

    private List<Part> whatGoes() {
        return List.of(
                new Part.Paragraph(Words.of("What would be deleted is all that I keep of you:\n")
                        .then(kept())),
                new Part.Paragraph(Words.of("*It can't be undone*, by you or by anybody. So you get a file of all of it"
                        + " first, in our chat, and only once it is there is anything deleted.")));
    }

    private Words kept() {
        List<Words> lines = new ArrayList<>();
        List<PlanCard> plans = session.plans();
        if (!plans.isEmpty()) {
            lines.add(Words.of("*" + counted(plans.size(), "plan") + "*, with every answer in "
                    + (plans.size() == 1 ? "it" : "them")));
        }
        Hours logged = logged(plans);
        if (logged.minutes() > 0) {
            lines.add(Words.of("*{}* in your time log", logged.shown(context.notation())));
        }
        lines.add(Words.of("your settings, and your name and time zone as Slack tells them"));
        if (session.waiting() > 0) {
            lines.add(Words.of("*" + counted(session.waiting(), "message") + "* still on the way to you"));
        }
        return lines.stream()
                .map(Words.of("•  ")::then)
                .reduce((above, below) -> above.then(Words.of("\n")).then(below))
                .orElseThrow();
    }

    private Hours logged(List<PlanCard> plans) {
        return TimeEntry.sum(plans.stream()
                .flatMap(card -> session.plan(card.id()).stream())
                .map(Plan::timeLog)
                .flatMap(List::stream));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private TurnResult fileAlone() {
        session.requestPersonalData(false);
        return TurnResult.aside(Message.say("Your file is on its way to our chat. Nothing is deleted."));
    }

    // ── The form ─────────────────────────────────────────────────────────────────────────────────────────

    private Form drawn() {
        return new Form(
                TOKEN,
                TITLE,
                new Message(whatGoes()),
                List.of(new Field(
                        CONFIRMED,
                        "Type the word forget, if that is what you want",
                        "Cancel leaves everything as it is.",
                        new Input.Text("", false, CHARACTERS_MAX),
                        true)),
                "Delete everything");
    }

    public Submission submitted(Map<About, String> answers) {
        FormValues form = new FormValues(answers);
        if (!form.said(CONFIRMED).replaceAll("[\"“”'.!\\s]", "").equalsIgnoreCase(WORD)) {
            form.complain(CONFIRMED, "Type the word forget to delete everything, or press Cancel to keep it.");
            return new Submission(form.complaints(), TurnResult.NOTHING);
        }
        session.requestPersonalData(true);
        return new Submission(
                Map.of(),
                TurnResult.aside(Message.of(
                        new Part.Heading(TITLE),
                        new Part.Paragraph(Words.of(
                                "Your file is on its way to our chat. Once it is there, all that I keep of you goes, and I"
                                        + " tell you so there. If I can't hand you the file, nothing is deleted.")))));
    }
}
