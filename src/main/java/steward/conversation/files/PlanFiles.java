package steward.conversation.files;

import java.util.List;
import java.util.Optional;
import steward.conversation.session.FileRequest;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.export.Edition;
import steward.export.FileNames;
import steward.export.Format;
import steward.export.PlanFile;
import steward.export.PortfolioFile;
import steward.export.brand.Brand;
import steward.message.ChatFile;
import steward.message.Words;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.rep.Rep;

/** Makes the files that a rep asked for of what is in their plans now. */
public final class PlanFiles {

    private final RepSession session;
    private final TurnContext context;
    private final Brand brand;

    /** On plain paper. */
    PlanFiles(RepSession session, TurnContext context) {
        this(session, context, Brand.NONE);
    }

    public PlanFiles(RepSession session, TurnContext context, Brand brand) {
        this.brand = brand;
        this.session = session;
        this.context = context;
    }

    /** The file with its name and what is said with it, still to be made; empty if there is nothing to make it of any more. */
    public Optional<ChatFile> made(FileRequest request) {
        return switch (request.subject()) {
            case PLAN -> request.plan().flatMap(session::plan).flatMap(plan -> ofPlan(plan, request));
            case ALL_PLANS -> ofAll(request);
            case BLANK ->
                Optional.of(new ChatFile(
                        "account-plan." + request.format().extension(),
                        "Account plan, to fill in",
                        Words.of("*An empty worksheet*, to be filled in."),
                        () -> PlanFile.blank(context.today(), context.notation(), brand, request.format())));
        };
    }

    /** Whether there is nothing to write into such a file: a calendar without days. */
    boolean isEmpty(FileRequest request) {
        return request.format() == Format.ICS
                && request.plan()
                        .flatMap(session::plan)
                        .flatMap(plan -> file(plan, request).bytes(Format.ICS))
                        .isEmpty();
    }

    /** Notes the days that go into the rep's calendar: once one of them is over, the calendar has to be told. */
    void noteDays(FileRequest request) {
        request.plan().flatMap(session::plan).ifPresent(plan -> {
            String days = file(plan, request).untakenDays();
            if (!days.isEmpty()) {
                session.write(plan.id(), List.of(new Entry(Kind.CALENDAR_TAKEN, "", 0, days, "", context.now())));
            }
        });
    }

    private Optional<ChatFile> ofPlan(Plan plan, FileRequest request) {
        PlanFile file = file(plan, request);
        return isEmpty(request)
                ? Optional.empty()
                : Optional.of(new ChatFile(
                        name(plan, request.edition()) + "." + request.format().extension(),
                        plan.account() + " " + plan.year()
                                + (request.edition() == Edition.CUSTOMER ? ": joint plan" : ": account plan"),
                        caption(plan, request),
                        () -> file.bytes(request.format()).orElseThrow()));
    }

    private PlanFile file(Plan plan, FileRequest request) {
        return new PlanFile(plan, session.rep(), context.now(), context.notation(), brand, request.edition());
    }

    private static String name(Plan plan, Edition edition) {
        return new FileNames().of(plan.account(), plan.year()) + (edition == Edition.CUSTOMER ? "-joint-plan" : "");
    }

    private Words caption(Plan plan, FileRequest request) {
        Words what = request.edition() == Edition.CUSTOMER
                ? Words.of("*{}* " + plan.year() + ", the joint plan for the customer.", plan.account())
                : Words.of("*{}* " + plan.year() + ", internal: all that is in the plan.", plan.account());
        return request.isShared() ? sharedBy(session.rep(), what, request.note()) : what;
    }

    private static Words sharedBy(Rep rep, Words what, String note) {
        Words from = rep.name().isEmpty()
                ? Words.of("Shared from Steward: ")
                : Words.of("{} shares this from Steward: ", rep.name());
        Words said = note.isEmpty() ? Words.of("") : Words.of("\n“{}”", note);
        return from.then(what).then(said);
    }

    private Optional<ChatFile> ofAll(FileRequest request) {
        List<Plan> plans = session.livePlans();
        PortfolioFile file = new PortfolioFile(plans, session.rep(), context.now(), context.notation(), brand);
        return plans.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChatFile(
                        "account-plans." + request.format().extension(),
                        "Account plans",
                        Words.of(
                                "*All your plans*, internal: a page for each, and one before them that compares them."),
                        () -> file.bytes(request.format())));
    }
}
