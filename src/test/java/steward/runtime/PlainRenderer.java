package steward.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import steward.message.Form;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Part;
import steward.message.PlainText;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Origin;
import steward.runtime.chat.RenderedForm;
import steward.runtime.chat.Renderer;

/** Draws what Steward says as plain text, for tests to read. A first line says how it is laid out, and in which thread it stands. */
public final class PlainRenderer implements Renderer {

    /** What is longer can't be drawn. */
    public static final int LETTERS_MAX = 4_000;

    /** How much there is to a message. */
    public enum Layout {
        CHARTS,
        BLOCKS,
        TEXT
    }

    /** A message's body, read. */
    public record Body(Layout layout, Optional<MessageRef> thread, String text) {

        public static Body of(String body) {
            List<String> head =
                    Arrays.asList(body.substring(0, body.indexOf('\n')).split(" ", -1));
            Optional<MessageRef> thread =
                    head.size() == 1 ? Optional.empty() : Optional.of(new MessageRef(head.get(1), head.get(2)));
            return new Body(Layout.valueOf(head.get(0)), thread, body.substring(body.indexOf('\n') + 1));
        }

        @Override
        public String toString() {
            return layout
                    + thread.map(parent -> " " + parent.channel() + " " + parent.id())
                            .orElse("") + "\n" + text;
        }
    }

    @Override
    public String message(Message message, Optional<MessageRef> thread) {
        String text = PlainText.of(message);
        if (text.length() > LETTERS_MAX) {
            throw new IllegalArgumentException("Too long to be drawn");
        }
        boolean hasCharts = message.parts().stream().anyMatch(Part.Picture.class::isInstance);
        return new Body(hasCharts ? Layout.CHARTS : Layout.BLOCKS, thread, text).toString();
    }

    @Override
    public Optional<String> simpler(String body) {
        Body drawn = Body.of(body);
        return switch (drawn.layout()) {
            case CHARTS -> Optional.of(new Body(Layout.BLOCKS, drawn.thread(), drawn.text()).toString());
            case BLOCKS -> Optional.of(new Body(Layout.TEXT, drawn.thread(), drawn.text()).toString());
            case TEXT -> Optional.empty();
        };
    }

    @Override
    public Optional<String> withoutThread(String body) {
        Body drawn = Body.of(body);
        return drawn.thread().map(left -> new Body(drawn.layout(), Optional.empty(), drawn.text()).toString());
    }

    @Override
    public String privateReply(Message reply, boolean inPlace) {
        return (inPlace ? "In its place: " : "Beside it: ") + PlainText.of(reply);
    }

    @Override
    public RenderedForm form(Form form, Origin origin) {
        String fields = form.fields().stream().map(Form.Field::label).collect(Collectors.joining("\n"));
        return new RenderedForm(
                "Form %s from %s: %s%n%s".formatted(form.token(), origin.surface(), form.title(), fields), false);
    }

    @Override
    public RenderedForm sheet(Message reply, Origin origin) {
        return new RenderedForm("Sheet from %s: %s".formatted(origin.surface(), PlainText.of(reply)), true);
    }

    @Override
    public String home(Message home) {
        return PlainText.of(home);
    }

    @Override
    public Message notShared(ChatResult<?> refused, String place) {
        return Message.say(
                "Not shared in {}: {} ({})",
                place,
                refused.error(),
                refused.refusal().name());
    }

    @Override
    public String fileNotTaken(ChatResult<?> refused) {
        return "The file was not taken: " + refused.error() + ".";
    }
}
