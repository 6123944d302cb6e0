package steward.conversation.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.accounts.PlanResolver;
import steward.conversation.session.FileRequest;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.understanding.words.ExportWords;
import steward.dashboard.Abouts;
import steward.export.Edition;
import steward.export.Format;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;

/** {@code /plan export Acme pdf}: a plan as a file, put into the rep's own chat, and from there wherever they want it. */
public final class ExportCommand {

    private static final String COMMAND = "/plan export";

    private static final Set<Format> ON_PAPER = EnumSet.of(Format.PDF, Format.DOCX);
    private static final Set<Format> TOGETHER = EnumSet.of(Format.PDF, Format.DOCX, Format.XLSX);

    private static final Pattern SUBSCRIBE =
            Pattern.compile("(?:calendar )?(?:subscribe|subscription)(?: (new|stop))?", Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;

    public ExportCommand(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** What people call it. */
    static String label(Format format) {
        return switch (format) {
            case DOCX -> "Word";
            case XLSX -> "Excel";
            case ICS -> "Calendar";
            case PDF, CSV, JSON -> format.name();
        };
    }

    /**
     * Takes what stands after {@code /plan export}.
     *
     * @param about the plan under which it was tapped, if it was
     */
    public TurnResult take(Optional<Plan> about, String typed) {
        if (about.isPresent() && typed.equals("share")) {
            return TurnResult.form(ShareFileForm.of(about.get()));
        }
        Matcher subscribe = SUBSCRIBE.matcher(typed);
        if (subscribe.matches() && !isAccount(typed)) {
            return new CalendarCommand(session, context)
                    .take(Optional.ofNullable(subscribe.group(1)).orElse(""));
        }
        ExportWords words = isAccount(typed) ? ExportWords.named(typed) : ExportWords.of(typed);
        if (about.isEmpty() && words.name().isEmpty() && words.isAll()) {
            return all(words);
        }
        if (about.isEmpty() && words.name().equalsIgnoreCase("blank") && !isAccount("blank")) {
            return blank(words);
        }
        return new PlanResolver(session, context, COMMAND)
                .then(
                        about,
                        words.name(),
                        plan -> words.formats().isEmpty() && !words.isAll() ? offer(plan) : of(plan, words));
    }

    private boolean isAccount(String typed) {
        return !typed.isBlank()
                && session.plans().stream().anyMatch(card -> card.account().equalsIgnoreCase(typed.strip()));
    }

    private static Stream<Format> formats(ExportWords words, Set<Format> unlessSaid) {
        return (words.formats().isEmpty() ? unlessSaid : words.formats()).stream();
    }

    // ── One plan ─────────────────────────────────────────────────────────────────────────────────────────

    /** The card from which a format is picked. */
    private static TurnResult offer(Plan plan) {
        About about = Abouts.of(plan);
        return TurnResult.aside(Message.of(
                new Part.Heading(plan.account() + " " + plan.year() + " as a file"),
                new Part.Paragraph(Words.of("*For you*: all that is in the plan. It is marked as internal.")),
                new Part.Choices(about, buttons("", List.of(Format.PDF, Format.DOCX, Format.XLSX, Format.ICS))),
                new Part.Paragraph(Words.of("*For the customer*: what you do together, with goals, actions and people."
                        + " None of your figures and thoughts: no chances, margins, hours or ROTI.")),
                new Part.Choices(
                        about, buttons("customer ", List.of(Format.PDF, Format.DOCX, Format.XLSX, Format.ICS))),
                new Part.Quiet(Words.of(
                        "Also `/plan export {} csv` or `json`; `/plan export all` takes all your plans,"
                                + " `/plan export blank` is an empty worksheet.",
                        plan.account()))));
    }

    private static List<Control> buttons(String edition, List<Format> formats) {
        return formats.stream()
                .<Control>map(format -> new Button(label(format), COMMAND + " " + edition + format.extension()))
                .toList();
    }

    private TurnResult of(Plan plan, ExportWords words) {
        Edition edition = words.edition().orElse(Edition.INTERNAL);
        List<FileRequest> wanted = formats(words, ExportWords.FOR_PEOPLE)
                .map(format -> FileRequest.of(plan.id(), format, edition))
                .toList();
        PlanFiles files = new PlanFiles(session, context);
        List<FileRequest> possible =
                wanted.stream().filter(request -> !files.isEmpty(request)).toList();
        if (possible.isEmpty()) {
            return TurnResult.aside(Message.say(
                    "No day of *{}* is still to come, so there is nothing for a calendar yet.", plan.account()));
        }
        possible.stream().filter(request -> request.format() == Format.ICS).forEach(files::noteDays);
        return handedOver(
                        Words.of(
                                "*{}* " + plan.year() + (edition == Edition.CUSTOMER ? " for the customer" : ""),
                                plan.account()),
                        possible,
                        Abouts.of(plan),
                        next(edition, possible))
                .and(calendarNote(possible));
    }

    private static boolean hasCalendar(List<FileRequest> given) {
        return given.stream().anyMatch(request -> request.format() == Format.ICS);
    }

    /** A calendar as a file stays as it is, which may not be what was wanted: what would be better is said where it can't be had. */
    private TurnResult calendarNote(List<FileRequest> given) {
        return hasCalendar(given) && context.publicUrl().isEmpty()
                ? TurnResult.aside(
                        Message.of(new Part.Quiet(Words.of("The calendar is a file, with the days as they are"
                                + " today. One that follows your plans needs a web address of mine: whoever runs Steward for you"
                                + " sets `PUBLIC_URL`."))))
                : TurnResult.NOTHING;
    }

    /** What is wanted next of what was just asked for. */
    private List<Control> next(Edition edition, List<FileRequest> given) {
        Format format = given.get(0).format();
        List<Control> next = new ArrayList<>();
        next.add(new Button("Share…", COMMAND + " share"));
        next.add(
                edition == Edition.CUSTOMER
                        ? new Button("Internal edition", COMMAND + " internal " + format.extension())
                        : new Button("Customer edition", COMMAND + " customer " + format.extension()));
        if (hasCalendar(given)) {
            CalendarCommand.subscribe(context).ifPresent(next::add);
        }
        return next;
    }

    // ── All plans ────────────────────────────────────────────────────────────────────────────────────────

    private TurnResult all(ExportWords words) {
        int live = session.liveCards().size();
        if (live == 0) {
            return TurnResult.aside(PlanMessages.noneYet());
        }
        List<FileRequest> wanted = formats(words, Set.of(Format.PDF))
                .filter(TOGETHER::contains)
                .map(FileRequest::ofAll)
                .toList();
        if (wanted.isEmpty()) {
            return TurnResult.aside(
                    Message.say("All plans together come as PDF, Word or Excel: `/plan export all word`."
                            + " In other formats, ask for one plan: `/plan export Acme csv`."));
        }
        return handedOver(
                live == 1 ? Words.of("Your plan") : Words.of("Your " + live + " plans together"),
                wanted,
                About.NOTHING,
                List.of());
    }

    private TurnResult blank(ExportWords words) {
        List<FileRequest> wanted = formats(words, Set.of(Format.PDF))
                .filter(ON_PAPER::contains)
                .map(FileRequest::blank)
                .toList();
        return wanted.isEmpty()
                ? TurnResult.aside(Message.say("An empty worksheet comes as PDF or Word: `/plan export blank word`."))
                : handedOver(Words.of("An empty worksheet"), wanted, About.NOTHING, List.of());
    }

    // ── Handing over ─────────────────────────────────────────────────────────────────────────────────────

    private TurnResult handedOver(Words what, List<FileRequest> wanted, About about, List<Control> next) {
        String formats = listed(wanted.stream()
                .map(FileRequest::format)
                .map(ExportCommand::label)
                .toList());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(what.then(Words.of(" as " + formats + ": "
                + (wanted.size() == 1 ? "the file comes" : "the files come") + " in our chat in a moment."))));
        if (!next.isEmpty()) {
            parts.add(new Part.Choices(about, next));
        }
        List<OutgoingMessage> files = wanted.stream()
                .map(request -> OutgoingMessage.file(context.ids().get(), about, request, Optional.empty()))
                .toList();
        return new TurnResult(files, List.of()).with(new Message(parts));
    }

    /** "PDF, Word and Excel". */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
