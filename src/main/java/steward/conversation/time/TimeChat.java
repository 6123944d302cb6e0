package steward.conversation.time;

import java.util.List;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.message.Message;

/**
 * Handles time that a rep types in the chat while no question is open: "2h Acme". What only may be time is asked about, never logged
 * unasked.
 */
public final class TimeChat {

    private static final int CHARACTERS_MAX = 3_000;

    private static final int OFFERED_WORDS_MAX = 12;

    private final RepSession session;
    private final TurnContext context;

    public TimeChat(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** What to say to words that read as time; empty if they do not. */
    public Optional<Message> heard(String said) {
        if (said.length() > CHARACTERS_MAX || said.strip().endsWith("?")) {
            return Optional.empty();
        }
        TimeReader reader = new TimeReader(session.plans(), context, Optional.empty());
        List<TimePart> entries = reader.read(said);
        if (session.livePlans().isEmpty() && entries.stream().anyMatch(TimePart::isSure)) {
            return Optional.of(TimeHelp.noPlans(session.plans()));
        }
        TimeLog log = new TimeLog(session, context);
        if (entries.stream().anyMatch(TimePart::isSure)) {
            Message reply = new TimeLogging(log, context).enter(entries);
            log.close();
            return Optional.of(reply);
        }
        boolean mayBe = entries.size() == 1
                && entries.get(0).isClear()
                && reader.words(said).isUnitSaid()
                && said.strip().split("\\s+", 0).length <= OFFERED_WORDS_MAX;
        return mayBe ? Optional.of(new TimeReplies(log, context.reader()).offer(entries.get(0))) : Optional.empty();
    }

    /**
     * What to say to a message that has logged nothing and is edited now; empty if it does not read as time.
     *
     * @param waiting whether a question is open, which an edited message never answers
     */
    public Optional<Message> edited(String said, boolean waiting) {
        List<TimePart> entries = new TimeReader(session.plans(), context, Optional.empty()).read(said);
        boolean isSure = entries.stream().anyMatch(TimePart::isSure);
        if (waiting) {
            return isSure
                    ? Optional.of(
                            Message.say(
                                    "While a question is open, an edited message logs no time. Send it after `/time`, like `/time 2h Acme`."))
                    : Optional.empty();
        }
        TimeLog log = new TimeLog(session, context);
        if (isSure && entries.stream().anyMatch(part -> isLogged(log, part))) {
            return Optional.of(
                    Message.say(
                            "That is in the log already, so nothing has changed. To log it once more, write it as a new message."));
        }
        return heard(said);
    }

    /** Whether the same time of the same day stands in the log: a button may have logged what the message said at first. */
    private static boolean isLogged(TimeLog log, TimePart part) {
        return part.isClear()
                && log.plan(part.plans().get(0).id()).stream()
                        .flatMap(plan -> plan.timeLog().stream())
                        .anyMatch(
                                entry -> TimeDraft.of(entry).equals(part.spent().orElseThrow()));
    }
}
