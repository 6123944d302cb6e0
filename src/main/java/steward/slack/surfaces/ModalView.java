package steward.slack.surfaces;

import com.google.gson.JsonObject;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.message.Form;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.runtime.chat.Origin;
import steward.runtime.chat.RenderedForm;
import steward.slack.blocks.BlockId;
import steward.slack.blocks.BlockKit;
import steward.slack.blocks.Elements;
import steward.slack.blocks.Mrkdwn;
import steward.slack.blocks.RenderedMessage;
import steward.slack.events.SubmittedForm;

/**
 * A form drawn as Slack's modal. All of it is plain text, so that what reps typed stays as it is.
 *
 * <p>What only tells is shortened to Slack's limits. What comes back with the form is not: cut short it would be something else, so too
 * much of it is our mistake.
 */
public final class ModalView implements Form.Drawing<Optional<BlockElement>> {

    static final int BLOCKS_MAX = 100;
    static final int TOKEN_CHARACTERS_MAX = 3000;
    static final int TITLE_CHARACTERS_MAX = 24;
    static final int LABEL_CHARACTERS_MAX = 2000;
    static final int INPUT_CHARACTERS_MAX = 3000;
    static final int BOXES_MAX = 10;

    private ModalView() {}

    /**
     * A form to be opened before whoever did something there.
     *
     * @throws IllegalArgumentException if the form holds more than Slack can carry and bring back
     */
    public static JsonObject of(Form form, Origin origin) {
        JsonObject view = of(form);
        if (origin.surface() == Origin.Surface.HOME) {
            view.addProperty("callback_id", SubmittedForm.FROM_HOME_CALLBACK_ID);
        }
        return view;
    }

    /** A private reply where there is no conversation to show it in: a sheet, called as the reply's own heading says. */
    static JsonObject sheet(Message reply, Origin origin) {
        List<Part> parts = reply.parts();
        Optional<String> title = parts.stream()
                .limit(1)
                .filter(Part.Heading.class::isInstance)
                .map(first -> ((Part.Heading) first).text())
                .filter(text -> Mrkdwn.length(text) <= TITLE_CHARACTERS_MAX)
                .findFirst();
        Message body = title.isPresent() ? new Message(parts.subList(1, parts.size())) : reply;
        return of(Form.sheet(title.orElse("Steward"), body), origin);
    }

    /** A view as the runtime hands it on; one without a button to send it is only to be read. */
    static RenderedForm rendered(JsonObject view) {
        return new RenderedForm(view.toString(), !view.has("submit"));
    }

    /**
     * A form to be opened before whoever did something in a conversation.
     *
     * @throws IllegalArgumentException if the form holds more than Slack can carry and bring back
     */
    public static JsonObject of(Form form) {
        if (Mrkdwn.length(form.token()) > TOKEN_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A form's token has " + Mrkdwn.length(form.token()) + " characters");
        }
        List<LayoutBlock> blocks = blocks(form);
        if (blocks.size() > BLOCKS_MAX) {
            throw new IllegalArgumentException("A form has " + blocks.size() + " blocks");
        }
        boolean isSheet = form.submit().isEmpty();
        var view = View.builder()
                .type("modal")
                .callbackId(SubmittedForm.CALLBACK_ID)
                .privateMetadata(form.token())
                .title(ViewTitle.builder()
                        .type(PlainTextObject.TYPE)
                        .text(Shortened.to(TITLE_CHARACTERS_MAX, form.title().isBlank() ? "…" : form.title()))
                        .build())
                .close(ViewClose.builder()
                        .type(PlainTextObject.TYPE)
                        .text(isSheet ? "Close" : "Cancel")
                        .build())
                .notifyOnClose(false)
                .blocks(blocks);
        if (!isSheet) {
            view.submit(ViewSubmit.builder()
                    .type(PlainTextObject.TYPE)
                    .text(form.submit())
                    .build());
        }
        return RenderedMessage.json(view.build());
    }

    private static List<LayoutBlock> blocks(Form form) {
        ModalView drawing = new ModalView();
        // What is only told makes room for what is asked.
        List<LayoutBlock> blocks = new ArrayList<>(BlockKit.inView(
                form.body(), Math.max(1, BLOCKS_MAX - 2 * form.fields().size())));
        for (int i = 0; i < form.fields().size(); i++) {
            Form.Field field = form.fields().get(i);
            if (!field.heading().isBlank()) {
                blocks.add(HeaderBlock.builder()
                        .text(Mrkdwn.plain(field.heading(), BlockKit.HEADER_CHARACTERS_MAX))
                        .build());
            }
            String blockId = new BlockId(field.about(), i + 1).blockId();
            field.input().draw(drawing).ifPresent(element -> blocks.add(input(field, blockId, element)));
        }
        return blocks;
    }

    private static InputBlock input(Form.Field field, String blockId, BlockElement element) {
        return InputBlock.builder()
                .blockId(blockId)
                .label(Elements.label(field.label(), LABEL_CHARACTERS_MAX))
                .hint(field.help().isBlank() ? null : Mrkdwn.plain(field.help(), LABEL_CHARACTERS_MAX))
                .element(element)
                .optional(!field.required())
                .build();
    }

    /** What has several lines gets several: an input of one line would run them together. */
    @Override
    public Optional<BlockElement> text(Form.Input.Text text) {
        String initial = text.initial();
        if (Mrkdwn.length(initial) > INPUT_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A field holds " + Mrkdwn.length(initial) + " characters");
        }
        int charactersMax = Math.min(Math.max(initial.length(), text.charactersMax()), INPUT_CHARACTERS_MAX);
        return Optional.of(PlainTextInputElement.builder()
                .actionId(SubmittedForm.ACTION_ID)
                .multiline(text.manyLines() || initial.contains("\n"))
                .maxLength(charactersMax)
                .initialValue(initial.isEmpty() ? null : initial)
                .build());
    }

    /** Empty where there is nothing to choose from. */
    @Override
    public Optional<BlockElement> choice(Form.Input.Choice choice) {
        if (choice.picks().isEmpty()) {
            return Optional.empty();
        }
        if (choice.picks().size() > Elements.OPTIONS_MAX) {
            throw new IllegalArgumentException("A field has " + choice.picks().size() + " choices");
        }
        List<OptionObject> options =
                choice.picks().stream().map(Elements::option).toList();
        Optional<OptionObject> initial = options.stream()
                .filter(option -> option.getValue().equals(choice.initial()))
                .findFirst();
        return Optional.of(StaticSelectElement.builder()
                .actionId(SubmittedForm.ACTION_ID)
                .options(options)
                .initialOption(initial.orElse(null))
                .build());
    }

    /** Empty where there is nothing to tick. */
    @Override
    public Optional<BlockElement> several(Form.Input.Several several) {
        if (several.picks().isEmpty()) {
            return Optional.empty();
        }
        if (several.picks().size() > BOXES_MAX) {
            throw new IllegalArgumentException("A field has " + several.picks().size() + " boxes to tick");
        }
        List<OptionObject> options =
                several.picks().stream().map(Elements::option).toList();
        List<OptionObject> initial = options.stream()
                .filter(option -> several.initial().contains(option.getValue()))
                .toList();
        return Optional.of(CheckboxesElement.builder()
                .actionId(SubmittedForm.ACTION_ID)
                .options(options)
                .initialOptions(initial.isEmpty() ? null : initial)
                .build());
    }

    @Override
    public Optional<BlockElement> place(Form.Input.Place place) {
        return Optional.of(ConversationsSelectElement.builder()
                .actionId(SubmittedForm.ACTION_ID)
                .defaultToCurrentConversation(true)
                .filter(ConversationsFilter.builder()
                        .include(List.of("public", "private", "mpim", "im"))
                        .excludeBotUsers(true)
                        .build())
                .build());
    }

    @Override
    public Optional<BlockElement> day(Form.Input.Day day) {
        return Optional.of(DatePickerElement.builder()
                .actionId(SubmittedForm.ACTION_ID)
                .initialDate(day.initial().map(LocalDate::toString).orElse(null))
                .build());
    }
}
