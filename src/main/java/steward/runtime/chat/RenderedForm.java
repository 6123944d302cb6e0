package steward.runtime.chat;

/**
 * A form as the chat takes it.
 *
 * @param isSheet whether it is only to be read, with nothing to send back
 */
public record RenderedForm(String view, boolean isSheet) {}
