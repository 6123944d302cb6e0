package steward.sandbox.workspace;

/** A person in a conversation. */
public record ChannelMember(Person person, Channel channel) {

    public String userId() {
        return person.id();
    }

    public String channelId() {
        return channel.id();
    }

    /** By what it is remembered how far this person has read here. */
    public String readMark() {
        return channel.isDirect() ? channel.id() : channel.id() + " " + person.id();
    }
}
