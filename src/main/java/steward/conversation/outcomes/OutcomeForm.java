package steward.conversation.outcomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.OpportunityOutcomes;
import steward.conversation.turn.Turns;
import steward.dashboard.OutcomeLines;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Money;

/** Two forms, one after the other: "How did it end?" asks what became of which opportunity, the next only for what belongs to that. */
public final class OutcomeForm {

    /** What its token begins with; the plan's id follows, and in the second form the opportunity's row and what became of it. */
    public static final String TOKEN = "fate:";

    private static final String WHICH = "fate.which";
    private static final String ENDING = "fate.ending";

    private static final Set<String> ENDINGS = Set.of("won", "lost", "open");

    private static final int LINE_CHARACTERS_MAX = 200;
    private static final int REASON_CHARACTERS_MAX = 2_000;
    private static final int ACCOUNT_CHARACTERS_MAX = 40;

    private final TurnContext context;
    private final Turns turns;

    public OutcomeForm(TurnContext context, Turns turns) {
        this.context = context;
        this.turns = turns;
    }

    // ── Drawing ──────────────────────────────────────────────────────────────────────────────────────────

    /** The first form for a plan that has opportunities, at one of them if one is meant. */
    Form draw(Plan plan, Optional<Integer> row) {
        List<Integer> openFirst = openFirst(plan);
        OutcomeLines lines = new OutcomeLines(plan, context.reader());
        String won = openFirst.stream().anyMatch(lines::isRenewal) ? "Won, or kept" : "Won";
        List<Pick> endings = List.of(new Pick(won, "won"), new Pick("Lost", "lost"), new Pick("Still open", "open"));
        return new Form(
                TOKEN + " " + plan.id().text(),
                "How did it end?",
                Message.of(new Part.Quiet(Words.literal(Shortened.to(ACCOUNT_CHARACTERS_MAX, plan.account())))),
                List.of(
                        new Field(
                                about(plan, WHICH),
                                "Which opportunity?",
                                "",
                                new Input.Choice(picks(plan, openFirst), String.valueOf(row.orElse(openFirst.get(0)))),
                                true),
                        new Field(about(plan, ENDING), "What happened?", "", new Input.Choice(endings, ""), true)),
                "Next");
    }

    /** The second form: what belongs to what became of an opportunity, and nothing else. */
    private Form details(Plan plan, int row, String ending) {
        boolean isRenewal = new OutcomeLines(plan, context.reader()).isRenewal(row);
        Field margin = text(plan, Worksheet.OWN_MARGIN, "A gross margin of its own?", "Left empty: as it is.");
        List<Field> fields = switch (ending) {
            case "won" ->
                List.of(
                        text(
                                plan,
                                Worksheet.WON,
                                Worksheet.WON.prompt(situation(plan, Worksheet.WON, row)),
                                isRenewal ? "Left empty: kept, with no increase." : asPlanned(plan, row)),
                        margin);
            case "lost" ->
                List.of(new Field(
                        about(plan, Worksheet.LOST.key()),
                        "Why was it lost?",
                        "A word is enough, and it may be left empty.",
                        new Input.Text("", false, REASON_CHARACTERS_MAX),
                        false));
            default ->
                List.of(
                        new Field(
                                about(plan, Worksheet.TIMELINE.key()),
                                (isRenewal ? "Kept" : "Won") + " by when?",
                                stays(plan, Worksheet.TIMELINE, row),
                                new Input.Day(Optional.empty()),
                                false),
                        text(plan, Worksheet.PROBABILITY, "How likely now?", stays(plan, Worksheet.PROBABILITY, row)),
                        margin);
        };
        return new Form(
                TOKEN + " " + plan.id().text() + " " + row + " " + ending,
                switch (ending) {
                    case "won" -> isRenewal ? "Kept" : "Won";
                    case "lost" -> "Lost";
                    default -> "Still open";
                },
                Message.of(new Part.Quiet(Words.of(
                        "{} · {}",
                        Shortened.to(ACCOUNT_CHARACTERS_MAX, plan.account()),
                        new OutcomeLines(plan, context.reader()).name(row)))),
                fields);
    }

    /** "Left empty: as planned, $60,000." */
    private String asPlanned(Plan plan, int row) {
        return "Left empty: as planned"
                + shown(plan, Worksheet.INCREASE, row)
                        .map(increase -> ", " + increase)
                        .orElse("") + ".";
    }

    /** "Left empty: it stays 75%." */
    private String stays(Plan plan, Question<?> question, int row) {
        return shown(plan, question, row)
                .map(value -> "Left empty: it stays " + value + ".")
                .orElse("It may be left empty.");
    }

    private Optional<String> shown(Plan plan, Question<?> question, int row) {
        return plan.shown(new Blank(question, row), context.today(), context.notation());
    }

    private static List<Integer> openFirst(Plan plan) {
        List<Integer> rows = new ArrayList<>(plan.rows(Worksheet.OPPORTUNITIES));
        rows.sort(Comparator.comparing(row -> !plan.outcome(row).isOpen()));
        return rows;
    }

    private List<Pick> picks(Plan plan, List<Integer> rows) {
        OutcomeLines lines = new OutcomeLines(plan, context.reader());
        return rows.stream()
                .map(row -> new Pick(
                        lines.name(row)
                                + lines.outcome(row)
                                        .map(outcome -> " · " + outcome)
                                        .orElse(""),
                        String.valueOf(row)))
                .toList();
    }

    private static Field text(Plan plan, Question<?> question, String label, String help) {
        return new Field(
                about(plan, question.key()), label, help, new Input.Text("", false, LINE_CHARACTERS_MAX), false);
    }

    private Situation situation(Plan plan, Question<?> question, int row) {
        return plan.situation(new Blank(question, row), context.today(), context.notation());
    }

    private static About about(Plan plan, String field) {
        return new About(plan.id().text(), field, 0);
    }

    // ── Taking back ──────────────────────────────────────────────────────────────────────────────────────

    /**
     * Takes either form back for a plan.
     *
     * @param rest what stands in its token after the plan's id
     * @param talkedAbout whether the talk is about that plan just now
     */
    public Submission submitted(Plan plan, String rest, boolean talkedAbout, Map<About, String> answers) {
        Filled filled = new Filled(plan, answers);
        String[] chosen = rest.split(" ", -1);
        if (chosen.length < 2) {
            return filled.chosen();
        }
        Consumer<OpportunityOutcomes> step = filled.step(Integer.parseInt(chosen[0]), chosen[1]);
        return filled.complaints.isEmpty()
                ? new Submission(Map.of(), turns.take(plan, turn -> turn.live(talkedAbout, step)))
                : new Submission(filled.complaints, TurnResult.NOTHING);
    }

    /** What stands in a form that came back. */
    private final class Filled {

        private final Plan plan;
        private final Map<About, String> answers;
        private final Map<About, String> complaints = new LinkedHashMap<>();

        Filled(Plan plan, Map<About, String> answers) {
            this.plan = plan;
            this.answers = answers;
        }

        /** The second form for what was chosen in the first. */
        Submission chosen() {
            Optional<Integer> row = plan.rows(Worksheet.OPPORTUNITIES).stream()
                    .filter(found -> String.valueOf(found).equals(said(WHICH)))
                    .findFirst();
            if (row.isEmpty()) {
                complaints.put(about(plan, WHICH), "Pick an opportunity that the plan still has.");
            } else if (!ENDINGS.contains(said(ENDING))) {
                complaints.put(about(plan, ENDING), "Pick what happened: won, lost or still open.");
            }
            return complaints.isEmpty()
                    ? new Submission(Map.of(), TurnResult.form(details(plan, row.orElseThrow(), said(ENDING))))
                    : new Submission(complaints, TurnResult.NOTHING);
        }

        /** What it says became of the opportunity, if the plan still has it. */
        Consumer<OpportunityOutcomes> step(int row, String ending) {
            if (!plan.rows(Worksheet.OPPORTUNITIES).contains(row)) {
                Stream.of(Worksheet.WON, Worksheet.LOST, Worksheet.TIMELINE)
                        .map(question -> about(plan, question.key()))
                        .filter(answers::containsKey)
                        .forEach(field -> complaints.put(field, "The plan has this opportunity no more."));
                return outcomes -> {};
            }
            return switch (ending) {
                case "won" -> won(row);
                case "lost" -> lost(row);
                default -> stillOpen(row);
            };
        }

        private Consumer<OpportunityOutcomes> won(int row) {
            String amount = read(
                            Worksheet.WON,
                            row,
                            said(Worksheet.WON.key()).isEmpty() ? "as planned" : said(Worksheet.WON.key()))
                    .orElse("0");
            Optional<String> margin = readIfSaid(Worksheet.OWN_MARGIN, row);
            return outcomes -> {
                margin.ifPresent(kept -> outcomes.change(Worksheet.OWN_MARGIN, row, kept));
                outcomes.won(row, new Money(Long.parseLong(amount)));
            };
        }

        private Consumer<OpportunityOutcomes> lost(int row) {
            String reason = readIfSaid(Worksheet.LOST, row).orElse("");
            return outcomes -> outcomes.lost(row, reason);
        }

        private Consumer<OpportunityOutcomes> stillOpen(int row) {
            Optional<LocalDate> day = readIfSaid(Worksheet.TIMELINE, row).map(LocalDate::parse);
            Optional<String> chance = readIfSaid(Worksheet.PROBABILITY, row);
            Optional<String> margin = readIfSaid(Worksheet.OWN_MARGIN, row);
            return outcomes -> {
                chance.ifPresent(kept -> outcomes.change(Worksheet.PROBABILITY, row, kept));
                margin.ifPresent(kept -> outcomes.change(Worksheet.OWN_MARGIN, row, kept));
                outcomes.stillOpen(row, day);
            };
        }

        private Optional<String> readIfSaid(Question<?> question, int row) {
            String said = said(question.key());
            return said.isEmpty() ? Optional.empty() : read(question, row, said);
        }

        private Optional<String> read(Question<?> question, int row, String said) {
            return question.readKept(said, situation(plan, question, row)).either(Optional::of, hint -> {
                complaints.put(about(plan, question.key()), hint);
                return Optional.empty();
            });
        }

        private String said(String field) {
            return answers.getOrDefault(about(plan, field), "").strip();
        }
    }
}
