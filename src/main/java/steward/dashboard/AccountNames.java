package steward.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import steward.plan.Plan;
import steward.plan.accounts.Names;

/** What a rep's plans are called among each other: by the account, with the year where one account has several. */
public final class AccountNames {

    /** How many plans there are of each account, by its plain name. */
    private final Map<String, Long> plans;

    public AccountNames(List<Plan> plans) {
        this.plans = plans.stream()
                .collect(Collectors.groupingBy(plan -> Names.plain(plan.account()), Collectors.counting()));
    }

    /** "Acme Glass", or "Acme Glass 2027". */
    public String of(Plan plan) {
        boolean isAlone = plans.getOrDefault(Names.plain(plan.account()), 0L) <= 1;
        return isAlone ? plan.account() : plan.account() + " " + plan.year();
    }
}
