package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.dashboard.time.TimeLines;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.AskedHours;
import steward.nudges.AskedWeek;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.worksheet.values.Hours;

/**
 * The message that asks for the week's hours, account by account. It can be drawn again whenever some were logged: an account that is
 * answered says what it has, the others keep their buttons.
 */
public final class TimeNudge {

    private static final int ACCOUNTS_SHOWN_MAX = 20;
    private static final int EXAMPLE_ACCOUNTS = 2;
    private static final List<Long> QUICK_HOURS = List.of(1L, 2L, 4L);

    private final SentNudge sent;
    private final AskedWeek week;
    private final List<AskedHours> accounts;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public TimeNudge(SentNudge sent, AskedWeek week, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.week = week;
        this.accounts = sent.subjects().stream()
                .flatMap(subject -> plans.stream().filter(plan -> plan.id().equals(subject.plan())))
                .map(plan -> new AskedHours(sent, week, plan))
                .toList();
        this.reader = reader;
    }

    /**
     * What it says.
     *
     * @param isAlone whether nothing else stands in the message; else that says where nudges are set
     */
    public Message message(boolean isAlone) {
        List<AskedHours> open =
                accounts.stream().filter(hours -> !hours.isAnswered()).toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(question()));
        accounts.stream()
                .limit(ACCOUNTS_SHOWN_MAX)
                .flatMap(hours -> hours.isAnswered() ? Stream.of(answered(hours)) : open(hours))
                .forEach(parts::add);
        if (accounts.size() > ACCOUNTS_SHOWN_MAX) {
            parts.add(new Part.Quiet(Words.of(
                    "and " + (accounts.size() - ACCOUNTS_SHOWN_MAX) + " more accounts, to be written in the thread")));
        }
        if (!open.isEmpty()) {
            parts.addAll(forAll(open));
        }
        NudgeFooter.of(isAlone, open.isEmpty() ? total() : example(open, isAlone))
                .ifPresent(parts::add);
        return new Message(parts);
    }

    private Words question() {
        String when = week.called(sent.day());
        return sent.subjects().size() == 1 && accounts.size() == 1
                ? Words.of("*How long did {} get " + when + "?*", name(accounts.get(0)))
                : Words.of("*How long did each account get " + when + "?*");
    }

    private Part answered(AskedHours hours) {
        String logged = hours.logged().isPositive() ? shown(hours.logged()) + " logged" : "nothing to log";
        return new Part.Paragraph(Words.of("✅  {}  ·  {}", name(hours), logged));
    }

    private Stream<Part> open(AskedHours hours) {
        boolean some = hours.logged().isPositive();
        List<Control> choices = new ArrayList<>();
        choices.add(button(some ? "Enough" : "None", "settled"));
        QUICK_HOURS.forEach(more -> choices.add(button(
                (some ? "+" : "") + more + " h", String.valueOf(Hours.of(more).minutes()))));
        choices.add(button("Other…", "other"));
        return Stream.of(
                new Part.Paragraph(Words.of("*{}*   {} logged", name(hours), some ? shown(hours.logged()) : "nothing")),
                new Part.Choices(Abouts.of(hours.plan()), choices));
    }

    /** What answers all the rest at once. */
    private List<Part> forAll(List<AskedHours> open) {
        List<Control> choices = new ArrayList<>();
        if (open.stream()
                .anyMatch(
                        hours -> !hours.logged().isPositive() && !hours.before().isEmpty())) {
            choices.add(button("All as last week", "same"));
        }
        if (open.size() > 1) {
            boolean none = open.stream().noneMatch(hours -> hours.logged().isPositive());
            choices.add(button(none ? "None for all" : "That's all", "nothing"));
        }
        return choices.isEmpty() ? List.of() : List.of(new Part.Choices(About.NOTHING, choices));
    }

    private Button button(String label, String answer) {
        return new Button(label, sent.says(answer));
    }

    /** @param isAlone whether nothing else stands in the message; else that says that a reply goes into its thread */
    private Words example(List<AskedHours> open, boolean isAlone) {
        List<String> names =
                open.stream().limit(EXAMPLE_ACCOUNTS).map(this::name).toList();
        Words like = names.size() == 1
                ? Words.of("`{} 2h30 site visit`", names.get(0))
                : Words.of("`{} 2h30, {} 45m upkeep`", names.get(0), names.get(1));
        return Words.of(isAlone ? "or reply in this thread: " : "or write ").then(like);
    }

    private Words total() {
        Hours all = accounts.stream().map(AskedHours::logged).reduce(Hours.NONE, Hours::plus);
        return Words.of("{} in all  ·  `/time` shows the log", TimeLines.shown(all, reader));
    }

    private String name(AskedHours hours) {
        return TimeLines.name(hours.plan(), reader);
    }

    private String shown(Hours hours) {
        return hours.shown(reader.notation());
    }
}
