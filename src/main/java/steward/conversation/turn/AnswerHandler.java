package steward.conversation.turn;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.Abouts;
import steward.dashboard.Quoted;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.ActionWords;
import steward.worksheet.Coaching;
import steward.worksheet.Worksheet;
import steward.worksheet.answers.ListAnswer;
import steward.worksheet.dates.FiscalYears;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Hours;

/** Handles an answer: reads, saves and perhaps coaches it, or helps the rep if it could not be read. */
final class AnswerHandler {

    private static final int UNREAD_BEFORE_A_WAY_OUT = 2;

    private static final Pattern YES_OR_NO = Pattern.compile("(yes|no|ok|okay|y|n)[.!]?", Pattern.CASE_INSENSITIVE);

    /** Before one line a number may be part of it. */
    private static final Pattern BULLET = Pattern.compile("\\s*[^\\p{L}\\p{N}\\s]\\V+$");

    private final TurnWriter writer;

    AnswerHandler(TurnWriter writer) {
        this.writer = writer;
    }

    void answer(Blank blank, String typed) {
        String words = blank.headsRow() && BULLET.matcher(typed).lookingAt() ? ListAnswer.withoutBullet(typed) : typed;
        if (!writer.plan().hint(blank).isEmpty() && leavesItAsItIs(blank, words)) {
            writer.settle(Kind.KEPT, blank, "", "");
            return;
        }
        if (blank.question().equals(Worksheet.WON) && new OtherEnding(writer).take(blank.row(), words)) {
            return;
        }
        if (new RowLines(writer).fill(blank, words)) {
            return;
        }
        Reading<String> reading = blank.question().readKept(words, writer.situation(blank));
        String hint = reading.either(
                kept -> {
                    read(blank, kept, words);
                    return "";
                },
                unclear -> unclear);
        if (!hint.isEmpty()) {
            unread(blank, words, hint, reading.choices());
        }
    }

    /** Under a hint, the same words again or a bare yes or no are no new answer. */
    private boolean leavesItAsItIs(Blank blank, String words) {
        return words.strip().equals(writer.plan().said(blank).strip())
                || YES_OR_NO.matcher(words.strip()).matches();
    }

    // ── What could be read ───────────────────────────────────────────────────────────────────────────────

    private void read(Blank blank, String kept, String words) {
        boolean yes = "yes".equals(kept);
        if (blank.question().equals(Worksheet.CANCEL)) {
            writer.settle(Kind.ANSWERED, blank, kept, words);
            cancelled(yes);
        } else if (blank.question().equals(Worksheet.CLOSE)) {
            writer.settle(Kind.ANSWERED, blank, kept, words);
            close(kept);
        } else if (blank.question().equals(Worksheet.WON) || blank.question().equals(Worksheet.LOST)) {
            writer.settle(Kind.ANSWERED, blank, kept, words);
            new OpportunityOutcomes(writer).became(blank.question(), blank.row(), kept);
        } else if (blank.question().equals(Worksheet.MORE_HOURS)) {
            writer.settle(Kind.ANSWERED, blank, kept, words);
            moreHours(Worksheet.MORE_HOURS.answer().restored(kept), words);
        } else if (blank.isRemoval()) {
            writer.settle(Kind.ANSWERED, blank, kept, words);
            if (yes) {
                new Rows(writer).remove(blank);
            } else {
                writer.whisper("Left as it was.");
            }
        } else if (blank.isSummary()) {
            lookedOver(blank, yes, words);
        } else if (blank.isAnother()) {
            another(blank, yes, words);
        } else {
            value(blank, kept, words);
        }
    }

    private void cancelled(boolean yes) {
        if (yes) {
            close("cancelled");
        } else {
            writer.whisper("Good: nothing has changed.");
        }
    }

    /** The hours required are from now on those logged and those still to come. */
    void moreHours(Hours more, String words) {
        Blank required = Blank.of(Worksheet.HOURS_REQUIRED);
        String before = writer.facts().value(required).text();
        Hours logged = writer.plan().growth();
        writer.settle(Kind.ANSWERED, required, Worksheet.HOURS_REQUIRED.answer().kept(logged.plus(more)), words);
        writer.tell(
                "*{}*: {} → {}, {} logged and {} to come.",
                writer.facts().named(required),
                before,
                writer.facts().value(required).text(),
                logged.shown(writer.context().notation()),
                more.shown(writer.context().notation()));
    }

    /** Closes the plan, for a reason that may be empty. */
    void close(String reason) {
        writer.write(Kind.CLOSED, reason);
        writer.note(Hints.closed(writer.plan()));
    }

    private void lookedOver(Blank summary, boolean yes, String words) {
        if (!yes) {
            writer.remark(new Part.Paragraph(Words.of("All right, tell me what to change.")));
            writer.askBriefly();
        } else if (summary.question().equals(Worksheet.ACT.summary())) {
            new CycleStart(writer).start(summary, words);
        } else {
            writer.settle(Kind.ANSWERED, summary, "yes", words);
        }
    }

    private void another(Blank blank, boolean yes, String words) {
        writer.settle(Kind.ANSWERED, blank, yes ? "yes" : "no", words);
        if (yes) {
            new Rows(writer).begin(blank.table().orElseThrow());
        }
    }

    private void value(Blank blank, String kept, String words) {
        boolean wasCoached = !writer.plan().hint(blank).isEmpty();
        boolean ours = isOurs(blank, words);
        Optional<ActionWords> timed = ours ? Optional.empty() : dueInItsWords(blank, words);
        String saved = timed.map(ActionWords::what).orElse(kept);
        boolean isSuggested = ours || isOurs(blank, saved);
        writer.settle(Kind.ANSWERED, blank, saved, words);
        fiscalYear(blank, words);
        if (!ours) {
            echo(blank, words, wasCoached);
        }
        timed.flatMap(ActionWords::due).ifPresent(day -> due(blank.row(), day, words));
        if (blank.question().isCoached() && !isSuggested && !wasCoached && !rowWasCoached(blank)) {
            Coaching.of(blank.question(), saved, writer.situation(blank))
                    .ifPresent(hint -> writer.write(Kind.COACHED, blank, hint.kept(), ""));
        }
    }

    /** What is said of the fiscal year is kept; what is known of it, and was used, is told. */
    private void fiscalYear(Blank blank, String words) {
        if (blank.question().answer().isDate()) {
            writer.rememberFiscalYear(words);
            FiscalYears.months(words, writer.situation(blank))
                    .ifPresent(months -> writer.whisper("That is {} for you; `/plan settings` changes it.", months));
        }
    }

    /** "Send the study by Dec 11" says when it is due, too, unless that is known. */
    private Optional<ActionWords> dueInItsWords(Blank blank, String words) {
        Blank due = new Blank(Worksheet.ACTION_DUE, blank.row());
        return blank.question().equals(Worksheet.ACTION) && !writer.plan().isSettled(due)
                ? ActionWords.by(words, writer.situation(due))
                : Optional.empty();
    }

    private void due(int row, LocalDate day, String words) {
        Blank due = new Blank(Worksheet.ACTION_DUE, row);
        writer.settle(Kind.ANSWERED, due, day.toString(), words);
        writer.whisper("Due: *{}*", writer.facts().value(due).text());
    }

    /** Says how an answer was read, where that is not plainly what was typed. */
    private void echo(Blank blank, String words, boolean wasCoached) {
        String shown = writer.facts().shown(blank).orElse("");
        if (!shown.equals(words.strip()) && !wasCoached && writer.plan().open().isPresent()) {
            writer.whisper("{}: *{}*", writer.facts().title(blank.question()), Quoted.from(shown));
        }
    }

    /** Whether it is one of Steward's own suggestions, which it would be rude to correct. */
    private boolean isOurs(Blank blank, String words) {
        return blank.question().choices(writer.situation(blank)).stream()
                .anyMatch(choice ->
                        choice.label().equals(words.strip()) || choice.says().equals(words.strip()));
    }

    private boolean rowWasCoached(Blank blank) {
        return blank.table()
                .filter(table -> writer.plan().wasCoached(table, blank.row()))
                .isPresent();
    }

    // ── What could not ───────────────────────────────────────────────────────────────────────────────────

    private void unread(Blank blank, String words, String hint, List<Choice> choices) {
        if (blank.isAnother() && !words.isBlank()) {
            // At "another?", anything but yes or no is the next row's first answer.
            another(blank, true, words);
            Blank first = writer.plan().open().orElseThrow();
            answer(first, words);
            if (writer.plan().kept(first).isPresent()) {
                writer.shrink(
                        writer.plan().askedBy(blank),
                        writer.isAsTyped(first, words)
                                ? writer.facts().asked(blank)
                                : writer.facts().settled(first));
            }
            return;
        }
        writer.write(Kind.UNREAD, blank, "", words);
        complain(
                writer,
                blank,
                complaint(words, blank.isSummary() ? "Say `yes` to go on, or the number of what to change." : hint),
                choices);
        if (!blank.isSummary() && writer.plan().unreadInARow(blank) >= UNREAD_BEFORE_A_WAY_OUT) {
            writer.whisper("Stuck? `skip` leaves it open for now, and `pause` keeps everything for later.");
        }
        if (!blank.isSummary()) {
            writer.askBriefly();
        }
    }

    /** Says what could not be read and why, with what may be meant. */
    static void complaint(TurnWriter writer, Blank blank, String said, Reading<?> unclear) {
        unclear.either(clear -> "", hint -> {
            complain(writer, blank, complaint(said, hint), unclear.choices());
            return hint;
        });
    }

    private static void complain(TurnWriter writer, Blank blank, Part complaint, List<Choice> choices) {
        writer.remark(complaint);
        if (!choices.isEmpty()) {
            writer.remark(new Part.Choices(
                    Abouts.of(writer.plan(), blank),
                    choices.stream()
                            .<Control>map(choice -> new Button(choice.label(), choice.says()))
                            .toList()));
        }
    }

    /** What could not be read and why, with something to do about it. */
    static Part complaint(String said, String hint) {
        return new Part.Paragraph(
                said.isBlank()
                        ? Words.of("That message was empty. ").then(Words.of(hint))
                        : Words.of("I couldn't use “{}”. ", Quoted.from(said)).then(Words.of(hint)));
    }
}
