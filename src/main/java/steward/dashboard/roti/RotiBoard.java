package steward.dashboard.roti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.AccountNames;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.message.About;
import steward.message.Chart;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.NextHourBasis;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.values.Hours;

/** {@code /roti}: a rep's accounts ranked by what their next hour there is worth. */
public final class RotiBoard {

    private static final int ACCOUNT_CHARACTERS_MAX = 40;

    /** More accounts than these are a look-up of their own each. */
    private static final int ACCOUNTS_MAX = 50;

    private static final int ESTIMATES_ASKED_MAX = 3;

    private final Reader reader;
    private final Figures figures;
    private final AccountNames names;
    private final List<Account> accounts;

    private record Account(Plan plan, Roti roti) {

        /** What its next hour is worth, if that is known. */
        Optional<Rate> worth() {
            return roti.isKnown() ? roti.nextHour() : Optional.empty();
        }

        /** Whether the rep should say how many more hours it will take. */
        boolean wantsEstimate() {
            return roti.isEstimateDue() && !roti.isNothingOpen();
        }
    }

    /** @param plans the rep's drafts and running plans */
    public RotiBoard(List<Plan> plans, Reader reader) {
        this.reader = reader;
        this.figures = new Figures(reader.notation());
        this.names = new AccountNames(plans);
        this.accounts = plans.stream()
                .map(plan -> new Account(plan, Roti.of(plan)))
                .sorted(Comparator.comparing(Account::roti, Roti.byNextHour()))
                .toList();
    }

    /** What the rep sees, with all that can be done about it. */
    public Message whole() {
        if (accounts.isEmpty()) {
            return Message.of(
                    new Part.Paragraph(
                            Words.of("With a plan I can tell what your next hour is worth. None is there yet.")),
                    new Part.Quiet(Words.of("`/plan Acme` starts one for the account Acme.")));
        }
        List<Part> parts = new ArrayList<>(facts(sentence()).parts());
        parts.addAll(estimatesDue());
        parts.add(taps());
        return new Message(parts);
    }

    /** What others see it shared with: the same, with nothing to tap. */
    public Message shared() {
        return facts(sentence("The"));
    }

    private Message facts(Words sentence) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(sentence));
        parts.add(new Part.Grid(
                List.of("Account", "Next hour", "Hours"),
                accounts.stream().limit(ACCOUNTS_MAX).map(this::row).toList()));
        parts.add(new Part.Quiet(footnote()));
        upkeep().ifPresent(parts::add);
        parts.addAll(protectedProfit());
        chart().ifPresent(parts::add);
        return new Message(parts);
    }

    /** The one sentence that matters: "Your next hour is worth most at Acme Glass: $661, with 33 h left." */
    public Words sentence() {
        return sentence("Your");
    }

    private Words sentence(String whose) {
        return best().map(best -> worthMost(best, whose)).orElseGet(this::nothingToRank);
    }

    private Words nothingToRank() {
        if (!accounts.stream().allMatch(account -> account.roti().isNothingOpen())) {
            return Words.of("Not known yet where the next hour is worth most: the accounts below still lack a figure.");
        }
        return Words.of(
                accounts.stream().map(this::renewals).allMatch(Renewals::isNone)
                        ? "Nothing is open just now: the next opportunity listed tells where an hour is worth most."
                        : "Nothing new is open just now; what you have to defend stands below. "
                                + "The next opportunity listed tells where an hour is worth most.");
    }

    private Words worthMost(Account best, String whose) {
        Roti roti = best.roti();
        String rate = best.worth().map(figures::wholeRate).orElse("");
        Words sentence = Words.of(whose + " next hour is worth most at *{}*: {}", name(best), rate);
        return sentence.then(
                roti.isEstimateDue()
                        ? Words.of(", estimate due.")
                        : Words.of(
                                        ", with {} left",
                                        figures.hours(roti.hoursLeft().orElse(Hours.NONE)))
                                .then(counted(roti)));
    }

    private Words counted(Roti roti) {
        return roti.basis() == NextHourBasis.FLOOR
                ? Words.of(", counted as {}.", figures.hours(roti.divisor().orElse(Hours.NONE)))
                : Words.of(".");
    }

    private Optional<Account> best() {
        return accounts.stream().filter(account -> account.worth().isPresent()).findFirst();
    }

    private String name(Account account) {
        return Shortened.to(ACCOUNT_CHARACTERS_MAX, names.of(account.plan()));
    }

    private List<String> row(Account account) {
        return List.of(name(account), nextHour(account), hours(account));
    }

    private String nextHour(Account account) {
        if (account.roti().isNothingOpen()) {
            return nothingOpen(account);
        }
        return account.worth()
                .map(rate -> figures.wholeRate(rate) + (isBelow(account) ? " ▼" : ""))
                .orElse("not known yet");
    }

    private String nothingOpen(Account account) {
        if (account.roti().opportunities().isEmpty()) {
            return "nothing listed";
        }
        Renewals renewals = renewals(account);
        return renewals.isNone() ? "nothing open" : renewals.toDefend();
    }

    private Renewals renewals(Account account) {
        return new Renewals(account.roti(), reader.notation());
    }

    private boolean isBelow(Account account) {
        return reader.breakEven().filter(account.roti()::isBelow).isPresent();
    }

    private String hours(Account account) {
        Roti roti = account.roti();
        String logged = figures.number(roti.growth());
        String ofRequired = roti.required()
                .map(required -> logged + " of " + figures.number(required))
                .orElse(logged);
        return ofRequired + figures.basis(roti);
    }

    private Words footnote() {
        Words more = Words.of("next hour = open EGP ÷ hours left  ·  `/roti {}` for the whole story", shortest());
        return reader.breakEven()
                .filter(cost -> accounts.stream().anyMatch(this::isBelow))
                .map(cost -> Words.of("▼ below your break-even of {} an hour  ·  ", figures.money(cost))
                        .then(more))
                .orElse(more);
    }

    private String shortest() {
        return name(best().orElse(accounts.get(0)));
    }

    /** Hours that serve accounts as they are count for no ROTI, and are shown beside it. */
    private Optional<Part> upkeep() {
        String upkeep = accounts.stream()
                .filter(account -> account.roti().upkeep().isPositive())
                .map(account ->
                        name(account) + " " + figures.hours(account.roti().upkeep()))
                .collect(Collectors.joining(" · "));
        return upkeep.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Quiet(Words.of("The hours are growth hours. Upkeep beside them: {}", upkeep)));
    }

    private List<Part> protectedProfit() {
        Stream<Words> toDefend = accounts.stream()
                .filter(account -> !renewals(account).isNone())
                .map(account -> Words.of(
                        "{} has {}{}.",
                        name(account),
                        renewals(account).toDefend(),
                        renewals(account).whatTheyProtect()));
        Stream<Words> kept = accounts.stream()
                .flatMap(
                        account -> renewals(account)
                                .keptByTheRep()
                                .map(sentence -> Words.of("{}  ·  {}", name(account), sentence))
                                .stream());
        return Stream.concat(toDefend, kept).<Part>map(Part.Quiet::new).toList();
    }

    private Optional<Part> chart() {
        List<Account> known =
                accounts.stream().filter(account -> account.worth().isPresent()).toList();
        List<BigDecimal> bars = known.stream()
                .map(account -> figures.bar(account.worth().orElseThrow().anHour()))
                .toList();
        return known.size() < 2
                ? Optional.empty()
                : Optional.of(new Part.Picture(new Chart(
                        "What your next hour earns, " + figures.currency(),
                        known.stream().map(this::name).toList(),
                        List.of(new Chart.Series("Next hour", bars)))));
    }

    private List<Part> estimatesDue() {
        return accounts.stream()
                .filter(Account::wantsEstimate)
                .limit(ESTIMATES_ASKED_MAX)
                .<Part>map(account -> new Part.Entry(
                        Words.of(
                                "*{}*: {} of {} are used. How many more hours?",
                                name(account),
                                figures.hours(account.roti().growth()),
                                figures.hours(account.roti().required().orElse(Hours.NONE))),
                        Abouts.of(account.plan()),
                        new Button("Estimate…", "/roti hours")))
                .toList();
    }

    private Part taps() {
        List<Control> taps = new ArrayList<>();
        taps.add(new Menu(
                "One account…",
                accounts.stream()
                        .limit(ACCOUNTS_MAX)
                        .map(account -> new Pick(
                                name(account),
                                "/roti " + account.plan().account() + " "
                                        + account.plan().year()))
                        .toList()));
        taps.add(new Button("Log time", "/time form"));
        taps.add(new Button("Share", "/roti share"));
        return new Part.Choices(About.NOTHING, taps);
    }
}
