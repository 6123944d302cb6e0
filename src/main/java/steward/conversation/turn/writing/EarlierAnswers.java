package steward.conversation.turn.writing;

import java.util.Comparator;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Situation;

/** What a rep has answered to the same question before, in another plan: one tap, if it still holds. */
final class EarlierAnswers {

    private final RepSession session;
    private final Plan plan;

    EarlierAnswers(RepSession session, Plan plan) {
        this.session = session;
        this.plan = plan;
    }

    /** What the newest other plan for this account says there; else, where accounts are much alike, the last answer in any plan. */
    Optional<Choice> choice(Blank blank, Situation situation) {
        return ofThisAccount(blank)
                .or(() -> blank.question().isRemembered() ? session.usual(blank.question()) : Optional.empty())
                .map(kept -> blank.question().shown(kept, situation))
                .map(Choice::of);
    }

    private Optional<String> ofThisAccount(Blank blank) {
        boolean isAsked = blank.question().isNumbered() && plan.kept(blank).isEmpty() && plan.cycle() == 0;
        return isAsked && (blank.row() == 0 || isContact(blank))
                ? session.plans().stream()
                        .filter(card -> card.account().equalsIgnoreCase(plan.account())
                                && !card.id().equals(plan.id()))
                        .max(Comparator.comparing(PlanCard::year).thenComparing(PlanCard::updatedAt))
                        .flatMap(card -> session.plan(card.id()))
                        .flatMap(earlier -> there(earlier, blank))
                : Optional.empty();
    }

    private static boolean isContact(Blank blank) {
        return blank.table().filter(Worksheet.ROLES::contains).isPresent();
    }

    /** What stands there in an earlier plan: of a person only if it is the same one. */
    private Optional<String> there(Plan earlier, Blank blank) {
        boolean isTheSame = blank.table()
                .map(table -> new Blank(table.first(), blank.row()))
                .filter(head -> !head.equals(blank))
                .map(head -> earlier.kept(head).equals(plan.kept(head)))
                .orElse(true);
        return isTheSame ? earlier.kept(blank) : Optional.empty();
    }
}
