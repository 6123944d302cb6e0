package steward.dashboard.nudges;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import steward.dashboard.ActionLines;
import steward.dashboard.CountWords;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Action;
import steward.plan.Plan;

/**
 * The morning's message about actions that are due. It can be drawn again whenever something has become of them: each then says what,
 * and what is left to do keeps its buttons.
 */
public final class ActionsNudge {

    private final SentNudge sent;
    private final LocalTime sentAt;
    private final NudgedActions actions;
    private final Reader reader;

    /**
     * @param sentAt the rep's own time when it was sent
     * @param plans the rep's drafts and running plans as they are now
     */
    public ActionsNudge(SentNudge sent, LocalTime sentAt, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.sentAt = sentAt;
        this.actions = new NudgedActions(sent, plans, reader);
        this.reader = reader;
    }

    /**
     * What it says.
     *
     * @param isAlone whether nothing else stands in the message; else that greets, and says where nudges are set
     */
    public Message message(boolean isAlone) {
        List<Part> parts = new ArrayList<>();
        if (isAlone) {
            parts.add(new Part.Paragraph(Greeting.at(sentAt, reader).then(count())));
            parts.add(new Part.Divider());
        } else {
            parts.add(new Part.Paragraph(count()));
        }
        sent.subjects().forEach(ref -> parts.addAll(now(ref)));
        NudgeFooter.last(isAlone, Words.of("Next one when something is due")).ifPresent(parts::add);
        return new Message(parts);
    }

    /** The actions that it names, as they are now. */
    public List<Topic> topics() {
        return actions.topics();
    }

    /** "One action is due today.", "Three actions, one overdue.", as it was when it was sent. */
    private Words count() {
        int listed = sent.subjects().size();
        List<LocalDate> days = sent.subjects().stream()
                .flatMap(ref -> actions.before(ref).flatMap(Action::due).stream())
                .toList();
        Words count = Words.of("*" + CountWords.actions(listed) + "*");
        String verb = listed == 1 ? " is" : " are";
        long overdue = days.stream().filter(day -> day.isBefore(sent.day())).count();
        if (overdue > 0) {
            return count.then(
                    overdue == listed
                            ? Words.of(verb + " overdue.")
                            : Words.of(", *" + CountWords.of(overdue) + " overdue*."));
        }
        if (days.size() < listed || days.stream().anyMatch(day -> day.isAfter(sent.day()))) {
            return count.then(Words.of(" this week."));
        }
        return count.then(Words.of(verb + " due today."));
    }

    /** The action as it is now; nothing if it is gone from the plan, or the plan from the rep. */
    private List<Part> now(Subject ref) {
        return actions.listed(ref)
                .findFirst()
                .map(listed -> actions.became(listed)
                        .map(words -> List.<Part>of(new Part.Paragraph(words)))
                        .orElseGet(() -> ActionLines.open(listed, reader)))
                .orElse(List.of());
    }
}
