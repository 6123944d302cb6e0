package steward.conversation.nudges;

import java.util.List;
import steward.dashboard.nudges.Topic;

/**
 * Something that the rep wrote in the thread of a nudge, parsed: "Acme renewal: lost, they chose a rival".
 *
 * @param verdict what became of it
 * @param before the words before the verdict
 * @param said the words of the verdict itself
 * @param after the words after it
 * @param among those that it may be said of
 * @param isSure whether it has become so; not if it is denied, asked, hoped for, or part of other words
 */
record NudgeReply(Verdict verdict, String before, String said, String after, List<Topic> among, boolean isSure) {

    NudgeReply {
        among = List.copyOf(among);
    }

    /** The same with more words behind it. */
    NudgeReply and(String more) {
        return new NudgeReply(verdict, before, said, after + more, among, isSure);
    }

    /** The same with words before it. */
    NudgeReply behind(String earlier) {
        return new NudgeReply(verdict, earlier + before, said, after, among, isSure);
    }

    /** The same, not to be relied on. */
    NudgeReply doubtful() {
        return new NudgeReply(verdict, before, said, after, among, false);
    }

    /** Something that is said of others beside it, and may be the same or not. */
    NudgeReply doubtfulOf(String others) {
        return new NudgeReply(verdict, others, said, "", among, false);
    }
}
