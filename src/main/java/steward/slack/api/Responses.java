package steward.slack.api;

import static steward.slack.api.SlackResponse.text;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Steward reads of the Web API's answers. Gson makes these, so they are classes with fields that may be missing. */
public final class Responses {

    private Responses() {}

    /** Of {@code chat.postMessage}. */
    public static final class Posted extends SlackResponse {
        private @Nullable String channel;
        private @Nullable String ts;

        public String channel() {
            return text(channel);
        }

        public String ts() {
            return text(ts);
        }
    }

    /** Of {@code conversations.open}. */
    public static final class Opened extends SlackResponse {
        private @Nullable Channel channel;

        private static final class Channel {
            private @Nullable String id;
        }

        public String channel() {
            return channel == null ? "" : text(channel.id);
        }
    }

    /** Of {@code conversations.history} and {@code conversations.replies}. */
    public static final class History extends SlackResponse {
        private @Nullable List<Message> messages;
        private @Nullable Page responseMetadata;

        private static final class Page {
            private @Nullable String nextCursor;
        }

        public List<Message> messages() {
            return messages == null ? List.of() : messages;
        }

        /** Empty on the last page. */
        public String nextCursor() {
            return responseMetadata == null ? "" : text(responseMetadata.nextCursor);
        }
    }

    /** A message in the history. */
    public static final class Message {
        private @Nullable String ts;
        private @Nullable Metadata metadata;
        private @Nullable List<File> files;

        private static final class Metadata {
            private @Nullable JsonElement eventPayload;
        }

        private static final class File {
            private @Nullable String id;
        }

        public String ts() {
            return text(ts);
        }

        /** The intent that it was posted under; empty if it has none. */
        public String intent() {
            JsonElement payload = metadata == null ? null : metadata.eventPayload;
            JsonElement intent = payload != null && payload.isJsonObject()
                    ? payload.getAsJsonObject().get("intent")
                    : null;
            return intent != null && intent.isJsonPrimitive() ? intent.getAsString() : "";
        }

        public boolean holdsFile(String id) {
            return files != null && files.stream().anyMatch(file -> id.equals(file.id));
        }
    }

    /** Of {@code users.info}. */
    public static final class UserInfo extends SlackResponse {
        private @Nullable User user;

        public User user() {
            return user == null ? new User() : user;
        }
    }

    /** A person, also in {@code user_change}. */
    public static final class User {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String realName;

        private @Nullable String tz;
        private @Nullable Integer tzOffset;

        private boolean deleted;
        private @Nullable Profile profile;

        private static final class Profile {
            private @Nullable String realName;
            private @Nullable String displayName;
        }

        public String id() {
            return text(id);
        }

        /** The names that they may be called by, the best first. */
        public Stream<String> names() {
            Profile known = profile == null ? new Profile() : profile;
            return Stream.of(text(known.realName), text(realName), text(known.displayName), text(name))
                    .filter(any -> !any.isBlank());
        }

        /** The name of their time zone; empty if it is not known. */
        public String zone() {
            return text(tz);
        }

        /** How far their clock is ahead of UTC's, in seconds. */
        public @Nullable Integer zoneOffset() {
            return tzOffset;
        }

        public boolean isDeleted() {
            return deleted;
        }
    }

    /** Of {@code files.getUploadURLExternal}. */
    public static final class UploadUrl extends SlackResponse {
        private @Nullable String uploadUrl;
        private @Nullable String fileId;

        public String url() {
            return text(uploadUrl);
        }

        public String file() {
            return text(fileId);
        }
    }

    /** Of {@code apps.connections.open}. */
    public static final class Connection extends SlackResponse {
        private @Nullable String url;

        public String url() {
            return text(url);
        }
    }

    /** Of {@code auth.test}. */
    public static final class Identity extends SlackResponse {
        private @Nullable String team;

        public String workspace() {
            return text(team);
        }
    }
}
