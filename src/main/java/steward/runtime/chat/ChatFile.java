package steward.runtime.chat;

/**
 * A file to be uploaded into a chat.
 *
 * @param name with its extension
 * @param caption what is said with it; markup of Steward's own words
 */
public record ChatFile(String name, String title, String caption, String content) {}
