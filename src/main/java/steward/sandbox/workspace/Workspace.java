package steward.sandbox.workspace;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pretend workspace: its people, the direct message that each human has with the app, and a few channels. */
public record Workspace(
        String teamId,
        String name,
        String domain,
        String appId,
        String botId,
        List<Person> people,
        List<Channel> channels) {

    /** Ids are fixed, so that what Steward stored still fits after the sandbox's own files were deleted. */
    public static Workspace standard(String appName) {
        Person priya = new Person(
                "U02PRIYA7Q", "priya", "Priya Nair", "Account executive", ZoneId.of("America/Chicago"), false);
        Person tom = new Person("U03TOMREED", "tom", "Tom Reed", "Account manager", ZoneId.of("Europe/London"), false);
        Person bot = new Person(
                "U09STEWRD1", appName.toLowerCase(Locale.ROOT), appName, "", ZoneId.of("America/Los_Angeles"), true);
        return new Workspace(
                "T01SANDBOX",
                "Northside Sales",
                "northside-sales",
                "A06SANDBOX",
                "B07STEWARD",
                List.of(priya, tom, bot),
                List.of(
                        new Channel("D05DMPRIYA", "", List.of(priya.id(), bot.id())),
                        new Channel("D06DMTOMRD", "", List.of(tom.id(), bot.id())),
                        new Channel("C07SALES01", "sales", List.of(priya.id(), tom.id(), bot.id())),
                        new Channel("C08LEADERS", "leadership", List.of(priya.id(), tom.id()))));
    }

    /** Another workspace, whose people and channels are none of the first's. */
    public static Workspace neighbour(String appName) {
        Person ana = new Person("U12ANALOPZ", "ana", "Ana López", "Sales lead", ZoneId.of("America/New_York"), false);
        Person bot = new Person(
                "U19STEWRD2", appName.toLowerCase(Locale.ROOT), appName, "", ZoneId.of("America/Los_Angeles"), true);
        return new Workspace(
                "T02HARBOUR",
                "Harbour Trading",
                "harbour-trading",
                "A06SANDBOX",
                "B17STEWARD",
                List.of(ana, bot),
                List.of(
                        new Channel("D15DMANALZ", "", List.of(ana.id(), bot.id())),
                        new Channel("C17DEALS01", "deals", List.of(ana.id(), bot.id()))));
    }

    public List<Person> humans() {
        return people.stream().filter(person -> !person.bot()).toList();
    }

    /** The human with this id; the first one if there is none. */
    public Person human(String id) {
        return person(id).filter(person -> !person.bot()).orElse(humans().get(0));
    }

    public Person botUser() {
        return people.stream().filter(Person::bot).findFirst().orElseThrow();
    }

    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public Optional<Channel> channel(String id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** The direct message between the app and this human. */
    public Optional<Channel> directMessageWith(String userId) {
        return channels.stream()
                .filter(Channel::isDirect)
                .filter(channel ->
                        channel.has(userId) && !userId.equals(botUser().id()))
                .findFirst();
    }

    /** The channels that have a name. */
    public List<Channel> namedChannels() {
        return channels.stream().filter(channel -> !channel.isDirect()).toList();
    }

    /** The human of a direct message. */
    public Person humanIn(Channel directMessage) {
        return humans().stream()
                .filter(human -> directMessage.has(human.id()))
                .findFirst()
                .orElseThrow();
    }
}
