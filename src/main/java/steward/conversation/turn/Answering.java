package steward.conversation.turn;

import java.util.Locale;
import java.util.regex.Pattern;
import steward.dashboard.Quoted;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.Coaching;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Hours;

/** What becomes of an answer: it is read, saved and perhaps coached; or it could not be read, and the rep is helped. */
final class Answering {

    private static final int UNREAD_BEFORE_A_WAY_OUT = 2;

    private static final Pattern YES_OR_NO = Pattern.compile("(yes|no|ok|okay|y|n)[.!]?", Pattern.CASE_INSENSITIVE);

    private final Pen pen;

    Answering(Pen pen) {
        this.pen = pen;
    }

    void answer(Blank blank, String words) {
        if (!pen.plan().hint(blank).isEmpty() && leavesItAsItIs(blank, words)) {
            pen.settle(Kind.KEPT, blank, "", "");
            return;
        }
        if (blank.headsRow() && RowLines.areIn(words)) {
            new RowLines(pen).fill(blank, words);
            return;
        }
        String hint = blank.question()
                .readKept(words, pen.situation(blank))
                .either(
                        kept -> {
                            read(blank, kept, words);
                            return "";
                        },
                        unclear -> unclear);
        if (!hint.isEmpty()) {
            unread(blank, words, hint);
        }
    }

    /** Under a hint, the same words again or a bare yes or no are no new answer. */
    private boolean leavesItAsItIs(Blank blank, String words) {
        return words.strip().equals(pen.plan().said(blank).strip())
                || YES_OR_NO.matcher(words.strip()).matches();
    }

    // ── What could be read ───────────────────────────────────────────────────────────────────────────────

    private void read(Blank blank, String kept, String words) {
        boolean yes = "yes".equals(kept);
        if (blank.question().equals(Worksheet.CANCEL)) {
            pen.settle(Kind.ANSWERED, blank, kept, words);
            cancelled(yes);
        } else if (blank.question().equals(Worksheet.CLOSE)) {
            pen.settle(Kind.ANSWERED, blank, kept, words);
            close(kept);
        } else if (blank.question().equals(Worksheet.WON) || blank.question().equals(Worksheet.LOST)) {
            pen.settle(Kind.ANSWERED, blank, kept, words);
            new Fates(pen).became(blank.question(), blank.row(), kept);
        } else if (blank.question().equals(Worksheet.MORE_HOURS)) {
            pen.settle(Kind.ANSWERED, blank, kept, words);
            moreHours(Worksheet.MORE_HOURS.answer().restored(kept), words);
        } else if (blank.isRemoval()) {
            pen.settle(Kind.ANSWERED, blank, kept, words);
            if (yes) {
                new Rows(pen).remove(blank);
            } else {
                pen.whisper("Left as it was.");
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
            pen.whisper("Good: nothing has changed.");
        }
    }

    /** The hours required are from now on those logged and those still to come. */
    void moreHours(Hours more, String words) {
        Blank required = Blank.of(Worksheet.HOURS_REQUIRED);
        String before = pen.facts().value(required).text();
        Hours logged = pen.plan().growth();
        pen.settle(Kind.ANSWERED, required, Worksheet.HOURS_REQUIRED.answer().kept(logged.plus(more)), words);
        pen.tell(
                "*{}*: {} → {}, {} logged and {} to come.",
                pen.facts().named(required),
                before,
                pen.facts().value(required).text(),
                logged.shown(pen.occasion().notation()),
                more.shown(pen.occasion().notation()));
    }

    /** Closes the plan, for a reason that may be empty. */
    void close(String reason) {
        pen.write(Kind.CLOSED, reason);
        pen.note(Hints.closed(pen.plan()));
    }

    private void lookedOver(Blank summary, boolean yes, String words) {
        if (!yes) {
            pen.remark(new Part.Paragraph(Words.of("All right, tell me what to change.")));
            pen.askBriefly();
        } else if (summary.question().equals(Worksheet.ACT.summary())) {
            new CycleStart(pen).start(summary, words);
        } else {
            pen.settle(Kind.ANSWERED, summary, "yes", words);
        }
    }

    private void another(Blank blank, boolean yes, String words) {
        pen.settle(Kind.ANSWERED, blank, yes ? "yes" : "no", words);
        if (yes) {
            new Rows(pen).begin(blank.table().orElseThrow());
        }
    }

    private void value(Blank blank, String kept, String words) {
        boolean wasCoached = !pen.plan().hint(blank).isEmpty();
        boolean ours = isOurs(blank, words);
        pen.settle(Kind.ANSWERED, blank, kept, words);
        if (!ours) {
            echo(blank, words, wasCoached);
        }
        if (blank.question().isCoached() && !ours && !wasCoached && !rowWasCoached(blank)) {
            Coaching.of(blank.question(), kept, pen.situation(blank))
                    .ifPresent(hint -> pen.write(Kind.COACHED, blank, hint.kept(), ""));
        }
    }

    /** Says how an answer was read, where that is not plainly what was typed. */
    private void echo(Blank blank, String words, boolean wasCoached) {
        String shown = pen.facts().shown(blank).orElse("");
        if (!shown.equals(words.strip()) && !wasCoached && pen.plan().open().isPresent()) {
            pen.whisper("{}: *{}*", blank.question().label(), Quoted.from(shown));
        }
    }

    /** Whether it is one of Steward's own suggestions, which it would be rude to correct. */
    private boolean isOurs(Blank blank, String words) {
        return blank.question().choices(pen.situation(blank)).stream()
                .anyMatch(choice ->
                        choice.label().equals(words.strip()) || choice.says().equals(words.strip()));
    }

    private boolean rowWasCoached(Blank blank) {
        return blank.table()
                .filter(table -> pen.plan().wasCoached(table, blank.row()))
                .isPresent();
    }

    // ── What could not ───────────────────────────────────────────────────────────────────────────────────

    private void unread(Blank blank, String words, String hint) {
        if (blank.isAnother() && !words.isBlank()) {
            // At "another?", anything but yes or no is the next row's first answer.
            another(blank, true, words);
            Blank first = pen.plan().open().orElseThrow();
            answer(first, words);
            if (pen.plan().kept(first).isPresent()) {
                pen.shrink(pen.plan().askedBy(blank), pen.facts().settled(first));
            }
            return;
        }
        if (blank.isSummary()
                && !new Targets(pen.plan(), pen.facts()).find(words).isEmpty()) {
            new Commands(pen).edit(words);
            return;
        }
        pen.write(Kind.UNREAD, blank, "", words);
        pen.remark(complaint(words, blank.isSummary() ? "Say `yes` to go on, or the number of what to change." : hint));
        if (!blank.isSummary() && pen.plan().unreadInARow(blank) >= UNREAD_BEFORE_A_WAY_OUT) {
            pen.whisper("Stuck? `skip` leaves it open for now, and `pause` keeps everything for later.");
        }
        if (!blank.isSummary()) {
            pen.askBriefly();
        }
    }

    /** What could not be read and why, with something to do about it. */
    static Part complaint(String said, String hint) {
        return new Part.Paragraph(
                said.isBlank()
                        ? Words.of("That message was empty. ").then(Words.of(hint))
                        : Words.of("I couldn't use “{}”. ", Quoted.from(said)).then(Words.of(hint)));
    }

    /** Whether some words are the answer to a question though they are a command elsewhere. */
    static boolean isOwnWord(Question<?> question, String said) {
        return question.isOwnWord(said.strip().toLowerCase(Locale.ROOT));
    }
}
