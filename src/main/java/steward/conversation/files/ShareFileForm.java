package steward.conversation.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.session.FileRequest;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.Abouts;
import steward.export.Edition;
import steward.export.Format;
import steward.message.About;
import steward.message.Control;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanId;

/** Where a plan's file is to be shared, and which: everybody there sees it, so the customer's edition is picked at first. */
public final class ShareFileForm {

    public static final String TOKEN = "share-file:";

    private static final About EDITION = new About("", "share.edition", 0);
    private static final About FORMAT = new About("", "share.format", 0);

    private ShareFileForm() {}

    static Form of(Plan plan) {
        return new Form(
                TOKEN + " " + plan.id().text(),
                "Share the plan",
                Message.of(
                        new Part.Paragraph(Words.of("*{}* " + plan.year() + " as a file.", plan.account())),
                        new Part.Quiet(Words.of("Everybody in that place will see it, and can keep it."))),
                List.of(
                        ShareFields.place(),
                        new Field(
                                EDITION,
                                "Which edition?",
                                "The customer's has goals, joint actions and people. Your own words of actions stand in it: read"
                                        + " it before you send it on.",
                                new Form.Input.Choice(
                                        List.of(
                                                new Control.Pick("For the customer", Edition.CUSTOMER.name()),
                                                new Control.Pick("Internal, with all of it", Edition.INTERNAL.name())),
                                        Edition.CUSTOMER.name()),
                                true),
                        new Field(
                                FORMAT,
                                "As",
                                "",
                                new Form.Input.Choice(
                                        List.of(Format.PDF, Format.DOCX, Format.XLSX).stream()
                                                .map(format ->
                                                        new Control.Pick(ExportCommand.label(format), format.name()))
                                                .toList(),
                                        Format.PDF.name()),
                                true),
                        ShareFields.note()),
                "Share");
    }

    public static Submission submitted(
            RepSession session, String planId, Map<About, String> answers, TurnContext context) {
        Optional<Plan> plan = session.plan(new PlanId(planId));
        return ShareFields.place(answers)
                .map(place -> new Submission(
                        Map.of(),
                        plan.map(found -> shared(found, place, answers, context))
                                .orElseGet(() -> TurnResult.aside(Message.say("That plan is not there any more.")))))
                .orElseGet(ShareFields::withoutPlace);
    }

    private static TurnResult shared(Plan plan, String place, Map<About, String> answers, TurnContext context) {
        FileRequest wanted = FileRequest.of(
                        plan.id(),
                        Format.valueOf(answers.getOrDefault(FORMAT, Format.PDF.name())),
                        Edition.valueOf(answers.getOrDefault(EDITION, Edition.CUSTOMER.name())))
                .shared(ShareFields.note(answers));
        return new TurnResult(
                List.of(OutgoingMessage.file(context.ids().get(), Abouts.of(plan), wanted, Optional.of(place))),
                List.of());
    }
}
