package steward.export;

import java.time.Instant;
import java.util.List;
import steward.export.data.FeedFile;
import steward.export.source.ExportedPlan;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.Notation;

/** The days of all plans of a rep, for a calendar that subscribes to them. */
public final class PlanCalendar {

    private final List<ExportedPlan> plans;
    private final Rep rep;

    public PlanCalendar(List<Plan> plans, Rep rep, Instant now, Notation notation) {
        this.plans = plans.stream()
                .map(plan -> new ExportedPlan(plan, rep, now, notation))
                .toList();
        this.rep = rep;
    }

    public byte[] bytes() {
        return new FeedFile(plans, rep.preferences().week().from()).bytes();
    }
}
