package steward.sandbox;

import java.util.List;

/**
 * A conversation: a direct message ({@code D…}) between a human and the app's bot user, or a channel ({@code C…}) of several people.
 *
 * @param name without the {@code #}; empty for a direct message
 * @param memberIds who is in it from the start
 */
record Channel(String id, String name, List<String> memberIds) {

    boolean isDirect() {
        return name.isEmpty();
    }

    boolean has(String userId) {
        return memberIds.contains(userId);
    }

    /** What payloads call it. */
    String givenName() {
        return isDirect() ? "directmessage" : name;
    }
}
