package steward.dashboard;

import steward.message.Shortened;

/** Quotes what the rep said, shortened to what is needed to recognize it. */
public final class Quoted {

    private static final int CHARACTERS_MAX = 80;

    private Quoted() {}

    public static String from(String said) {
        return Shortened.to(CHARACTERS_MAX, said.strip());
    }
}
