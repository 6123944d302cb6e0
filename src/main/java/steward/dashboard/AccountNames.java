package steward.dashboard;

import java.util.List;
import steward.plan.Plan;
import steward.plan.accounts.Names;

/** What a rep's plans are called among each other: by the account, with the year where one account has several. */
public final class AccountNames {

    private final List<Plan> plans;

    public AccountNames(List<Plan> plans) {
        this.plans = List.copyOf(plans);
    }

    /** "Acme Glass", or "Acme Glass 2027". */
    public String of(Plan plan) {
        boolean alone =
                plans.stream().filter(other -> isSameAccount(plan, other)).count() <= 1;
        return alone ? plan.account() : plan.account() + " " + plan.year();
    }

    private static boolean isSameAccount(Plan one, Plan other) {
        return Names.plain(one.account()).equals(Names.plain(other.account()));
    }
}
