package steward.sandbox.workspace;

import com.google.gson.JsonObject;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Json;

/** Who is in which channel: those from the start, and whoever joined since, which stands in the channel itself. */
public final class ChannelMembers {

    private static final String JOINED = "channel_join";

    private final Workspace workspace;
    private final MessageHistory history;

    public ChannelMembers(Workspace workspace, MessageHistory history) {
        this.workspace = workspace;
        this.history = history;
    }

    public boolean has(Channel channel, String userId) {
        return channel.has(userId)
                || history.all(channel.id()).stream()
                        .anyMatch(message -> Json.string(message, "subtype").equals(JOINED)
                                && Json.string(message, "user").equals(userId));
    }

    /** Refuses what the app may do only where it is in. */
    public void requireApp(Channel channel) {
        if (!has(channel, workspace.botUser().id())) {
            throw new ApiError("not_in_channel");
        }
    }

    /** Brings the app into the channel; nothing happens if it is there already. */
    public void inviteApp(ChannelMember inviter) {
        String bot = workspace.botUser().id();
        if (!has(inviter.channel(), bot)) {
            JsonObject joined = Json.object(
                    "type",
                    "message",
                    "subtype",
                    JOINED,
                    "user",
                    bot,
                    "inviter",
                    inviter.userId(),
                    "text",
                    "<@" + bot + "> was added by <@" + inviter.userId() + ">.");
            history.post(inviter.channelId(), joined);
        }
    }
}
