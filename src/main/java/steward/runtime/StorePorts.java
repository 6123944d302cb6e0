package steward.runtime;

import java.util.function.Supplier;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.Health;
import steward.conversation.session.PersonalDataRequests;
import steward.conversation.session.RepSessions;
import steward.message.Outbox;
import steward.nudges.WakeTimes;
import steward.rep.Installations;
import steward.rep.Reps;

/**
 * The store's ports that a chat's side needs.
 *
 * @param health how the store does, from memory
 */
public record StorePorts(
        RepSessions sessions,
        Outbox outbox,
        Reps reps,
        WakeTimes wakeTimes,
        PersonalDataRequests personalData,
        ExpiredRecords expiredRecords,
        Installations installations,
        Supplier<Health> health) {}
