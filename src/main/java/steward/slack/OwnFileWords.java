package steward.slack;

import java.time.Duration;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** What a rep is told about the file of all that Steward keeps of them: with it, in its place, and when all is deleted. */
final class OwnFileWords {

    static final String TITLE = "All that Steward keeps of you";

    private static final String AGAIN = " Then say `/plan forget me` again.";

    private OwnFileWords() {}

    static String fileName(String day) {
        return "steward-" + day + ".json";
    }

    static String caption(boolean thenForget) {
        return thenForget
                ? "Here is all that I keep of you: your plans with every answer, your hours, your settings. Now I delete it."
                : "Here is all that I keep of you: your plans with every answer, your hours, your settings."
                        + " Nothing was deleted.";
    }

    /**
     * Says that the file could not be handed over.
     *
     * @param error what Slack said
     */
    static Message notHandedOver(String error, boolean thenForget) {
        String why = switch (error) {
            case "missing_scope", "no_permission", "access_denied", "not_allowed_token_type" ->
                "I couldn't give you your file, as I may not upload files here yet. Ask whoever installed me to install me"
                        + " again with the permission `files:write`.";
            case "file_uploads_disabled",
                    "file_uploads_except_images_disabled",
                    "file_type_not_allowed",
                    "blocked_file_type",
                    "restricted_action" ->
                "I couldn't give you your file, as your workspace doesn't allow such files. Ask an admin of your workspace"
                        + " to allow JSON files.";
            case "storage_limit_reached", "storage_limit_exceeded" ->
                "I couldn't give you your file, as your workspace has no room for files left. Ask an admin of your"
                        + " workspace to make some.";
            case FileUpload.UNSURE ->
                "I'm not sure whether your file has arrived: Slack didn't tell me. Please look whether it's here.";
            default -> "I couldn't give you your file, as Slack didn't take it. Wait a little.";
        };
        return Message.say((thenForget ? "*Nothing was deleted.* " : "") + why + AGAIN);
    }

    /** Slack could not be reached for so long that it is better to ask again. */
    static Message tooLate(Duration after, boolean thenForget) {
        return Message.say((thenForget ? "*Nothing was deleted.* " : "") + "I tried for " + after.toMinutes()
                + " minutes to give you your file, and Slack didn't take it. Wait a little." + AGAIN);
    }

    static Message farewell() {
        return Message.of(
                new Part.Paragraph(Words.of("*It's all gone.* I keep nothing of yours any more: no plan, no hours, no"
                        + " settings, and I won't nudge you.")),
                new Part.Paragraph(Words.of(
                        "Slack still shows what we wrote here. My messages I'm taking back now, as far as Slack"
                                + " lets me; yours only you can delete. The file above stays: it's yours.")),
                new Part.Quiet(Words.of("Should you want to plan again, `/plan Acme` starts afresh.")));
    }
}
