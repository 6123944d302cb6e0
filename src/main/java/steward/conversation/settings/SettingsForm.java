package steward.conversation.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import steward.conversation.files.CalendarCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.Submission;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Form;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.rep.Preferences;

/** What a rep has set about how they work: shown, changed in a form, and kept. */
public final class SettingsForm {

    public static final String TOKEN = "settings:";

    private final RepSession session;
    private final TurnContext context;
    private final List<Setting> settings;

    public SettingsForm(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
        this.settings = Setting.all(context);
    }

    /** What is set now. */
    public Message shown() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your settings"));
        parts.addAll(lines(settings, session.rep().preferences()));
        parts.add(new Part.Choices(About.NOTHING, List.of(new Button("Change", "/plan settings form"))));
        new CalendarCommand(session, context).setting().ifPresent(parts::addAll);
        return new Message(parts);
    }

    private static List<Part> lines(List<Setting> settings, Preferences preferences) {
        return settings.stream()
                .<Part>map(setting ->
                        new Part.Paragraph(Words.of("*{}*   ", setting.label()).then(setting.said(preferences))))
                .toList();
    }

    public Form drawn() {
        Preferences preferences = session.rep().preferences();
        return new Form(
                TOKEN,
                "Settings",
                Message.of(),
                settings.stream()
                        .flatMap(setting -> setting.fields(preferences).stream())
                        .toList());
    }

    /** The form sent back: keeps what was changed, unless something can't be read. */
    public Submission take(Map<About, String> answers) {
        Preferences before = session.rep().preferences();
        FormValues form = new FormValues(answers);
        Preferences after = before;
        for (Setting setting : settings) {
            after = setting.read(form, after);
        }
        if (!form.complaints().isEmpty() || after.equals(before)) {
            return new Submission(form.complaints(), TurnResult.NOTHING);
        }
        session.keep(after);
        return new Submission(Map.of(), saved(before, after));
    }

    private TurnResult saved(Preferences before, Preferences after) {
        List<Setting> changed = settings.stream()
                .filter(setting -> !setting.said(before).equals(setting.said(after)))
                .toList();
        if (changed.isEmpty()) {
            return TurnResult.NOTHING;
        }
        Message message = Message.say("Saved.").then(new Message(lines(changed, after)));
        return TurnResult.reply(context.ids().get(), About.NOTHING, message);
    }
}
