package steward.dashboard;

import steward.message.Shortened;

/** What the rep said, as much of it as is needed to know it by. */
public final class Quoted {

    private static final int CHARACTERS_MAX = 80;

    private Quoted() {}

    public static String from(String said) {
        return Shortened.to(CHARACTERS_MAX, said.strip());
    }
}
