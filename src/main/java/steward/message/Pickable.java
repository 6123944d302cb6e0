package steward.message;

import java.util.ArrayList;
import java.util.List;

/** Collects the buttons of a message, as what a rep may pick from it by typing. */
final class Pickable {

    private final List<SideQuestion.Option> options = new ArrayList<>();

    private Pickable() {}

    static List<SideQuestion.Option> in(Message message) {
        Pickable pickable = new Pickable();
        for (Part part : message.parts()) {
            if (part instanceof Part.Choices choices) {
                pickable.add(choices.about(), "", choices.controls());
            } else if (part instanceof Part.Entry entry) {
                pickable.add(entry.about(), entry.words().text(), List.of(entry.control()));
            }
        }
        return List.copyOf(pickable.options);
    }

    private void add(About about, String name, List<Control> controls) {
        for (Control control : controls) {
            if (control instanceof Control.Button button) {
                options.add(new SideQuestion.Option(
                        options.size() + 1, name.isEmpty() ? button.label() : name, about.plan(), button.says()));
            }
        }
    }
}
