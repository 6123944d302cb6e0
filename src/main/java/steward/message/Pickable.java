package steward.message;

import java.util.ArrayList;
import java.util.List;

/** Collects the buttons of a message, as what a rep may pick from it. */
final class Pickable implements Part.Drawing<List<SideQuestion.Option>>, Control.Drawing<List<Control.Button>> {

    private final List<SideQuestion.Option> options = new ArrayList<>();

    List<SideQuestion.Option> in(Message message) {
        message.parts().forEach(part -> part.draw(this));
        return List.copyOf(options);
    }

    private List<SideQuestion.Option> add(About about, String name, List<Control> controls) {
        for (Control control : controls) {
            for (Control.Button button : control.draw(this)) {
                options.add(new SideQuestion.Option(
                        options.size() + 1, name.isEmpty() ? button.label() : name, about.plan(), button.says()));
            }
        }
        return options;
    }

    @Override
    public List<SideQuestion.Option> choices(Part.Choices choices) {
        return add(choices.about(), "", choices.controls());
    }

    @Override
    public List<SideQuestion.Option> entry(Part.Entry entry) {
        return add(entry.about(), entry.words().text(), List.of(entry.control()));
    }

    @Override
    public List<SideQuestion.Option> commands(Part.Commands commands) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> heading(Part.Heading heading) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> paragraph(Part.Paragraph paragraph) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> quote(Part.Quote quote) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> quiet(Part.Quiet quiet) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> facts(Part.Facts facts) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> grid(Part.Grid grid) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> picture(Part.Picture picture) {
        return options;
    }

    @Override
    public List<SideQuestion.Option> divider(Part.Divider divider) {
        return options;
    }

    @Override
    public List<Control.Button> button(Control.Button button) {
        return List.of(button);
    }

    @Override
    public List<Control.Button> menu(Control.Menu menu) {
        return List.of();
    }

    @Override
    public List<Control.Button> calendar(Control.Calendar calendar) {
        return List.of();
    }
}
