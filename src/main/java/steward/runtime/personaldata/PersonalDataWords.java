package steward.runtime.personaldata;

import java.time.Duration;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** The words that go with a personal data file, in its place, and when all is deleted. */
final class PersonalDataWords {

    static final String TITLE = "All that Steward keeps of you";

    private static final String AGAIN = " Then say `/plan forget me` again.";

    private PersonalDataWords() {}

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
     * @param why and how to mend it
     */
    static Message notHandedOver(String why, boolean thenForget) {
        return Message.say((thenForget ? "*Nothing was deleted.* " : "") + why + AGAIN);
    }

    /** The chat could not be reached for so long that it is better to ask again. */
    static Message tooLate(Duration after, boolean thenForget) {
        return Message.say((thenForget ? "*Nothing was deleted.* " : "") + "I tried for " + after.toMinutes()
                + " minutes to give you your file, and it didn't get here. Wait a little." + AGAIN);
    }

    static Message farewell() {
        return Message.of(
                new Part.Paragraph(Words.of("*It's all gone.* I keep nothing of yours any more: no plan, no hours, no"
                        + " settings, and I won't nudge you.")),
                new Part.Paragraph(Words.of(
                        "This chat still shows what we wrote. My messages I'm taking back now, as far as I'm let;"
                                + " yours only you can delete. The file above stays: it's yours.")),
                new Part.Quiet(Words.of("Should you want to plan again, `/plan Acme` starts afresh.")));
    }
}
