package steward.dashboard.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import steward.dashboard.Abouts;
import steward.dashboard.DraftWords;
import steward.dashboard.Reader;
import steward.dashboard.plans.HealthMessage;
import steward.dashboard.plans.LookBack;
import steward.dashboard.plans.RunningMessage;
import steward.dashboard.plans.SummaryMessage;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Control.Weight;
import steward.message.Form;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.Figures;
import steward.roti.Roti;
import steward.worksheet.Worksheet;

/** A plan with its whole worksheet, to be read as a card in the chat or as a sheet in front of it, and what to do about it. */
public final class SheetMessage {

    /** A sheet has room for a block for every card that a plan can have. */
    private static final int SHEET_CARDS_APART_MAX = 60;

    private final Plan plan;
    private final Instant now;
    private final Reader reader;

    public SheetMessage(Plan plan, Instant now, Reader reader) {
        this.plan = plan;
        this.now = now;
        this.reader = reader;
    }

    /** The plan as a message. */
    public Message card() {
        return new Message(parts(SummaryMessage.MESSAGE_CARDS_APART_MAX));
    }

    /** The plan as a sheet that opens in front of the chat. */
    public Form sheet() {
        return Form.sheet(plan.account(), new Message(parts(SHEET_CARDS_APART_MAX)));
    }

    private List<Part> parts(int cardsApartMax) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + " " + plan.year()));
        parts.add(stands());
        if (plan.status() == Status.RUNNING) {
            new RunningMessage(plan, reader).nextIfOver().ifPresent(parts::add);
            parts.addAll(worth());
        }
        parts.addAll(new HealthMessage(plan, now, reader).brief());
        parts.add(new Part.Choices(Abouts.of(plan), controls()));
        parts.addAll(new SummaryMessage(plan, reader).steps(cardsApartMax));
        parts.addAll(new LookBack(plan).parts());
        if (plan.status() != Status.CLOSED) {
            parts.add(new Part.Quiet(Words.of("`edit 7` changes number 7.")));
        }
        return parts;
    }

    private Part stands() {
        return new Part.Paragraph(
                switch (plan.status()) {
                    case DRAFT -> Words.of("Draft, {}.", new DraftWords(plan, reader).stopped());
                    case RUNNING -> new RunningMessage(plan, reader).sentence();
                    case CLOSED -> Words.of("Closed. Everything is kept.");
                });
    }

    private List<Part> worth() {
        Roti roti = Roti.of(plan);
        Figures figures = new Figures(reader.notation());
        HomePlans lines = new HomePlans(List.of(plan), now, reader);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Quiet(Words.of(
                        "{} growth and {} upkeep logged  ·  ",
                        figures.hours(roti.growth()),
                        figures.hours(roti.upkeep()))
                .then(lines.nextHour(roti))));
        lines.footnote(List.of(plan)).ifPresent(parts::add);
        return parts;
    }

    private List<Control> controls() {
        return switch (plan.status()) {
            case DRAFT ->
                List.of(
                        new Button("Resume", "resume", Weight.PRIMARY),
                        new Button("ROTI", "/roti"),
                        SummaryMessage.export(),
                        changeAsAForm());
            case RUNNING ->
                List.of(
                        new Button("Brief me", "/plan brief"),
                        new Button("ROTI", "/roti"),
                        new Button("Log time", "/time form"),
                        new Button("Won…", "/plan outcome"),
                        new Button("Health", "/plan health"),
                        SummaryMessage.export(),
                        changeAsAForm());
            case CLOSED -> List.of(new Button("Bring it back", "resume"));
        };
    }

    /** A menu of the steps, each to be changed as a form. */
    public static Menu changeAsAForm() {
        return new Menu(
                "Change as a form…",
                Worksheet.STEPS.stream()
                        .map(step -> new Pick(step.number() + "  " + step.title(), "form " + step.number()))
                        .toList());
    }
}
