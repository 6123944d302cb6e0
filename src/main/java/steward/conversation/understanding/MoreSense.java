package steward.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;

/** Reading 8: more of what was answered last, or the same again. */
final class MoreSense implements Sense {

    private static final Pattern MORE = pattern(
            "(oh,?(?: and| yes)?,? (?:also |and also )?|and,? also,? |and |also:? |plus:? |as well as |(?:oh,? )?(?:i )?(?:forgot|left out|missed)(?: to say| to mention| also|:)? |add )(?:we (?:also )?sell )?(\\S.*?)(?:,? (?:too|as well|also))?");
    private static final Pattern TOO =
            pattern("(?:we (?:also )?sell |there's (?:also )?|and )?(\\S.*?),? (?:too|as well)|we also sell (\\S.*)");

    private static final Pattern SAME = pattern(
            "(?:the )?same(?: here| again| thing| answer)?|ditto|dito|idem|(?:the )?same as (?:above|before|the last(?: one)?)|(?:as|see|like) (?:above|before)|〃|同上|gleich|lo mismo|le même|pareil|igual|lo stesso|hetzelfde|tak samo");
    private static final Pattern SAME_AS =
            pattern("(?:(?:the )?same as|same like|like|as)(?: for| with)? (\\S.*?)(?:'s(?: criteria| purpose)?)?");

    private static final Pattern SAME_PERSON = pattern(
            "(?:(?:it's|it is|that's|again) )?(?:the )?(?:(?:very )?same (?:person|one|guy|lady|woman|man|contact|name|as (?:before|above|the last(?: one)?))|same)(?: again| here| as (?:before|above))?");
    private static final Pattern SAME_PERSON_AS =
            pattern("(?:it's |it is |that's )?(?:the )?same (?:person |one |guy )?as (\\S.*)");

    private static final Pattern AGAIN = pattern(
            "(?:also |again |once more )(\\p{L}\\S*(?: \\p{L}\\S*)?)|(\\p{L}\\S*(?: \\p{L}\\S*)?),? (?:again|too|as well|once more)");

    private static final int PEOPLE_MAX = 3;
    private static final int ITEM_WORDS_MAX = 12;

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.plan().isEmpty() || state.open().isEmpty()) {
            return Guess.NO;
        }
        Plan plan = state.plan().get();
        Blank open = state.open().get();
        return samePerson(heard, open, state)
                .or(() -> same(heard, open, plan))
                .map(Guess::surely)
                .or(() ->
                        column(open).isPresent() && SAME.matcher(heard.plain()).matches()
                                ? Optional.of(Guess.perhaps(QuestionSense.thisQuestion()))
                                : Optional.empty())
                .or(() -> open.isAnother() ? another(heard) : Optional.empty())
                .orElseGet(() -> more(heard, open, state));
    }

    // ── More ─────────────────────────────────────────────────────────────────────────────────────────────

    /** At "another?", the next row's first answer. */
    private static Optional<Guess> another(Heard heard) {
        Matcher more = MORE.matcher(heard.sentence());
        return more.matches() && heard.text().indexOf('\n') < 0
                ? Optional.of(Guess.surely(new Meaning.Answer(more.group(2))))
                : Optional.empty();
    }

    private static Guess more(Heard heard, Blank open, ConversationState state) {
        Optional<Blank> newest = CorrectionSense.lastAnswers(state).stream().findFirst();
        Matcher more = MORE.matcher(heard.sentence());
        Matcher too = TOO.matcher(heard.sentence());
        boolean isMore = more.matches();
        if (newest.isEmpty() || newest.get().equals(open) || (!isMore && !too.matches())) {
            return Guess.NO;
        }
        String words = isMore ? more.group(2) : too.group(1) == null ? too.group(2) : too.group(1);
        if (!Kinds.isList(newest.get())) {
            boolean isOffhand =
                    isMore && more.group(1).toLowerCase(java.util.Locale.ROOT).matches("oh.*also.*");
            return isOffhand && Kinds.takesWords(open) && Kinds.takesWords(newest.get())
                    ? Guess.perhaps(new Meaning.Put(Meaning.Put.How.CORRECT, newest.get(), ""))
                    : Guess.NO;
        }
        if (!Kinds.takesWords(open) || words.split(" ", -1).length > ITEM_WORDS_MAX) {
            return Guess.NO;
        }
        Meaning added = new Meaning.More(newest.get(), words);
        if (isMore && more.group(1).equalsIgnoreCase("add ") && !Kinds.isList(open)) {
            return Guess.NO;
        }
        boolean mayBeEither = isMore
                && more.group(1).strip().matches("(?i)also|plus|add")
                && Kinds.isList(open)
                && !open.question().equals(Worksheet.KEY_QUESTIONS);
        return mayBeEither ? Guess.probably(added) : Guess.surely(added);
    }

    // ── The same again ───────────────────────────────────────────────────────────────────────────────────

    private static Optional<Meaning> same(Heard heard, Blank open, Plan plan) {
        Optional<Integer> column = column(open);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        boolean isSame = SAME.matcher(heard.plain()).matches();
        Matcher sameAs = SAME_AS.matcher(heard.sentence());
        Optional<Blank> from = isSame
                ? newest(open, column.get(), plan)
                : sameAs.matches() ? of(sameAs.group(1), column.get(), plan) : Optional.empty();
        return from.map(blank -> new Meaning.More(blank, ""));
    }

    /** Where somebody is to be named, one who stands in another role already; at "another?", nobody else does if it is the same here. */
    private static Optional<Meaning> samePerson(Heard heard, Blank open, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        boolean isSame = SAME_PERSON.matcher(heard.plain()).matches()
                || SAME.matcher(heard.plain()).matches();
        Matcher sameAs = SAME_PERSON_AS.matcher(heard.sentence());
        Optional<Table> role = open.table().filter(Worksheet.ROLES::contains);
        boolean isAsked = role.isPresent() && (open.headsRow() || open.isAnother());
        Matcher again = AGAIN.matcher(heard.sentence());
        if (isAsked && again.matches()) {
            Optional<String> another = Optional.ofNullable(again.group(1));
            return of(another.orElse(again.group(2)), 0, plan)
                    .map(blank -> again(blank, open, plan))
                    .or(() -> another.filter(name -> Character.isUpperCase(name.codePointAt(0))
                                    && Character.isLowerCase(heard.sentence().codePointAt(0)))
                            .map(Meaning.Answer::new));
        }
        if (!isAsked || (!isSame && !sameAs.matches())) {
            return Optional.empty();
        }
        List<Blank> people = plan.lastAnswered().stream()
                .filter(blank -> Kinds.isPerson(blank) && plan.kept(blank).isPresent() && !blank.equals(open))
                .filter(state.blanks()::contains)
                .toList();
        if (!isSame) {
            return of(sameAs.group(1), 0, plan).map(blank -> again(blank, open, plan));
        }
        if (open.isAnother()
                && people.stream().limit(1).anyMatch(blank -> blank.table().equals(role))) {
            return Optional.of(new Meaning.Answer("no"));
        }
        List<Meaning> elsewhere = people.stream()
                .filter(blank -> !blank.table().equals(role))
                .map(blank -> again(blank, open, plan))
                .toList();
        return elsewhere.size() > 1
                ? Optional.of(new Meaning.Ask(elsewhere.subList(0, Math.min(PEOPLE_MAX, elsewhere.size()))))
                : elsewhere.stream().findFirst();
    }

    private static Meaning again(Blank person, Blank open, Plan plan) {
        return open.isAnother() ? new Meaning.Answer(plan.kept(person).orElse("")) : new Meaning.More(person, "");
    }

    /** The place of a blank in its row, if that is about a person and not their name. */
    private static Optional<Integer> column(Blank open) {
        return open.table()
                .filter(Worksheet.ROLES::contains)
                .map(table -> table.columns().indexOf(open.question()))
                .filter(index -> index > 0);
    }

    private static Optional<Blank> newest(Blank open, int column, Plan plan) {
        List<? extends Question<?>> same =
                Worksheet.ROLES.stream().map(role -> role.columns().get(column)).toList();
        return plan.lastAnswered().stream()
                .filter(blank -> same.contains(blank.question()) && !blank.equals(open))
                .filter(blank -> plan.kept(blank).isPresent())
                .findFirst();
    }

    private static Optional<Blank> of(String name, int column, Plan plan) {
        return Contact.all(plan).stream()
                .filter(contact -> contact.isCalled(name, plan))
                .map(contact -> at(contact, column))
                .filter(blank -> plan.kept(blank).isPresent())
                .findFirst();
    }

    private static Blank at(Contact contact, int column) {
        Table role = contact.role();
        return new Blank(role.columns().get(column), contact.row());
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
