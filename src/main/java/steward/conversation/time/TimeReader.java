package steward.conversation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import steward.conversation.session.TurnContext;
import steward.message.Words;
import steward.plan.Names;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.worksheet.questions.Reading;
import steward.worksheet.time.SpentTime;
import steward.worksheet.time.TypedTimeEntry;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;
import steward.worksheet.values.Hours;

/** Reads entries for the time log as a rep types them. An account is never assumed: without one, or with two, the entry is asked about. */
final class TimeReader {

    private static final String LIKE = "like `Acme 2h` or `Acme 45m yesterday`.";

    private final List<PlanCard> cards;
    private final TurnContext context;
    private final Optional<PlanId> about;
    private final LocalDate usualDay;
    private final AccountWords accounts;

    /** @param about the plan that is meant where no account is named, if the rep tapped something of it */
    TimeReader(List<PlanCard> cards, TurnContext context, Optional<PlanId> about) {
        this(cards, context, about, context.today());
    }

    /** @param usualDay the day that is meant where none is said */
    TimeReader(List<PlanCard> cards, TurnContext context, Optional<PlanId> about, LocalDate usualDay) {
        this.cards = cards;
        this.context = context;
        this.about = about;
        this.usualDay = usualDay;
        this.accounts = new AccountWords(cards);
    }

    List<TimePart> read(String text) {
        return new TimeText(this).entries(text).stream().map(this::entry).toList();
    }

    TypedTimeEntry words(String said) {
        return TypedTimeEntry.of(said, context.today(), context.notation(), accounts::isName);
    }

    /** Whether the text says a time somewhere, readable or not. */
    boolean saysTime(String text) {
        return new TimeText(this)
                .entries(text).stream().anyMatch(entry -> words(entry).time().isPresent());
    }

    /** Whether an entry begins with an account's name, but for what it says of time. */
    boolean names(TypedTimeEntry words) {
        return accounts.leads(others(words));
    }

    private static List<String> others(TypedTimeEntry words) {
        return words.words().stream()
                .filter(word -> word.mark() == Mark.OTHER)
                .map(Word::text)
                .toList();
    }

    private TimePart entry(String said) {
        TypedTimeEntry words = words(said);
        AccountWords.Found found = accounts.find(others(words));
        List<PlanCard> meant = meant(found.plans());
        Reading<TimeDraft> spent = spent(words, found);
        Words complaint = spent.either(read -> aboutAccount(meant), Words::of);
        boolean isRead = spent.either(read -> true, hint -> !found.plans().isEmpty());
        boolean isSure = words.isUnitSaid() && isRead && isSure(words, found);
        List<PlanCard> choice = meant.isEmpty() ? live(cards) : meant;
        return new TimePart(said, complaint, spent.either(Optional::of, hint -> Optional.empty()), choice, isSure);
    }

    // ── The account ──────────────────────────────────────────────────────────────────────────────────────

    /** Of two years' plans for one account, this year's is meant if it alone is running. */
    private List<PlanCard> meant(List<PlanCard> found) {
        if (found.isEmpty()) {
            return cards.stream()
                    .filter(card -> about.filter(card.id()::equals).isPresent())
                    .toList();
        }
        List<PlanCard> live = live(found);
        if (live.isEmpty()) {
            return found.subList(0, 1);
        }
        List<PlanCard> running =
                live.stream().filter(card -> card.status() == Status.RUNNING).toList();
        boolean isOneAccount = live.stream()
                        .map(card -> Names.plain(card.account()))
                        .distinct()
                        .count()
                == 1;
        return isOneAccount
                        && running.size() == 1
                        && running.get(0).year() == context.today().getYear()
                ? running
                : live;
    }

    private static List<PlanCard> live(List<PlanCard> cards) {
        return cards.stream().filter(PlanCard::isLive).toList();
    }

    private static Words aboutAccount(List<PlanCard> meant) {
        return switch (meant.size()) {
            case 0 -> Words.of("which account is it for?");
            case 1 ->
                meant.get(0).status() == Status.CLOSED
                        ? Words.of(
                                "*{}*, {}, is closed. Bring it back first, then log time on it.",
                                meant.get(0).account(),
                                meant.get(0).year())
                        : Words.of("");
            default -> Words.of("which of these is it for?");
        };
    }

    // ── Time, day and note ───────────────────────────────────────────────────────────────────────────────

    private Reading<TimeDraft> spent(TypedTimeEntry words, AccountWords.Found found) {
        Reading<Hours> time = words.time().orElseGet(() -> Reading.unclear(noTime(found)));
        Reading<LocalDate> day = words.day().orElseGet(() -> Reading.clear(usualDay));
        return time.then(hours -> day.then(on -> note(found.note())
                .then(note ->
                        Reading.clear(new TimeDraft(on, hours, words.upkeep().orElse(false), note)))));
    }

    private static String noTime(AccountWords.Found found) {
        return found.plans().isEmpty() ? "I need an account and a time, " + LIKE : "How long was it? Say it " + LIKE;
    }

    private static Reading<String> note(String note) {
        int tooMany = note.codePointCount(0, note.length()) - SpentTime.NOTE_CHARACTERS_MAX;
        return tooMany > 0
                ? Reading.unclear("That note is " + tooMany + " characters too long; " + SpentTime.NOTE_CHARACTERS_MAX
                        + " are enough.")
                : Reading.clear(note);
    }

    // ── In the chat ──────────────────────────────────────────────────────────────────────────────────────

    /** Whether the time comes first, or right beside the account: "Acme wants to meet for 2 hours" is no entry. */
    private static boolean isSure(TypedTimeEntry words, AccountWords.Found found) {
        List<String> order = new ArrayList<>();
        int other = 0;
        for (Word word : words.words()) {
            if (word.mark() == Mark.TIME) {
                order.add("time");
            } else if (word.mark() == Mark.OTHER) {
                boolean isName = other >= found.from() && other < found.from() + found.count();
                if (isName || !AccountWords.isTie(word.text())) {
                    order.add(isName ? "name" : "other");
                }
                other++;
            }
        }
        return order.get(0).equals("time")
                || IntStream.range(1, order.size())
                        .anyMatch(i -> order.subList(i - 1, i + 1).containsAll(List.of("time", "name")));
    }
}
