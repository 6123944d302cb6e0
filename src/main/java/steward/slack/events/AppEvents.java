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

    /** A workspace uninstalled Steward. */
    @SuppressWarnings("serial")
    public static final class AppUninstalled implements Event {
        @Override
        public String getType() {
            return "app_uninstalled";
        }
    }

    /** Slack took tokens back. */
    @SuppressWarnings("serial")
    public static final class TokensRevoked implements Event {
        private @Nullable Tokens tokens;

        private static final class Tokens {
            private @Nullable JsonElement bot;
        }

        @Override
        public String getType() {
            return "tokens_revoked";
        }

        /** Whether the bot's is among them. Tokens of people are none of Steward's, which has one for its bot alone. */
        public boolean isOfBot() {
            return tokens != null
                    && tokens.bot != null
                    && tokens.bot.isJsonArray()
                    && !tokens.bot.getAsJsonArray().isEmpty();
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
