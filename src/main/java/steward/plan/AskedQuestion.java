package steward.plan;

/**
 * A question that has been put to the rep and not been settled since.
 *
 * @param firstIntent the message that asked it first
 * @param lastIntent the message that asked it last; the same one unless it had to be asked again
 */
public record AskedQuestion(Blank blank, String firstIntent, String lastIntent) {}
