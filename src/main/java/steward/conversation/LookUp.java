package steward.conversation;

import java.util.regex.Pattern;

/** Tells by its words whether a slash command only looks at something, whatever comes of it: then nothing need be written down. */
public final class LookUp {

    private static final Pattern COMMAND = Pattern.compile(
            "/plan(?: (?:list|help|show|health|brief|settings|status|summary)\\b.*)?"
                    + "|/roti(?! (?:hours|share|undo)\\b).*"
                    + "|/actions(?! (?:add|done|later|snooze|move|drop|undo)\\b).*"
                    + "|/time(?: (?:help|form|show|today|this week|last week)\\b.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private LookUp() {}

    /**
     * Whether it does.
     *
     * @param typed the command and the words after it
     */
    public static boolean isSaidBy(String typed) {
        return COMMAND.matcher(SlashCommands.spaced(typed)).matches();
    }
}
