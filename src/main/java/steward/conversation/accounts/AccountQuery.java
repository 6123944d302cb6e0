package steward.conversation.accounts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.session.TurnContext;
import steward.plan.PlanCard;
import steward.plan.accounts.Accounts;
import steward.worksheet.dates.CalendarWords;

/**
 * The account and year that a rep typed to find or start a plan.
 *
 * @param yearSaid whether the rep named the year, or this one is meant
 */
public record AccountQuery(String account, int year, boolean yearSaid) {

    public static final int ACCOUNT_CHARACTERS_MAX = 80;

    private static final int YEARS_AHEAD_MAX = 5;

    /** "Acme 2027", "Acme FY27", "Acme for next year". */
    private static final Pattern WITH_YEAR = Pattern.compile(
            "([^\\p{L}\\p{M}\\p{N}]*[\\p{L}\\p{M}\\p{N}].*?)[\\s\\p{Z},;:(–—-]*[\\s\\p{Z}(](?:(?:for|in)[\\s\\p{Z}]+)?(?:the[\\s\\p{Z}]+)?(?:year[\\s\\p{Z}]+)?"
                    + "(?:(?<year>(?:19|20)\\d\\d)|fy[\\s\\p{Z}]?['’-]?(?<fiscal>20\\d\\d|\\d\\d)|['’](?<short>\\d\\d)|(?<which>this|next)[\\s\\p{Z}]+year)\\)?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    public static AccountQuery of(String typed, TurnContext context) {
        int thisYear = context.today().getYear();
        Matcher matcher = WITH_YEAR.matcher(typed.strip());
        return matcher.matches()
                ? new AccountQuery(matcher.group(1), year(matcher, thisYear), true)
                : new AccountQuery(typed.strip(), thisYear, false);
    }

    private static int year(Matcher said, int thisYear) {
        String which = said.group("which");
        return which != null
                ? thisYear + (which.equalsIgnoreCase("next") ? 1 : 0)
                : Stream.of("year", "fiscal", "short")
                        .flatMap(group -> Optional.ofNullable(said.group(group)).stream())
                        .findFirst()
                        .map(CalendarWords::year)
                        .orElse(thisYear);
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
