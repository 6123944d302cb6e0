package steward.conversation.nudges;

import java.util.regex.Pattern;

/** Tells what a rep says has happened from what they deny, ask, hope for, or only think of. */
final class Denials {

    private static final String SUBJECT =
            "(?:i|we|you|he|she|it|they|this|that|there|the|my|our|\\p{Lu}\\p{L}+|any|anyone|somebody)";

    private static final Pattern QUESTION = Pattern.compile(
            "(?s).*\\?\\s*|(?i:(?:and|so|but|ok|hm+)?[, ]*(?:(?:did(?! (?:it|this|that)$)|does|do|is|are|was|were|has|have|had"
                    + "|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|hasn['’]t|haven['’]t|should|shall|will|would|could|can)\\s+)"
                    + SUBJECT + "\\b(?!$).*|(?:what|when|why|how|who|which|where|whether)\\b.*)",
            Pattern.DOTALL);

    /** A request is a question by its form alone: "can you move it to Friday?". */
    private static final Pattern REQUEST = Pattern.compile(
            "(?i)(?:please |pls )?(?:can|could|would|will) (?:you|we|i) (?:please )?.*", Pattern.DOTALL);

    private static final String NOT =
            "not|never|cannot|no longer|nothing|nobody|none|hardly|without|instead of|if|unless|when|once|until"
                    + "|whether|in case|might|may|almost|nearly";

    private static final Pattern NOT_SO =
            Pattern.compile(".*(?:n['’]t|\\b(?:" + NOT + "))\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NOT_YET_SO = before(
            NOT
                    + "|half|mostly|partly|partially|far from|close to|hope|hopefully|hoping|should|shall|will|would|could|can|must|needs?|wants?|going to|to be|to get|have to"
                    + "|has to|try|trying|tried|expect|plan to|planning|think|guess|probably|maybe|perhaps|likely|about to|ready to|soon|were to");

    private static final Pattern CONDITION = Pattern.compile(
            "\\s*(?:if|once|when|unless|until|as soon as|subject to|provided|soon|yet|by)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THEIRS = Pattern.compile(
            "(?:.*\\b)?(?:he|she|they|rival|competitor|customer)(?:['’](?:s|re|ve))?(?: (?:is|are|was|were|has|have))?(?: (?:all|already|just))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private Denials() {}

    private static Pattern before(String words) {
        return Pattern.compile(
                ".*(?:n['’]t|['’]ll|['’]d|\\b(?:" + words + "))\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static boolean isQuestion(String clause) {
        return QUESTION.matcher(clause.strip()).matches()
                && !REQUEST.matcher(clause.strip()).matches();
    }

    /** Whether the words before a verdict, or those right behind it, say that it has not become so. */
    static boolean deny(Verdict verdict, String before, String after) {
        return verdict.isFact()
                ? NOT_YET_SO.matcher(before).matches()
                        || CONDITION.matcher(after).matches()
                : verdict != Verdict.STILL_OPEN && NOT_SO.matcher(before).matches();
    }

    /** Whether it is said of somebody else: "she is done with us", "they won an award". */
    static boolean isTheirs(Verdict verdict, String before, String said) {
        boolean isTheRepsOwn = verdict == Verdict.DONE
                || verdict == Verdict.DROP
                || verdict == Verdict.MOVE
                || (verdict == Verdict.WON && !said.equalsIgnoreCase("signed") && !said.equalsIgnoreCase("renewed"));
        return isTheRepsOwn && THEIRS.matcher(before).matches();
    }
}
