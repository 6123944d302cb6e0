package steward.sandbox.workspace;

import java.util.List;

/**
 * A conversation: a direct message ({@code D…}) between a human and the app's bot user, or a channel ({@code C…}) of several people.
 *
 * @param name without the {@code #}; empty for a direct message
 * @param memberIds who is in it from the start
 */
public record Channel(String id, String name, List<String> memberIds) {

    public boolean isDirect() {
        return name.isEmpty();
    }

    public boolean has(String userId) {
        return memberIds.contains(userId);
    }

    /** What payloads call it. */
    public String givenName() {
        return isDirect() ? "directmessage" : name;
    }
}
