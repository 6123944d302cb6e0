package steward.slack.blocks;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import steward.message.Control;
import steward.message.Words;

/** The controls of one group as Slack's elements. What a control says travels in the element, and comes back with the tap. */
public final class Elements implements Control.Drawing<Optional<BlockElement>> {

    public static final int LABEL_CHARACTERS_MAX = 75;
    public static final int BUTTON_SAYS_CHARACTERS_MAX = 2000;
    public static final int OPTION_SAYS_CHARACTERS_MAX = 150;
    public static final int OPTIONS_MAX = 100;
    public static final int PLACEHOLDER_CHARACTERS_MAX = 150;

    private final List<Words> missing = new ArrayList<>();
    private int index;

    /** Empty for a menu with nothing to pick. */
    Optional<BlockElement> draw(Control control, int index) {
        this.index = index;
        return control.draw(this);
    }

    /** What had no room, in words to be shown below. */
    List<Words> missing() {
        return missing;
    }

    @Override
    public Optional<BlockElement> button(Control.Button button) {
        // One that would have to say more than Slack carries is left out: cut short it would say something else.
        if (isTooLong(button.says(), BUTTON_SAYS_CHARACTERS_MAX)) {
            return Optional.empty();
        }
        return Optional.of(ButtonElement.builder()
                .actionId(actionId())
                .text(label(button.label(), LABEL_CHARACTERS_MAX))
                .value(said(button.says(), BUTTON_SAYS_CHARACTERS_MAX))
                .style(style(button.weight()))
                .build());
    }

    @Override
    public Optional<BlockElement> menu(Control.Menu menu) {
        if (menu.picks().isEmpty()) {
            return Optional.empty();
        }
        if (menu.picks().size() > OPTIONS_MAX) {
            missing.add(Words.of("… and {} more to type", menu.picks().size() - OPTIONS_MAX));
        }
        return Optional.of(StaticSelectElement.builder()
                .actionId(actionId())
                .placeholder(label(menu.placeholder(), PLACEHOLDER_CHARACTERS_MAX))
                .options(menu.picks().stream()
                        .limit(OPTIONS_MAX)
                        .map(Elements::option)
                        .toList())
                .build());
    }

    public static OptionObject option(Control.Pick pick) {
        return OptionObject.builder()
                .text(label(pick.label(), LABEL_CHARACTERS_MAX))
                .value(said(pick.says(), OPTION_SAYS_CHARACTERS_MAX))
                .build();
    }

    @Override
    public Optional<BlockElement> calendar(Control.Calendar calendar) {
        return Optional.of(DatePickerElement.builder()
                .actionId(actionId())
                .placeholder(label(calendar.placeholder(), PLACEHOLDER_CHARACTERS_MAX))
                .initialDate(calendar.initial().map(LocalDate::toString).orElse(null))
                .build());
    }

    private String actionId() {
        return Integer.toString(index);
    }

    public static PlainTextObject label(String label, int charactersMax) {
        return Mrkdwn.plain(label.isBlank() ? "…" : label, charactersMax);
    }

    private static boolean isTooLong(String says, int charactersMax) {
        return says.codePointCount(0, says.length()) > charactersMax;
    }

    /** Words cut short would be other words, so too many are our mistake. */
    private static String said(String says, int charactersMax) {
        if (says.isEmpty() || isTooLong(says, charactersMax)) {
            throw new IllegalArgumentException(
                    "A control must say 1 to " + charactersMax + " characters, not " + says.length());
        }
        return says;
    }

    private static @Nullable String style(Control.Weight weight) {
        return switch (weight) {
            case NORMAL -> null;
            case PRIMARY -> "primary";
        };
    }
}
