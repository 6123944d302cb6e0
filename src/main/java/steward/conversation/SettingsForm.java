package steward.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Purpose;
import steward.message.Words;
import steward.rep.Preferences;
import steward.worksheet.RepQuestions;
import steward.worksheet.Situation;

/** What a rep has set about how they work: shown, changed in a form, and kept. */
final class SettingsForm {

    static final String TOKEN = "settings:";

    private static final int CHARACTERS_MAX = 100;

    private final Desk desk;
    private final Occasion occasion;
    private final Situation situation;

    SettingsForm(Desk desk, Occasion occasion) {
        this.desk = desk;
        this.occasion = occasion;
        this.situation = RepQuestions.situation(occasion.today(), occasion.notation());
    }

    /** What is set now. */
    Message shown() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your settings"));
        parts.addAll(lines(Setting.ALL, desk.rep().preferences()));
        parts.add(new Part.Choices(About.NOTHING, List.of(new Button("Change", "/plan settings form"))));
        return new Message(parts);
    }

    private List<Part> lines(List<Setting> settings, Preferences preferences) {
        return settings.stream()
                .<Part>map(setting -> new Part.Paragraph(
                        Words.of("*{}*   ", setting.question().label())
                                .then(setting.said().apply(preferences, occasion.notation()))))
                .toList();
    }

    Form drawn() {
        return new Form(
                TOKEN,
                "Settings",
                Message.of(new Part.Quiet(Words.of("What you leave empty is not set."))),
                Setting.ALL.stream().map(this::field).toList());
    }

    private Field field(Setting setting) {
        return new Field(
                setting.about(),
                setting.question().prompt(situation),
                setting.question().why() + " For example: " + setting.question().example(situation),
                new Input.Text(initial(setting), false, CHARACTERS_MAX),
                false);
    }

    private String initial(Setting setting) {
        return setting.kept()
                .apply(desk.rep().preferences())
                .map(kept -> setting.question().shown(kept, situation))
                .orElse("");
    }

    /** The form sent back: keeps what was changed, unless something can't be read. */
    Submission take(Map<About, String> answers) {
        Preferences preferences = desk.rep().preferences();
        List<Setting> changed = new ArrayList<>();
        Map<About, String> complaints = new LinkedHashMap<>();
        for (Setting setting : Setting.ALL) {
            String before = initial(setting);
            String said = answers.getOrDefault(setting.about(), before).strip();
            if (said.equals(before)) {
                continue;
            }
            Preferences soFar = preferences;
            preferences = said.isEmpty()
                    ? setting.with().apply(soFar, Optional.empty())
                    : setting.question()
                            .readKept(said, situation)
                            .either(kept -> setting.with().apply(soFar, Optional.of(kept)), hint -> {
                                complaints.put(setting.about(), hint);
                                return soFar;
                            });
            changed.add(setting);
        }
        if (!complaints.isEmpty() || changed.isEmpty()) {
            return new Submission(complaints, Outcome.NOTHING);
        }
        desk.keep(preferences);
        return new Submission(Map.of(), saved(changed, preferences));
    }

    private Outcome saved(List<Setting> changed, Preferences preferences) {
        Message message = Message.say("Saved.").then(new Message(lines(changed, preferences)));
        return new Outcome(
                List.of(new Saying(occasion.ids().get(), Purpose.REPLY, About.NOTHING, message, Optional.empty())),
                List.of());
    }
}
