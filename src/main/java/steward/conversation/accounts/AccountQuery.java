package steward.conversation.accounts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.TurnContext;
import steward.plan.Accounts;
import steward.plan.PlanCard;

/**
 * The account and year that a rep typed to find or start a plan.
 *
 * @param yearSaid whether the rep named the year, or this one is meant
 */
public record AccountQuery(String account, int year, boolean yearSaid) {

    public static final int ACCOUNT_CHARACTERS_MAX = 80;

    private static final int YEARS_AHEAD_MAX = 5;

    private static final Pattern WITH_YEAR = Pattern.compile("(.*\\S)\\s+((?:19|20)\\d\\d)", Pattern.DOTALL);

    public static AccountQuery of(String typed, TurnContext context) {
        Matcher matcher = WITH_YEAR.matcher(typed.strip());
        return matcher.matches()
                ? new AccountQuery(matcher.group(1), Integer.parseInt(matcher.group(2)), true)
                : new AccountQuery(typed.strip(), context.today().getYear(), false);
    }

    /** The plans that may be meant. */
    public List<PlanCard> meant(List<PlanCard> cards) {
        return of(new Accounts(cards).meant(account));
    }

    /** The same; closed ones only if no other may be meant. */
    public List<PlanCard> meantLive(List<PlanCard> cards) {
        List<PlanCard> meant = meant(cards);
        List<PlanCard> live = meant.stream().filter(PlanCard::isLive).toList();
        return live.isEmpty() ? meant : live;
    }

    /** Those of the year, if one was named. */
    public List<PlanCard> of(List<PlanCard> found) {
        return found.stream().filter(card -> !yearSaid || card.year() == year).toList();
    }

    public Optional<String> complaint(TurnContext context) {
        int thisYear = context.today().getYear();
        if (account.codePointCount(0, account.length()) > ACCOUNT_CHARACTERS_MAX) {
            return Optional.of(
                    "That name is too long: " + ACCOUNT_CHARACTERS_MAX + " characters are enough for an account.");
        }
        if (account.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("I need the account's name, like `Acme Glass`.");
        }
        return year < thisYear - 1 || year > thisYear + YEARS_AHEAD_MAX
                ? Optional.of("A plan is for a year close by, like `/plan Acme " + (thisYear + 1) + "`.")
                : Optional.empty();
    }
}
