package steward.slack.events;

import com.slack.api.model.event.Event;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The event {@code message}: somebody wrote, edited or deleted a message. Bolt tells events apart by type and subtype, so each subtype that
 * a person's message can have is a class here.
 *
 * <p>Not the library's own class: that fails where Slack has changed the shape of a block, and the answer in it would be lost. Gson makes
 * these, so any field may be missing.
 */
@SuppressWarnings("serial") // Nobody serializes events.
public abstract class MessageEvent extends SlackMessage implements Event {

    private @Nullable String channel;
    private @Nullable String channelType;
    private @Nullable String threadTs;
    private @Nullable String deletedTs;
    private @Nullable Earlier message;
    private @Nullable Earlier previousMessage;
    private @Nullable List<@Nullable SharedFile> files;

    /** A message that this event is about: as it is now, or as it was before. */
    static final class Earlier extends SlackMessage {
        private @Nullable String subtype;
        private @Nullable Edited edited;

        private static final class Edited {
            private @Nullable String ts;
        }

        String subtype() {
            return read(subtype);
        }

        /** When it was edited last; empty if it never was. */
        String editedTs() {
            return edited == null ? "" : read(edited.ts);
        }
    }

    /** A file in it. */
    static final class SharedFile {
        private @Nullable String id;
        private @Nullable String name;

        String id() {
            return read(id);
        }

        String name() {
            return read(name);
        }
    }

    @Override
    public final String getType() {
        return "message";
    }

    /** Somebody wrote a message. */
    public static class Written extends MessageEvent {}

    /** They wrote a reply in a thread, and sent it to the channel too. */
    public static final class ThreadBroadcast extends Written {
        @Override
        public String getSubtype() {
            return "thread_broadcast";
        }
    }

    /** They wrote with {@code /me}. */
    public static final class MeMessage extends Written {
        @Override
        public String getSubtype() {
            return "me_message";
        }
    }

    /** They sent a file, with or without words. */
    public static final class FileShare extends Written {
        @Override
        public String getSubtype() {
            return "file_share";
        }
    }

    /** A message shows something else now. */
    public static final class Changed extends MessageEvent {
        @Override
        public String getSubtype() {
            return "message_changed";
        }
    }

    /** A message was deleted. */
    public static final class Deleted extends MessageEvent {
        @Override
        public String getSubtype() {
            return "message_deleted";
        }
    }

    String channel() {
        return read(channel);
    }

    /** Those that Slack names. */
    List<SharedFile> files() {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(Objects::nonNull)
                        .filter(file -> !file.id().isEmpty())
                        .toList();
    }

    boolean isDirect() {
        return read(channelType).equals("im") && !channel().isEmpty();
    }

    /** The message that it replies to; empty if to none. */
    String threadTs() {
        return read(threadTs);
    }

    String deletedTs() {
        return read(deletedTs);
    }

    Earlier message() {
        return message == null ? new Earlier() : message;
    }

    Earlier previousMessage() {
        return previousMessage == null ? new Earlier() : previousMessage;
    }
}
