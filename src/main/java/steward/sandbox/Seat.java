package steward.sandbox;

/** A person in a conversation. */
record Seat(Person person, Channel channel) {

    String userId() {
        return person.id();
    }

    String channelId() {
        return channel.id();
    }

    /** By what it is remembered how far this person has read here. */
    String readMark() {
        return channel.isDirect() ? channel.id() : channel.id() + " " + person.id();
    }
}
