package steward.message;

/**
 * Names one message in a chat.
 *
 * @param channel where it stands
 * @param id what the chat calls it there; it says nothing about which of two messages is the later one
 */
public record MessageRef(String channel, String id) {}
