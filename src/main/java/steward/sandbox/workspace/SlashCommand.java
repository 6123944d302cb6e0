package steward.sandbox.workspace;

/** A slash command that the app offers, as its manifest lists it: {@code /plan}, what it does, and what may follow. */
public record SlashCommand(String name, String description, String usageHint) {

    public SlashCommand {
        if (!name.startsWith("/")) {
            throw new IllegalArgumentException("A slash command starts with a slash: " + name);
        }
    }
}
