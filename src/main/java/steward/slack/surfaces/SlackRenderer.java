package steward.slack.surfaces;

import com.google.gson.JsonObject;
import java.util.Optional;
import steward.message.Form;
import steward.message.Message;
import steward.message.MessageRef;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Origin;
import steward.runtime.chat.RenderedForm;
import steward.runtime.chat.Renderer;
import steward.slack.blocks.BlockKit;
import steward.slack.blocks.RenderedMessage;

/** Draws what Steward says as Slack's Web API takes it: Block Kit in JSON. */
public final class SlackRenderer implements Renderer {

    public static final int HOME_BLOCKS_MAX = 100;

    @Override
    public String message(Message message, Optional<MessageRef> thread) {
        return RenderedMessage.of(message, thread).toString();
    }

    @Override
    public Optional<String> simpler(String body) {
        return PostedBody.of(body).simpler().map(PostedBody::toString);
    }

    @Override
    public Optional<String> withoutThread(String body) {
        return PostedBody.of(body).withoutThread().map(PostedBody::toString);
    }

    @Override
    public String privateReply(Message reply, boolean inPlace) {
        return EphemeralReplies.body(RenderedMessage.of(reply), inPlace).toString();
    }

    @Override
    public RenderedForm form(Form form, Origin origin) {
        return ModalView.rendered(ModalView.of(form, origin));
    }

    @Override
    public RenderedForm sheet(Message reply, Origin origin) {
        return ModalView.rendered(ModalView.sheet(reply, origin));
    }

    @Override
    public String home(Message home) {
        JsonObject view = new JsonObject();
        view.addProperty("type", "home");
        view.add("blocks", RenderedMessage.blocks(BlockKit.inView(home, HOME_BLOCKS_MAX)));
        return view.toString();
    }

    @Override
    public Message notShared(ChatResult<?> refused, String place) {
        return RefusalWords.notShared(refused, place);
    }

    @Override
    public String fileNotTaken(ChatResult<?> refused) {
        return RefusalWords.fileNotTaken(refused);
    }
}
