package steward.conversation;

import steward.message.Shortened;

/** What the rep said, as much of it as is needed to know it by. */
final class Quoted {

    private static final int CHARACTERS_MAX = 80;

    private Quoted() {}

    static String from(String said) {
        return Shortened.to(CHARACTERS_MAX, said.strip());
    }
}
