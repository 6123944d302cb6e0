package steward.export.source;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Question;
import steward.worksheet.text.MarkedText;

/**
 * The words of a plan as they are meant: what was marked up for a chat stands in files without its marks.
 *
 * @param rep whose plan it is: the one person whose name is known
 */
record MarkupRemover(Rep rep) {

    /** What these keep is in the rep's own words. */
    private static final Set<Kind> WORDS =
            EnumSet.of(Kind.RENAMED, Kind.CLOSED, Kind.LOST, Kind.DROPPED, Kind.POSED, Kind.UNPOSED);

    /** What these keep is as the question's answer keeps it. */
    private static final Set<Kind> ANSWERS = EnumSet.of(Kind.ANSWERED, Kind.SUGGESTED);

    Plan in(Plan plan) {
        String account = meant(plan.account());
        List<Entry> entries = plan.entries().stream().map(this::entry).toList();
        return account.equals(plan.account()) && entries.equals(plan.entries())
                ? plan
                : new Plan(plan.id(), plan.owner(), account, plan.year(), entries);
    }

    private Entry entry(Entry entry) {
        return new Entry(entry.kind(), entry.question(), entry.row(), value(entry), meant(entry.said()), entry.at());
    }

    private String value(Entry entry) {
        if (WORDS.contains(entry.kind())) {
            return meant(entry.value());
        }
        return ANSWERS.contains(entry.kind()) && !entry.value().isEmpty()
                ? Worksheet.question(entry.question())
                        .map(question -> kept(question, entry.value()))
                        .orElse(entry.value())
                : entry.value();
    }

    private String kept(Question<?> question, String value) {
        if (question.answer().isList()) {
            return list(question.answer(), value);
        }
        boolean isPerson =
                Worksheet.ROLES.stream().anyMatch(role -> role.first().equals(question));
        if (isPerson) {
            String person = meant(value);
            // A person needs a name.
            return person.startsWith(",") ? value : person;
        }
        return question.answer().isLong() ? meant(value) : value;
    }

    @SuppressWarnings("unchecked")
    private <T> String list(Answer<T> answer, String value) {
        List<String> items = (List<String>) answer.restored(value);
        return answer.kept((T) items.stream().map(this::meant).toList());
    }

    /** Words that are nothing but marks stay as they are. */
    private String meant(String words) {
        String meant = MarkedText.meant(words, this::called);
        return meant.isBlank() ? words : meant;
    }

    private String called(String user) {
        return user.equals(rep.id().user()) && !rep.name().isBlank() ? rep.name() : "the person";
    }
}
