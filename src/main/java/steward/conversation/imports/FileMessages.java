package steward.conversation.imports;

import java.util.ArrayList;
import java.util.List;
import steward.conversation.session.ImportPreview;
import steward.conversation.session.SentFile;
import steward.conversation.turn.writing.Undoing;
import steward.dashboard.Abouts;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;

/** What is said of a file that a rep sent: what it would bring, row by row, and what it brought. */
final class FileMessages {

    static final String COMMAND = "/plan import";
    static final String NOT_NOW = "no";

    private static final int LINES_MAX = 40;
    private static final int LINES_IN_A_PART = 10;
    private static final int LINE_CHARACTERS_MAX = 240;

    private FileMessages() {}

    // ── Before ───────────────────────────────────────────────────────────────────────────────────────────

    static Message preview(SentFile file, ImportPreview preview) {
        int plans = preview.taken().size();
        List<Part> parts = new ArrayList<>();
        if (plans == 0) {
            parts.add(new Part.Paragraph(Words.of("*{}*: there is nothing in it that I can import.", file.name())));
        } else {
            parts.add(new Part.Paragraph(Words.of(
                    "*{}* would bring {}:", file.name(), plans == 1 ? "this plan" : "these " + plans + " plans")));
            parts.addAll(listed(preview.taken()));
        }
        parts.addAll(listed("Left out:", preview.left()));
        parts.addAll(listed("Not understood:", preview.remarks()));
        if (plans > 0) {
            parts.add(new Part.Choices(
                    About.NOTHING,
                    List.of(
                            new Button("Import " + counted(file, plans), COMMAND + " " + file.id(), Weight.PRIMARY),
                            new Button("Not now", COMMAND + " " + NOT_NOW))));
            parts.add(new Part.Quiet(Words.of("Nothing is saved yet.")));
        }
        return new Message(parts);
    }

    private static String counted(SentFile file, int plans) {
        String noun = file.name().endsWith(".json") ? "plan" : "account";
        return plans + " " + noun + (plans == 1 ? "" : "s");
    }

    private static List<Part> listed(String head, List<String> lines) {
        List<Part> parts = new ArrayList<>();
        if (!lines.isEmpty()) {
            parts.add(new Part.Paragraph(Words.of("*" + head + "*")));
            parts.addAll(listed(lines));
        }
        return parts;
    }

    /** In parts that a chat has room for. */
    private static List<Part> listed(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        List<String> shown = lines.subList(0, Math.min(lines.size(), LINES_MAX));
        for (int from = 0; from < shown.size(); from += LINES_IN_A_PART) {
            Words part = Words.of("");
            for (String line : shown.subList(from, Math.min(shown.size(), from + LINES_IN_A_PART))) {
                part = part.then(
                        Words.of(part.isEmpty() ? "•  {}" : "\n•  {}", Shortened.to(LINE_CHARACTERS_MAX, line)));
            }
            parts.add(new Part.Paragraph(part));
        }
        if (lines.size() > shown.size()) {
            parts.add(new Part.Quiet(Words.of("and {} more", lines.size() - shown.size())));
        }
        return parts;
    }

    // ── After ────────────────────────────────────────────────────────────────────────────────────────────

    /** @param plans those that were begun, at least one */
    static Message imported(List<Plan> plans) {
        Plan first = plans.get(0);
        Words what = plans.size() == 1
                ? Words.of("*{}*, {}, is imported.", first.account(), first.year())
                : Words.of("*{} plans* are imported, from {} to {}.", plans.size(), first.account(), last(plans));
        return Message.of(
                new Part.Entry(
                        what, Abouts.of(first), Undoing.button(first.entries().size() - 1)),
                new Part.Choices(
                        About.NOTHING,
                        List.of(
                                new Button(
                                        "Open " + Shortened.to(40, first.account()),
                                        "/plan open " + first.account() + " " + first.year()),
                                new Button("My plans", "/plan"))));
    }

    private static String last(List<Plan> plans) {
        return plans.get(plans.size() - 1).account();
    }

    static Message notNow() {
        return Message.say("Nothing is imported. Send the file again whenever you like.");
    }

    // ── Instead ──────────────────────────────────────────────────────────────────────────────────────────

    static Message unread(SentFile.Problem problem) {
        return Message.say(
                switch (problem) {
                    case GONE -> "I don't find that file among those you sent. Send it to me here once more, please.";
                    case TOO_LARGE ->
                        "That file is too large for me: 4 MB are the most that I read here. Send it in parts, or have"
                                + " whoever runs Steward import it.";
                    case NOT_ALLOWED ->
                        "I may not read files here yet. Ask whoever installed me to install me again with the"
                                + " permission `files:read`, then send it again.";
                    case NOT_GIVEN -> "I couldn't get that file just now. Send it again in a moment, please.";
                });
    }

    /** What can be sent, and how. */
    static Message how() {
        return Message.of(
                new Part.Paragraph(Words.of("Send me a file here in our chat, and I'll show what it would bring before"
                        + " anything is saved:")),
                new Part.Paragraph(
                        Words.of("•  a `.csv` of accounts, with a first line that names the columns: account, HQ,"
                                + " goal, last year\n•  a `.json` that I made: `/plan export Acme json`, or the file of"
                                + " `/plan forget me`")));
    }
}
