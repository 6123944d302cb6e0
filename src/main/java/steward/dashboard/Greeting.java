package steward.dashboard;

import steward.message.Words;

/** How a message begins that Steward sends unasked. */
final class Greeting {

    private Greeting() {}

    /** "Good morning, Priya. " */
    static Words to(Reader reader) {
        return reader.firstName().isEmpty()
                ? Words.of("Good morning. ")
                : Words.of("Good morning, {}. ", reader.firstName());
    }
}
