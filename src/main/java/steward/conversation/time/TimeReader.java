package steward.conversation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.conversation.session.TurnContext;
import steward.message.Words;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.plan.accounts.Accounts;
import steward.worksheet.answers.HoursAnswer;
import steward.worksheet.questions.Reading;
import steward.worksheet.time.SpentTime;
import steward.worksheet.time.TypedTimeEntry;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;
import steward.worksheet.values.Hours;

/** Reads entries for the time log as a rep types them. An account is never assumed: without one, or with two, the entry is asked about. */
final class TimeReader {

    private static final Hours A_DAY = Hours.of(24);

    private static final String NOT_SPENT =
            "that tells of time, but not that it was spent. If it was, say it like `Acme 2h`.";

    private static final String LIKE = "like `Acme 2h` or `Acme 45m yesterday`.";

    private final List<PlanCard> cards;
    private final TurnContext context;
    private final Optional<PlanId> about;
    private final LocalDate usualDay;
    private final AccountWords accounts;
    private final List<LocalDate> days;

    /** @param about the plan that is meant where no account is named, if the rep tapped something of it */
    TimeReader(List<PlanCard> cards, TurnContext context, Optional<PlanId> about) {
        this(cards, context, about, context.today(), List.of());
    }

    /**
     * @param usualDay the day that is meant where none is said
     * @param days those of the week that is asked for, if one is: more hours than a day has are spread over them
     */
    TimeReader(
            List<PlanCard> cards,
            TurnContext context,
            Optional<PlanId> about,
            LocalDate usualDay,
            List<LocalDate> days) {
        this.cards = cards;
        this.context = context;
        this.about = about;
        this.usualDay = usualDay;
        this.accounts = new AccountWords(cards);
        this.days = List.copyOf(days);
    }

    List<TimePart> read(String text) {
        return new TimeText(this)
                .entries(SeveralDays.joined(text, context.today())).stream()
                        .flatMap(SeveralDays::each)
                        .flatMap(said -> spread(said).orElseGet(() -> Stream.of(entry(said))))
                        .toList();
    }

    /** The words of an entry. An account that is called like a kind of time is meant only where no other is named. */
    TypedTimeEntry words(String said) {
        TypedTimeEntry words = TypedTimeEntry.of(
                said,
                context.today(),
                context.notation(),
                name -> !TypedTimeEntry.isKind(name) && accounts.isName(name));
        return words.upkeep().isEmpty() || !accounts.find(others(words)).plans().isEmpty()
                ? words
                : TypedTimeEntry.of(said, context.today(), context.notation(), accounts::isName);
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

    /** More hours than a day has, said of a week: evenly on its working days. */
    private Optional<Stream<TimePart>> spread(String said) {
        TypedTimeEntry words = words(said);
        boolean isTooMuch = words.day().isEmpty()
                && words.time()
                        .filter(time -> time.either(read -> false, hint -> true))
                        .isPresent();
        return days.isEmpty() || !isTooMuch
                ? Optional.empty()
                : HoursAnswer.required()
                        .read(time(words), context.notation())
                        .either(Optional::of, hint -> Optional.<Hours>empty())
                        .filter(hours -> hours.compareTo(A_DAY) > 0 && hours.minutes() <= A_DAY.minutes() * days.size())
                        .map(hours -> evenly(said, words, hours));
    }

    private Stream<TimePart> evenly(String said, TypedTimeEntry words, Hours hours) {
        long each = hours.minutes() / days.size();
        return IntStream.range(0, days.size()).mapToObj(i -> {
            long minutes = i == 0 ? hours.minutes() - each * (days.size() - 1) : each;
            return entry(said, words.spent(new Hours(minutes), days.get(i)));
        });
    }

    private static String time(TypedTimeEntry words) {
        return words.words().stream()
                .filter(word -> word.mark() == Mark.TIME)
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(TypedTimeEntry words) {
        return words.words().stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private TimePart entry(String said) {
        return entry(said, words(said));
    }

    private TimePart entry(String said, TypedTimeEntry words) {
        AccountWords.Found found = accounts.find(others(words));
        Reading<TimeDraft> spent = NotSpent.isSo(words.words()) ? Reading.unclear(NOT_SPENT) : spent(words, found);
        LocalDate day = spent.either(TimeDraft::day, hint -> context.today());
        List<PlanCard> meant = meant(found.plans(), day);
        boolean goesOn = !live(found.plans()).isEmpty();
        Words complaint = spent.either(read -> aboutAccount(meant, goesOn), Words::of);
        boolean isRead = spent.either(read -> true, hint -> !found.plans().isEmpty());
        boolean isSure = words.isUnitSaid() && isRead && isSure(words, found) && !NotSpent.isSo(words.words());
        List<PlanCard> choice = meant.isEmpty() ? live(cards) : meant;
        return new TimePart(said, complaint, spent.either(Optional::of, hint -> Optional.empty()), choice, isSure);
    }

    // ── The account ──────────────────────────────────────────────────────────────────────────────────────

    /** Of several years' plans for one account, that of the day's year is meant, closed or not; else this year's if it alone is running. */
    private List<PlanCard> meant(List<PlanCard> found, LocalDate day) {
        if (found.isEmpty()) {
            return cards.stream()
                    .filter(card -> about.filter(card.id()::equals).isPresent())
                    .toList();
        }
        List<PlanCard> live = live(found);
        if (live.isEmpty()) {
            return found.subList(0, 1);
        }
        List<PlanCard> ofThatYear =
                found.stream().filter(card -> card.year() == day.getYear()).toList();
        if (Accounts.isOneAccount(found) && ofThatYear.size() == 1) {
            return ofThatYear;
        }
        List<PlanCard> running =
                live.stream().filter(card -> card.status() == Status.RUNNING).toList();
        return Accounts.isOneAccount(live)
                        && running.size() == 1
                        && running.get(0).year() == context.today().getYear()
                ? running
                : live;
    }

    private static List<PlanCard> live(List<PlanCard> cards) {
        return cards.stream().filter(PlanCard::isLive).toList();
    }

    /** @param goesOn whether the account has a plan that is not closed: then last year's takes what was spent in its year */
    private static Words aboutAccount(List<PlanCard> meant, boolean goesOn) {
        return switch (meant.size()) {
            case 0 -> Words.of("which account is it for?");
            case 1 ->
                meant.get(0).status() == Status.CLOSED && !goesOn
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
        Reading<LocalDate> day = words.day()
                .orElseGet(() -> SeveralDays.isUnclear(text(words))
                        ? Reading.unclear("From which day to which? Say it " + LIKE)
                        : Reading.clear(usualDay));
        return time.then(hours -> day.then(on -> note(found.note())
                .then(note ->
                        Reading.clear(new TimeDraft(on, hours, words.upkeep().orElse(false), note)))));
    }

    /** Whose it is, if only that is said. */
    List<PlanCard> accountAlone(TypedTimeEntry words) {
        AccountWords.Found found = accounts.find(others(words));
        return found.note().isEmpty() ? meant(found.plans(), context.today()) : List.of();
    }

    /** Whether words are an account's name and nothing else. */
    boolean isNameAlone(String said) {
        TypedTimeEntry words = words(said);
        return words.time().isEmpty()
                && words.day().isEmpty()
                && !accountAlone(words).isEmpty();
    }

    /** Whether words say something else than a time, a day, a kind and an account. */
    boolean saysMore(TypedTimeEntry words) {
        return !accounts.find(others(words)).note().isEmpty();
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
