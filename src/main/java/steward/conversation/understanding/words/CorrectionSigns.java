package steward.conversation.understanding.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signs by which people correct themselves, taken off what they said.
 *
 * @param rest what is left
 * @param isSigned whether there was a sign
 * @param standsOff whether one stood apart, with a comma behind it or all alone
 * @param runsOn whether one ran on into the sentence
 */
public record CorrectionSigns(String rest, boolean isSigned, boolean standsOff, boolean runsOn) {

    /** They say by themselves that something was wrong. */
    private static final String SORRY =
            "sorry|wait|oops|o+ps|ups|whoops|woops|scratch that|strike that|hang on|hold on|typo|my bad|my mistake|mistake"
                    + "|correction|pardon|perd[oó]n|entschuldigung|sorry about that|désolée?|desole|scusa|desculpe?|moment|quatsch|korrektur|ach nein|nein warte|no wait|wait no|oh no|ah no"
                    + "|that was wrong|that's wrong|that is wrong|i was wrong|wrong|i made a mistake|not quite|let me correct that|let me fix that|"
                    + "przepraszam|すみません|对不起";

    /** They run on into the sentence; so many a sentence begins with them that is no correction. */
    private static final String RUNNING =
            "no|nope|nein|non|actually|rather|i meant? to say|i mean|i meant|i wanted to say|meant to say|meant|make it|make that|make this|let's make it|let's say|lets say"
                    + "|(?:it|that|this)(?:'s| is)? ?(?:should|must) (?:be|have been)|should be|should have been|must be|more like|better say|change (?:it|that) to|that's|it's|it is|that is";

    private static final Pattern STARTS = Pattern.compile(
            "^(?:(" + SORRY
                    + ")(?![\\p{L}\\p{N}'-])((?:[,:;.!…—–-]|\\s+[—–-]+(?=\\s))*)|(?:oh|ah|um|uh|hm+|ok|okay|and|but|hey|eh)(?![\\p{L}\\p{N}'-])[,:;.!…-]*|("
                    + RUNNING + ")(?![\\p{L}\\p{N}'])([,:;.!…—–]*|\\s-)|(\\*)(?=[\\p{L}\\p{N}$€£][^*]*$))\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Wait its Dana Woo": the apostrophe left off. */
    private static final Pattern ITS =
            Pattern.compile("^((?i:wait|sorry|oops|no|actually)[,;:.!…-]*) its (?=\\p{Lu}|\\d)");

    private static final Pattern I_MEANT = Pattern.compile("i mean|typo|my bad", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile(
            "[,;.]?\\s+(?:sorry|i mean|i meant|actually|my bad|typo|instead|oops)[.!]*$|[,;]\\s*not\\s+\\S+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NOT_FIRST =
            Pattern.compile("^not\\s+\\S+?,\\s*(?:but\\s+)?(?=\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern POLITE = Pattern.compile(
            "(?:,? (?:please|pls|thanks|then|now|btw|by the way|fyi))?[.!…]*$", Pattern.CASE_INSENSITIVE);

    public static CorrectionSigns in(String text) {
        String rest = ITS.matcher(text.strip()).replaceFirst("$1 it's ");
        boolean isSigned = false;
        boolean standsOff = false;
        boolean runsOn = false;
        Matcher starts = STARTS.matcher(rest);
        while (starts.find() && starts.end() > 0) {
            boolean isSorry = starts.group(1) != null;
            boolean isRunning = starts.group(3) != null;
            boolean isLast = starts.end() == rest.length();
            String behind = isSorry ? starts.group(2) : "";
            isSigned |= isSorry || isRunning || starts.group(5) != null;
            standsOff |=
                    isSorry && (!behind.isEmpty() || isLast || starts.group(1).contains(" "));
            standsOff |= starts.group(5) != null;
            runsOn |= isRunning;
            rest = rest.substring(starts.end());
            starts = STARTS.matcher(rest);
        }
        Matcher not = NOT_FIRST.matcher(rest);
        if (isSigned && not.find()) {
            rest = rest.substring(not.end());
        }
        rest = POLITE.matcher(rest).replaceFirst("");
        Matcher ends = ENDS.matcher(rest);
        while (ends.find()) {
            isSigned = true;
            standsOff |= ends.group().startsWith(",");
            runsOn |= I_MEANT.matcher(ends.group()).find();
            rest = rest.substring(0, ends.start());
            ends = ENDS.matcher(rest);
        }
        return new CorrectionSigns(rest.strip(), isSigned, standsOff, runsOn);
    }

    /** Whether one of them says that something was wrong, rather than no. */
    public boolean isMoreThanNo(String text) {
        return standsOff
                || (isSigned && !text.strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)no\\b.*"));
    }
}
