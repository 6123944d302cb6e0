package steward.conversation.files;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.rep.CalendarKey;
import steward.rep.Preferences;

/**
 * {@code /plan export subscribe}: the address of a calendar that follows the rep's plans, made and revoked by them. The address is shown once,
 * to them alone: only what it is recognised by is kept.
 */
public final class CalendarCommand {

    /** Where calendars are, below Steward's own address. */
    private static final String PATH = "/calendar/";

    private static final String ENDING = ".ics";

    /** Between the name and the secret. */
    private static final String BETWEEN = "-";

    private static final String COMMAND = "/plan export subscribe";
    private static final Button MAKE = new Button("Make the address", COMMAND + " new");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final RepSession session;
    private final TurnContext context;

    public CalendarCommand(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** Takes what stands after {@code /plan export subscribe}. */
    public TurnResult take(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "new" -> TurnResult.aside(context.publicUrl().map(this::made).orElseGet(CalendarCommand::notOffered));
            case "stop" -> TurnResult.aside(revoked());
            default ->
                TurnResult.aside(context.publicUrl().isPresent() || key().isPresent() ? offered() : notOffered());
        };
    }

    /** What leads here from where a calendar was asked for: nothing where there is no address to give. */
    public static Optional<Control> subscribe(TurnContext context) {
        return context.publicUrl().map(url -> new Button("Subscribe…", COMMAND));
    }

    /** How it stands, in the list of settings; empty if there is none and none can be had. */
    public Optional<List<Part>> setting() {
        return key().<List<Part>>map(key -> List.of(
                        new Part.Paragraph(
                                Words.of("*Calendar*   An address that follows your plans, made on {}.", day(key))),
                        new Part.Choices(About.NOTHING, buttons())))
                .or(() -> subscribe(context)
                        .map(button -> List.of(
                                new Part.Paragraph(Words.of("*Calendar*   No calendar follows your plans.")),
                                new Part.Choices(About.NOTHING, List.of(button)))));
    }

    private Optional<CalendarKey> key() {
        return session.rep().preferences().calendar();
    }

    private String day(CalendarKey key) {
        return DAY.format(LocalDate.ofInstant(key.since(), session.rep().zone()));
    }

    private List<Control> buttons() {
        List<Control> buttons = new ArrayList<>();
        if (context.publicUrl().isPresent()) {
            buttons.add(new Button("New address", COMMAND + " new"));
        }
        buttons.add(new Button("Revoke", COMMAND + " stop"));
        return buttons;
    }

    private Message offered() {
        Message about = Message.of(
                new Part.Heading("A calendar that follows your plans"),
                new Part.Paragraph(Words.of("Your open actions, the days by which opportunities are to be won, and the"
                        + " days of your 90 days, of all your plans: in your own calendar, as they change, with a"
                        + " reminder two days before and in the morning.")),
                new Part.Quiet(Words.of("Whoever has the address can read what is in it, until you revoke it.")));
        return key().map(key -> about.then(Message.of(
                        new Part.Paragraph(Words.of(
                                "You have had an address since {}. I don't keep it, so I can't show"
                                        + " it again; a new one ends it.",
                                day(key))),
                        new Part.Choices(About.NOTHING, buttons()))))
                .orElseGet(() -> about.then(Message.of(new Part.Choices(About.NOTHING, List.of(MAKE)))));
    }

    private Message made(String publicUrl) {
        String name = context.ids().get();
        String secret = context.ids().get();
        boolean isAnother = key().isPresent();
        keep(Optional.of(CalendarKey.of(name, secret, context.now())));
        return Message.of(
                new Part.Heading("Your calendar's address"),
                new Part.Paragraph(Words.of("`{}`", publicUrl + PATH + name + BETWEEN + secret + ENDING)),
                new Part.Paragraph(Words.of("In Google Calendar: *Other calendars* › *From URL*. In Outlook: *Add"
                        + " calendar* › *Subscribe from web*. On a Mac: *File* › *New Calendar Subscription*. Your"
                        + " calendar decides how often it looks; some look once a day.")),
                new Part.Quiet(
                        Words.of("Copy it now: I keep no copy and show it only here. Whoever has it can read your"
                                + " days." + (isAnother ? " The address before it has ended." : ""))),
                new Part.Choices(About.NOTHING, List.of(new Button("Revoke", COMMAND + " stop"))));
    }

    private Message revoked() {
        if (key().isEmpty()) {
            return Message.say("No calendar follows your plans, so there is nothing to revoke.");
        }
        keep(Optional.empty());
        return Message.say(
                "Revoked: that address shows nothing any more. Your calendar may keep what it has; remove the"
                        + " subscription there.");
    }

    private void keep(Optional<CalendarKey> key) {
        Preferences before = session.rep().preferences();
        session.keep(before.withCalendar(key));
    }

    static Message notOffered() {
        return Message.say("A calendar can only follow your plans if it can reach me by a web address, and I have none"
                + " here: whoever runs Steward for you sets `PUBLIC_URL`. Until then, `/plan export Acme calendar` gives"
                + " you the days as a file.");
    }
}
