package steward.slack.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.event.Event;
import org.jspecify.annotations.Nullable;

/** The events that are no messages: what Steward reads of each. Gson makes these, so any field may be missing. */
public final class AppEvents {

    private AppEvents() {}

    /** Somebody opened the chat with Steward, or their Home tab. */
    @SuppressWarnings("serial")
    public static final class AppHomeOpened implements Event {
        private @Nullable String user;
        private @Nullable String channel;
        private @Nullable String tab;
        private @Nullable String eventTs;

        @Override
        public String getType() {
            return "app_home_opened";
        }

        String user() {
            return SlackMessage.read(user);
        }

        String channel() {
            return SlackMessage.read(channel);
        }

        String tab() {
            return SlackMessage.read(tab);
        }

        String eventTs() {
            return SlackMessage.read(eventTs);
        }
    }

    /** A person's profile changed. */
    @SuppressWarnings("serial")
    public static final class UserChange implements Event {
        private @Nullable JsonElement user;

        @Override
        public String getType() {
            return "user_change";
        }

        /** As {@code users.info} has them. */
        public JsonObject user() {
            return user != null && user.isJsonObject() ? user.getAsJsonObject() : new JsonObject();
        }
    }
}
