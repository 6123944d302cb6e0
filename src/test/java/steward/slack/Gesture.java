package steward.slack;

/** What a person does in Slack, as Slack delivers it. Delivered twice, it is the same. */
public record Gesture(String contentType, String body) {}
