package steward.conversation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import steward.message.About;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Shortened;
import steward.message.Stamp;
import steward.message.Words;
import steward.plan.Asking;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Choice;
import steward.worksheet.Coaching;
import steward.worksheet.Question;
import steward.worksheet.Step;
import steward.worksheet.Table;
import steward.worksheet.Worksheet;

/**
 * One turn in the talk about one plan: takes what the rep did, and works out the entries for the journal and what Steward says.
 *
 * <p>It touches nothing outside itself, so it may be taken again if its transaction has to be repeated.
 */
final class Turn {

    /** Away for longer than this, a rep is told where they were. */
    private static final Duration AWAY = Duration.ofHours(8);

    private static final int UNREAD_BEFORE_A_WAY_OUT = 2;

    private static final int QUOTED_CHARACTERS_MAX = 80;

    private static final int LAST_ANSWERS_SHOWN = 2;

    private static final Pattern YES_OR_NO = Pattern.compile("(yes|no|ok|okay|y|n)[.!]?", Pattern.CASE_INSENSITIVE);

    private final Occasion occasion;
    private final Function<Question<?>, Optional<String>> usual;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Part> preface = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private final List<Shrunk> shrunk = new ArrayList<>();
    private Plan plan;
    private Optional<Blank> changed = Optional.empty();
    private boolean briefly;

    /** A turn on a plan; {@code usual} tells what the rep last answered to a question in another plan. */
    Turn(Plan plan, Occasion occasion, Function<Question<?>, Optional<String>> usual) {
        this.plan = plan;
        this.occasion = occasion;
        this.usual = usual;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Outcome outcome() {
        return new Outcome(sayings, shrunk, Optional.empty());
    }

    // ── What the rep can do ──────────────────────────────────────────────────────────────────────────────

    /** The rep begins the plan. */
    void begin() {
        preface.add(new Part.Paragraph(Words.of(
                "*{}*, {}: four steps, about twenty minutes. Every answer is saved as you go, so stop and come back whenever you like.",
                plan.account(),
                plan.year())));
        askOrRest();
    }

    /** The rep takes the plan up again. */
    void resume() {
        Optional<Duration> away = plan.lastHeard().map(heard -> Duration.between(heard, occasion.now()));
        write(Kind.RESUMED, "", 0, "", "");
        if (away.filter(time -> time.compareTo(AWAY) > 0).isPresent()) {
            whereWeWere();
        }
        if (plan.open().isEmpty()) {
            status();
        }
        askOrRest();
    }

    /** The rep said something to this plan, with a question of it open or not. */
    void hear(String said) {
        if (plan.isPaused()) {
            write(Kind.RESUMED, "", 0, "", "");
        }
        Optional<Blank> open = plan.open();
        if (open.isPresent()) {
            hear(said, open.get());
        } else {
            hearWithNothingOpen(Utterance.of(said));
        }
    }

    private void hear(String said, Blank open) {
        Utterance utterance = meant(Utterance.of(said), said, open);
        switch (utterance.command()) {
            case ANSWER -> answer(open, utterance.words());
            case BACK -> back(open);
            case SKIP -> skip(open);
            case HELP -> help(open);
            case EDIT -> edit(utterance.words());
            case KEEP -> keep(open);
            case STATUS -> {
                status();
                briefly = isSummary(open);
            }
            case SUMMARY -> {
                summary();
                briefly = isSummary(open);
            }
            case PAUSE -> {
                pause(open);
                return;
            }
            case CANCEL -> cancel(open);
            case THANKS -> preface.add(quiet("Any time. Where we were:"));
            case RESUME, SWITCH -> {}
        }
        askOrRest();
    }

    /** Some words are commands only where they make sense, and an answer elsewhere. */
    private Utterance meant(Utterance heard, String said, Blank open) {
        Question<?> question = open.question();
        boolean answers = switch (heard.command()) {
            case SKIP -> question.isOwnWord(said.strip().toLowerCase(Locale.ROOT));
            case KEEP -> !plan.isReopened(open);
            case THANKS -> question.answer().isYesNo();
            case EDIT, SWITCH, RESUME ->
                heard.words().contains(" ") && targets(heard.words()).isEmpty();
            case ANSWER, BACK, HELP, STATUS, SUMMARY, PAUSE, CANCEL -> false;
        };
        return answers ? new Utterance(Command.ANSWER, said) : heard;
    }

    private void hearWithNothingOpen(Utterance utterance) {
        switch (utterance.command()) {
            case EDIT -> edit(utterance.words());
            case STATUS, RESUME -> status();
            case SUMMARY -> summary();
            case BACK, SKIP, KEEP, PAUSE -> preface.add(new Part.Paragraph(Words.of("No question is open just now.")));
            case CANCEL ->
                preface.add(new Part.Paragraph(Words.of(
                        "Nothing is being changed just now. To end the plan, type `/plan close {}`.", plan.account())));
            case THANKS -> preface.add(quiet("Any time."));
            case ANSWER, HELP, SWITCH -> preface.add(Hints.running(plan));
        }
        askOrRest();
    }

    /** The rep replied in the thread of a question that is not the open one: the reply is about that blank. */
    void amend(Blank blank, String said, Stamp thread) {
        Utterance utterance = Utterance.of(said);
        if (!blank.question().isNumbered() || isGone(blank) || utterance.command() != Command.ANSWER) {
            reply(
                    thread,
                    Message.say(
                            "In a thread I take a new answer to its question, nothing else. That one can't be changed here."));
            return;
        }
        String before = facts().value(blank).text();
        blank.question()
                .readKept(utterance.words(), plan.situation(blank, occasion.today(), occasion.notation()))
                .either(
                        kept -> {
                            settle(Kind.ANSWERED, blank, kept, said);
                            reply(
                                    thread,
                                    Message.say(
                                            "Changed *{}* from {} to {}.",
                                            facts().named(blank),
                                            before,
                                            facts().value(blank).text()));
                            return kept;
                        },
                        hint -> {
                            write(Kind.UNREAD, blank, "", said);
                            reply(thread, new Message(List.of(unread(said, hint))));
                            return hint;
                        });
        askIfMoved();
    }

    /** The rep closes the plan; without a reason they are asked for one. */
    void close(String reason) {
        if (reason.isBlank()) {
            write(Kind.REOPENED, new Blank(Worksheet.CLOSE, 0), "", "");
            askOrRest();
        } else {
            closed(reason);
            askOrRest();
        }
    }

    // ── Answers ──────────────────────────────────────────────────────────────────────────────────────────

    private void answer(Blank blank, String words) {
        if (!plan.hint(blank).isEmpty() && leavesItAsItIs(blank, words)) {
            settle(Kind.KEPT, blank, "", "");
            return;
        }
        blank.question()
                .readKept(words, plan.situation(blank, occasion.today(), occasion.notation()))
                .either(
                        kept -> {
                            answered(blank, kept, words);
                            return kept;
                        },
                        hint -> {
                            notRead(blank, words, hint);
                            return hint;
                        });
    }

    /** Under a hint, the same words again or a bare yes or no are no new answer. */
    private boolean leavesItAsItIs(Blank blank, String words) {
        return words.strip().equals(plan.said(blank).strip())
                || YES_OR_NO.matcher(words.strip()).matches();
    }

    private void answered(Blank blank, String kept, String words) {
        Question<?> question = blank.question();
        Optional<Table> table = Worksheet.tableOf(question);
        if (question.equals(Worksheet.CANCEL)) {
            settle(Kind.ANSWERED, blank, kept, words);
            if ("yes".equals(kept)) {
                closed("cancelled");
            } else {
                preface.add(quiet("Good: nothing has changed."));
            }
        } else if (question.equals(Worksheet.CLOSE)) {
            settle(Kind.ANSWERED, blank, kept, words);
            closed(kept);
        } else if (isSummary(blank)) {
            lookedOver(blank, "yes".equals(kept), words);
        } else if (table.isPresent() && table.get().another().equals(question)) {
            another(blank, table.get(), "yes".equals(kept), words);
        } else {
            value(blank, kept, words);
        }
    }

    private void value(Blank blank, String kept, String words) {
        boolean wasCoached = !plan.hint(blank).isEmpty();
        settle(Kind.ANSWERED, blank, kept, words);
        String shown = facts().shown(blank).orElse("");
        if (!shown.equals(words.strip()) && !wasCoached && plan.open().isPresent()) {
            preface.add(new Part.Quiet(
                    Words.of("{}: *{}*", blank.question().label(), Shortened.to(QUOTED_CHARACTERS_MAX, shown))));
        }
        if (blank.question().isCoached() && !wasCoached && !rowWasCoached(blank)) {
            Coaching.of(blank.question(), kept, plan.situation(blank, occasion.today(), occasion.notation()))
                    .ifPresent(hint -> write(Kind.COACHED, blank, hint.kept(), ""));
        }
    }

    private boolean rowWasCoached(Blank blank) {
        return Worksheet.tableOf(blank.question())
                .filter(table -> plan.wasCoached(table, blank.row()))
                .isPresent();
    }

    private void another(Blank blank, Table table, boolean yes, String words) {
        settle(Kind.ANSWERED, blank, yes ? "yes" : "no", words);
        if (yes) {
            write(Kind.ROW_ADDED, table.key(), plan.nextRow(table), "", "");
        }
    }

    private void notRead(Blank blank, String words, String hint) {
        Optional<Table> table = Worksheet.tableOf(blank.question());
        if (table.isPresent() && table.get().another().equals(blank.question()) && !words.isBlank()) {
            // At "another?", anything but yes or no is the next row's first answer.
            another(blank, table.get(), true, words);
            answer(plan.open().orElseThrow(), words);
        } else if (isSummary(blank) && !targets(words).isEmpty()) {
            edit(words);
        } else {
            write(Kind.UNREAD, blank, "", words);
            preface.add(
                    unread(words, isSummary(blank) ? "Say `yes` to go on, or the number of what to change." : hint));
            if (plan.unreadInARow(blank) >= UNREAD_BEFORE_A_WAY_OUT) {
                preface.add(quiet("Stuck? `skip` leaves it open for now, and `pause` keeps everything for later."));
            }
            briefly = true;
        }
    }

    private static Part unread(String said, String hint) {
        return new Part.Paragraph(
                said.isBlank()
                        ? Words.of("That message was empty. ").then(Words.of(hint))
                        : Words.of("I couldn't use “{}”. ", Shortened.to(QUOTED_CHARACTERS_MAX, said.strip()))
                                .then(Words.of(hint)));
    }

    // ── Step summaries ───────────────────────────────────────────────────────────────────────────────────

    private boolean isSummary(Blank blank) {
        return Worksheet.stepOf(blank.question())
                .filter(step -> step.summary().equals(blank.question()))
                .isPresent();
    }

    private void lookedOver(Blank summary, boolean yes, String words) {
        if (!yes) {
            preface.add(new Part.Paragraph(Words.of("What should it say instead? Type the number, or pick it.")));
        } else if (summary.question().equals(Worksheet.ACT.summary())) {
            startCycle(summary, words);
        } else {
            settle(Kind.ANSWERED, summary, "yes", words);
        }
    }

    private void startCycle(Blank summary, String words) {
        List<Blank> past = pastDueDates();
        List<String> missing = missing();
        if (!past.isEmpty()) {
            past.forEach(due -> preface.add(new Part.Paragraph(Words.of(
                    "*{}* was due {}, which is past. Let's give it a new date.",
                    facts().shown(new Blank(Worksheet.ACTION, due.row())).orElse("An action"),
                    facts().shown(due).orElse("")))));
            Collections.reverse(past);
            past.forEach(due -> write(Kind.REOPENED, due, "", ""));
        } else if (!missing.isEmpty()) {
            preface.add(new Part.Paragraph(Words.of("Almost there. To start the 90 days I still need "
                    + String.join(" and ", missing) + ". Pick what to fill in under *Change…*, or type its number.")));
        } else {
            settle(Kind.ANSWERED, summary, "yes", words);
            write(Kind.CYCLE_STARTED, "", 0, occasion.today().toString(), "");
            preface.addAll(new RunningMessage(plan, occasion).started());
        }
    }

    /** The due dates that fell into the past, or are too far off, while the plan was a draft. */
    private List<Blank> pastDueDates() {
        LocalDate last = plan.lastDueDay(occasion.today());
        return new ArrayList<>(plan.rows(Worksheet.ACTIONS).stream()
                .map(row -> new Blank(Worksheet.ACTION_DUE, row))
                .filter(due -> plan.get(Worksheet.ACTION_DUE, due.row())
                        .filter(day -> day.isBefore(occasion.today()) || day.isAfter(last))
                        .isPresent())
                .toList());
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (plan.rows(Worksheet.OPPORTUNITIES).stream()
                .allMatch(row -> plan.get(Worksheet.INCREASE, row).isEmpty())) {
            missing.add("one opportunity with its increase");
        }
        if (plan.rows(Worksheet.ACTIONS).stream()
                .allMatch(row -> plan.get(Worksheet.ACTION_DUE, row).isEmpty())) {
            missing.add("one action with a due date");
        }
        return missing;
    }

    // ── Commands ─────────────────────────────────────────────────────────────────────────────────────────

    private void back(Blank open) {
        if (plan.isReopened(open) && (!plan.hint(open).isEmpty() || isApart(open))) {
            settle(Kind.KEPT, open, "", "");
            if (isApart(open)) {
                return;
            }
        }
        List<Blank> order = plan.blanks().toList();
        List<Blank> before = order.subList(0, Math.max(0, order.indexOf(open))).stream()
                .filter(plan::isSettled)
                .toList();
        if (before.isEmpty()) {
            preface.add(quiet("This is the first question, so there is nothing to go back to."));
        } else {
            write(Kind.REOPENED, before.get(before.size() - 1), "", "");
        }
    }

    /** Whether it is one of the questions that stand on no step. */
    private static boolean isApart(Blank blank) {
        return Worksheet.stepOf(blank.question()).isEmpty();
    }

    private void skip(Blank open) {
        Question<?> question = open.question();
        if (!plan.hint(open).isEmpty() || question.equals(Worksheet.CANCEL)) {
            settle(Kind.KEPT, open, "", "");
        } else if (question.equals(Worksheet.CLOSE)) {
            settle(Kind.SKIPPED, open, "", "");
            closed("");
        } else if (question.equals(Worksheet.ACT.summary())) {
            preface.add(new Part.Paragraph(
                    Words.of("This one needs your yes: it starts the 90 days. `pause` if not today.")));
        } else if (question.answer().isYesNo()) {
            settle(Kind.ANSWERED, open, isSummary(open) ? "yes" : "no", "");
        } else {
            settle(Kind.SKIPPED, open, "", "");
            if (!question.isOptional() && question.isNumbered()) {
                preface.add(new Part.Quiet(Words.of("{}: _not known yet_", question.label())));
            }
        }
    }

    private void help(Blank open) {
        Question<?> question = open.question();
        String help = question.help(plan.situation(open, occasion.today(), occasion.notation()));
        if (!help.isEmpty()) {
            preface.add(new Part.Paragraph(Words.literal(help)));
        }
        preface.add(Hints.atAQuestion());
    }

    private void edit(String words) {
        List<Blank> targets = targets(words);
        if (targets.size() == 1) {
            Blank target = targets.get(0);
            if (!plan.open().filter(target::equals).isPresent()) {
                write(Kind.REOPENED, target, "", "");
            }
        } else if (targets.isEmpty()) {
            preface.add(new Part.Paragraph(
                    words.isBlank()
                            ? Words.of("Which one? Say `edit` and its number; `summary` shows them all.")
                            : Words.of(
                                    "I find no answer “{}” in this plan. `summary` shows them all with their numbers.",
                                    Shortened.to(QUOTED_CHARACTERS_MAX, words.strip()))));
        } else {
            preface.add(new Part.Paragraph(Words.of("Which one? Say `edit` and its number.")));
            preface.add(new Part.Facts(targets.stream().map(facts()::fact).toList()));
        }
    }

    /** The answers that a number or a name may mean. */
    private List<Blank> targets(String words) {
        return new Targets(plan, facts())
                .find(words).stream().filter(blank -> !isGone(blank)).toList();
    }

    /** Whether a blank stands in a row that was folded away. */
    private boolean isGone(Blank blank) {
        return plan.blanks().noneMatch(blank::equals);
    }

    private void keep(Blank open) {
        settle(Kind.KEPT, open, "", "");
    }

    private void status() {
        preface.addAll(new StatusMessage(plan, occasion).parts());
    }

    private void summary() {
        say(Purpose.REPLY, Abouts.of(plan), new SummaryMessage(plan, occasion).whole());
    }

    private void pause(Blank open) {
        write(Kind.PAUSED, "", 0, "", "");
        say(Purpose.REPLY, Abouts.of(plan), Hints.paused(plan, prompt(open)));
    }

    private void cancel(Blank open) {
        if (plan.isReopened(open) && (plan.status() == Status.RUNNING || isApart(open))) {
            settle(Kind.KEPT, open, "", "");
            preface.add(quiet("Left as it was."));
        } else {
            write(Kind.REOPENED, new Blank(Worksheet.CANCEL, 0), "", "");
        }
    }

    private void closed(String reason) {
        write(Kind.CLOSED, "", 0, reason, "");
        preface.addAll(Hints.closed(plan));
    }

    private void whereWeWere() {
        List<Part.Fact> last = new ArrayList<>(plan.lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered())
                .limit(LAST_ANSWERS_SHOWN)
                .map(facts()::fact)
                .toList());
        Collections.reverse(last);
        if (!last.isEmpty()) {
            preface.add(new Part.Paragraph(Words.of("Welcome back. The last you told me:")));
            preface.add(new Part.Facts(last));
        }
        plan.open().flatMap(open -> Worksheet.stepOf(open.question())).ifPresent(this::leftOf);
    }

    private void leftOf(Step step) {
        long left = plan.blanks(step)
                .filter(blank -> blank.question().isNumbered() && !plan.isSettled(blank))
                .count();
        if (left > 0) {
            preface.add(new Part.Quiet(Words.of((left == 1 ? "One question is" : left + " questions are")
                    + " left in step " + step.number() + ".")));
        }
    }

    // ── Speaking ─────────────────────────────────────────────────────────────────────────────────────────

    /** Asks the first open blank, under whatever else there is to say; with nothing open it says that, or what stands now. */
    private void askOrRest() {
        Optional<Blank> open = plan.open();
        if (open.isPresent()) {
            ask(open.get());
        } else {
            changed.filter(blank -> preface.isEmpty()).ifPresent(blank -> preface.add(facts().settled(blank)));
            if (!preface.isEmpty()) {
                say(Purpose.REPLY, Abouts.of(plan), new Message(preface));
            }
        }
    }

    /** Asks again only if what happened left another blank open than the one that was asked. */
    private void askIfMoved() {
        Optional<Blank> asked = plan.asking().map(Asking::blank);
        plan.open()
                .filter(open -> asked.isPresent() && !asked.get().equals(open))
                .ifPresent(this::ask);
    }

    private void ask(Blank blank) {
        plan.asking()
                .ifPresent(before -> shrunk.add(new Shrunk(
                        before.lastIntent(), Message.of(new Part.Quiet(Words.literal(prompt(before.blank())))))));
        String intent = occasion.ids().get();
        Message question = new Message(preface).then(new Message(question(blank)));
        write(Kind.ASKED, blank, intent, "");
        sayings.add(new Saying(intent, Purpose.QUESTION, Abouts.of(plan, blank), question, Optional.empty()));
    }

    private List<Part> question(Blank blank) {
        if (isSummary(blank)) {
            SummaryMessage summary = new SummaryMessage(plan, occasion);
            Step step = Worksheet.stepOf(blank.question()).orElseThrow();
            return briefly ? summary.again(step) : summary.looksRight(step);
        }
        QuestionMessage message = new QuestionMessage(plan, blank, occasion, remembered(blank));
        return briefly && !preface.isEmpty() ? message.again() : message.whole();
    }

    private Optional<Choice> remembered(Blank blank) {
        Question<?> question = blank.question();
        return question.isRemembered()
                ? usual.apply(question)
                        .map(kept -> question.shown(kept, plan.situation(blank, occasion.today(), occasion.notation())))
                        .map(Choice::of)
                : Optional.empty();
    }

    private String prompt(Blank blank) {
        return blank.question().prompt(plan.situation(blank, occasion.today(), occasion.notation()));
    }

    private void reply(Stamp thread, Message message) {
        sayings.add(new Saying(occasion.ids().get(), Purpose.REPLY, Abouts.of(plan), message, Optional.of(thread)));
    }

    private void say(Purpose purpose, About about, Message message) {
        sayings.add(new Saying(occasion.ids().get(), purpose, about, message, Optional.empty()));
    }

    private static Part quiet(String text) {
        return new Part.Quiet(Words.of(text));
    }

    private PlanFacts facts() {
        return new PlanFacts(plan, occasion);
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    /** Settles a blank, and lets the message that asked it shrink to what stands there now. */
    private void settle(Kind kind, Blank blank, String value, String said) {
        String message = plan.askedBy(blank);
        write(kind, blank, value, said);
        changed = Optional.of(blank);
        if (!message.isEmpty()) {
            shrunk.add(new Shrunk(message, Message.of(facts().settled(blank))));
        }
    }

    private void write(Kind kind, Blank blank, String value, String said) {
        write(kind, blank.question().key(), blank.row(), value, said);
    }

    private void write(Kind kind, String question, int row, String value, String said) {
        Entry entry = new Entry(kind, question, row, value, said, occasion.now());
        entries.add(entry);
        plan = plan.with(Arrays.asList(entry));
    }
}
