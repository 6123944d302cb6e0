package steward.dashboard.roti;

import java.util.ArrayList;
import java.util.List;
import steward.dashboard.AccountNames;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.HourAllocation;
import steward.worksheet.values.Hours;

/** {@code /roti next 10h}: how to spread some hours over the accounts, and why so. */
public final class HourAllocationMessage {

    private static final int ACCOUNT_CHARACTERS_MAX = 40;

    private final Hours hours;
    private final HourAllocation allocation;
    private final AccountNames names;
    private final Figures figures;

    /** @param plans the rep's drafts and running plans */
    public HourAllocationMessage(List<Plan> plans, Hours hours, Reader reader) {
        this.hours = hours;
        this.allocation = HourAllocation.of(plans, hours);
        this.names = new AccountNames(plans);
        this.figures = new Figures(reader.notation());
    }

    public Message message() {
        if (allocation.shares().isEmpty()) {
            return Message.say(
                    "I can't spread them yet: no account has open opportunities and hours left that I know of. "
                            + "`/roti` tells what is missing.");
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Words.of(
                "Your next *{}* earn most like this, *{}* of expected gross profit in all:",
                figures.hours(hours.minus(allocation.over())),
                figures.money(allocation.earns()))));
        parts.add(new Part.Grid(
                List.of("Account", "Hours", "An hour earns"),
                allocation.shares().stream().map(this::row).toList()));
        parts.add(new Part.Quiet(
                Words.of("Why: the best next hour first, each account up to the hours it has left in your plan.")));
        if (allocation.over().isPositive()) {
            parts.add(new Part.Quiet(Words.of(
                    "The other {} have no place yet: every account has all the hours that its plan asks for.",
                    figures.hours(allocation.over()))));
        }
        return new Message(parts);
    }

    private List<String> row(HourAllocation.Share share) {
        return List.of(
                Shortened.to(ACCOUNT_CHARACTERS_MAX, names.of(share.plan())),
                figures.hours(share.hours()),
                figures.rate(share.rate()));
    }
}
