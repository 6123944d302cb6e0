package steward.conversation.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.TurnContext;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.worksheet.questions.Reading;

/** Puts entries into the rep's time log, takes them out, and brings them back. */
final class TimeLogging {

    /** As many as one Undo button can name. */
    private static final int ENTRIES_MAX = 40;

    private static final String NOT_FOUND = "I can't find that entry. `/time` shows the log.";

    private final TimeLog log;
    private final TimeReplies replies;

    TimeLogging(TimeLog log, TurnContext context) {
        this.log = log;
        this.replies = new TimeReplies(log, context.reader());
    }

    /** Logs all entries that are clear, and tells of the others what is wrong with them; of a single one, its account may be typed. */
    Message enter(List<TimePart> entries) {
        List<TimeLog.Line> logged = new ArrayList<>();
        List<TimePart> unread = new ArrayList<>();
        for (TimePart part : entries) {
            if (!part.isClear()) {
                unread.add(part);
            } else if (logged.size() == ENTRIES_MAX) {
                unread.add(
                        refused(part, "That is more than " + ENTRIES_MAX + " at once. Send the rest again, please."));
            } else {
                String refusal = log.add(part.plans().get(0).id(), part.spent().orElseThrow())
                        .either(
                                line -> {
                                    logged.add(line);
                                    return "";
                                },
                                hint -> hint);
                if (!refusal.isEmpty()) {
                    unread.add(refused(part, refusal));
                }
            }
        }
        List<Part> parts = new ArrayList<>(replies.logged(logged));
        parts.addAll(replies.unread(unread));
        Message told = new Message(parts);
        boolean isOneAccountMissing =
                logged.isEmpty() && unread.size() == 1 && unread.get(0).isAboutAccount();
        return isOneAccountMissing ? told.askingWhich() : told;
    }

    private static TimePart refused(TimePart part, String hint) {
        return new TimePart(part.said(), Words.of(hint), Optional.empty(), part.plans(), part.isSure());
    }

    /** Logs what a button says, whose number is the one that the entry would have got: tapped again it changes nothing. */
    List<Part> enterOnce(TimeRef ref, TimeDraft spent) {
        boolean isThere = log.plan(ref.plan())
                .filter(plan -> plan.entries().stream()
                        .anyMatch(entry -> entry.row() >= ref.number()
                                && entry.equals(
                                        spent.entry(entry.row(), entry.at()).logged())))
                .isPresent();
        if (isThere) {
            return say("That is logged already. `/time` shows the log.");
        }
        return log.plan(ref.plan()).isEmpty() ? say(NOT_FOUND) : result(log.add(ref.plan(), spent));
    }

    private List<Part> result(Reading<TimeLog.Line> logged) {
        return logged.either(line -> replies.logged(List.of(line)), TimeLogging::say);
    }

    private static List<Part> say(String words) {
        return List.of(new Part.Paragraph(Words.of(words)));
    }

    /**
     * Takes entries out at once, with a way back.
     *
     * @param where what the way back of a single one says of the list in which it stood
     */
    List<Part> delete(List<TimeRef> refs, String where) {
        List<TimeLog.Line> standing =
                refs.stream().flatMap(ref -> log.at(ref).stream()).toList();
        if (standing.isEmpty()) {
            boolean isKnown = refs.stream().anyMatch(ref -> log.last(ref).isPresent());
            return say(isKnown ? "That is deleted already." : NOT_FOUND);
        }
        standing.forEach(log::takeOut);
        List<Part> parts = new ArrayList<>(replies.lines("Deleted:", standing));
        parts.addAll(replies.standings(standing));
        parts.add(
                where.isEmpty()
                        ? TimeReplies.undo(log.last(refs.get(0)).orElse(standing.get(0)))
                        : TimeReplies.button(
                                "Undo", "/time restore " + refs.get(0).text() + where));
        return parts;
    }

    /** Brings a deleted entry back as it was, under its number. */
    List<Part> restore(TimeRef ref) {
        Optional<TimeLog.Line> gone = log.last(ref);
        if (gone.isEmpty() || log.at(ref).isPresent()) {
            return say(gone.isEmpty() ? NOT_FOUND : "That entry is back already.");
        }
        PlanId plan = ref.plan();
        TimeEntry entry = gone.get().entry();
        return log.put(plan, TimeDraft.of(entry), ref.number())
                .either(
                        line -> {
                            List<Part> parts = new ArrayList<>(replies.lines("Back in the log:", List.of(line)));
                            parts.addAll(replies.standings(List.of(line)));
                            return parts;
                        },
                        TimeLogging::say);
    }
}
