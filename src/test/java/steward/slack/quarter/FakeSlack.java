package steward.slack.quarter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steward.runtime.VirtualTime;
import steward.slack.AnsweringInterceptor.Answered;
import steward.slack.CallBody;
import steward.slack.Somebody;
import steward.slack.blocks.JsonFields;
import steward.slack.quarter.RandomFaults.Fault;

/** A workspace in which something always goes wrong. It keeps what came into each rep's DM, and when. */
final class FakeSlack {

    private static final int PAGE_MESSAGES = 5;

    /** A person, and their DM with Steward. */
    static final class Person {
        final String id;
        final List<Posted> posts = new ArrayList<>();
        String room;
        ZoneId zone;
        boolean gone;
        /** Until when something went wrong on the way to them. */
        Instant trouble = Instant.MIN;

        Person(String id, ZoneId zone) {
            this.id = id;
            this.zone = zone;
            this.room = "D0" + id;
        }
    }

    /** A message in a DM. */
    static final class Posted {
        final String ts;
        final Instant at;
        final String first;
        JsonObject shown;

        Posted(String ts, Instant at, JsonObject shown) {
            this.ts = ts;
            this.at = at;
            this.first = shown.toString();
            this.shown = shown;
        }

        /** The intent that it was posted under. */
        String intent() {
            JsonObject metadata = JsonFields.object(shown, "metadata");
            return JsonFields.text(JsonFields.object(metadata, "event_payload"), "intent");
        }

        /** Which kind of nudge it is; empty if it is none. */
        String nudge() {
            JsonObject metadata = JsonFields.object(shown, "metadata");
            return JsonFields.text(metadata, "event_type").equals("steward_nudge")
                    ? JsonFields.text(JsonFields.object(metadata, "event_payload"), "kind")
                    : "";
        }
    }

    private final VirtualTime time;
    private final RandomFaults faults;
    private final BiConsumer<Person, Posted> seen;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private long stamps;

    /** @param seen hears of each message as it comes into a DM */
    FakeSlack(VirtualTime time, RandomFaults faults, BiConsumer<Person, Posted> seen) {
        this.time = time;
        this.faults = faults;
        this.seen = seen;
    }

    Person join(String id, ZoneId zone) {
        Person person = new Person(id, zone);
        people.put(id, person);
        return person;
    }

    Collection<Person> people() {
        return people.values();
    }

    /** Takes a call; nothing comes back if the answer is lost. */
    Optional<Answered> take(String method, String body) {
        JsonObject call = CallBody.read(body);
        Person person = person(call);
        switch (faults.outage(time.instant())) {
            case NONE -> {}
            case UNAVAILABLE -> {
                return Optional.of(new Answered(503, Map.of(), ""));
            }
            case TOO_MUCH -> {
                return Optional.of(limited());
            }
            case REVOKED -> {
                return Optional.of(refused("account_inactive"));
            }
        }
        Fault fault = faults.next(method);
        if (person != null && fault != Fault.NONE) {
            person.trouble = time.instant().plus(Duration.ofMinutes(10));
        }
        return switch (fault) {
            case NONE -> Optional.of(done(method, call, person));
            case RATE_LIMITED -> Optional.of(limited());
            case FAILED -> Optional.of(new Answered(500, Map.of(), ""));
            case DONE_BUT_FAILED -> {
                done(method, call, person);
                yield Optional.of(new Answered(500, Map.of(), ""));
            }
            case LOST -> Optional.empty();
            case DONE_BUT_LOST -> {
                done(method, call, person);
                yield Optional.empty();
            }
            case BLOCKS_REFUSED ->
                Optional.of(call.has("blocks") ? refused("invalid_blocks") : done(method, call, person));
            case MOVED -> {
                if (person != null) {
                    person.room = "D" + stamps + person.id;
                }
                yield Optional.of(done(method, call, person));
            }
        };
    }

    /** Whom a call is about; null if it is about nobody, or a DM that is known by another id by now. */
    private @Nullable Person person(JsonObject call) {
        for (String field : List.of("users", "user", "user_id", "channel")) {
            String named = JsonFields.text(call, field);
            for (Person person : named.isEmpty() ? List.<Person>of() : people.values()) {
                if (named.equals(person.id) || named.equals(person.room)) {
                    return person;
                }
            }
        }
        return null;
    }

    private Answered limited() {
        int seconds = faults.retryAfterSeconds();
        return new Answered(429, Map.of("Retry-After", String.valueOf(seconds)), "");
    }

    private static Answered refused(String error) {
        return new Answered(200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private static Answered ok(JsonObject answer) {
        answer.addProperty("ok", true);
        return new Answered(200, Map.of(), answer.toString());
    }

    private Answered done(String method, JsonObject call, @Nullable Person person) {
        if (person == null) {
            return refused("channel_not_found");
        }
        return switch (method) {
            case "chat.postMessage" -> person.gone ? refused("channel_not_found") : post(call, person);
            case "chat.update" -> update(call, person);
            case "conversations.open" -> person.gone ? refused("user_disabled") : open(person);
            case "conversations.history" -> history(call, person, message -> !message.has("thread_ts"));
            case "conversations.replies" -> history(call, person, message -> message.has("thread_ts"));
            case "users.info" -> user(person);
            default -> ok(new JsonObject());
        };
    }

    private Answered post(JsonObject call, Person person) {
        stamps++;
        String ts = Somebody.ts(time.instant().toEpochMilli() * 1_000 + stamps % 1_000);
        call.addProperty("ts", ts);
        call.addProperty("channel", person.room);
        Posted posted = new Posted(ts, time.instant(), call);
        person.posts.add(posted);
        seen.accept(person, posted);
        JsonObject answer = new JsonObject();
        answer.addProperty("ts", ts);
        answer.addProperty("channel", person.room);
        return ok(answer);
    }

    private static Answered update(JsonObject call, Person person) {
        for (Posted posted : person.posts) {
            if (posted.ts.equals(JsonFields.text(call, "ts"))) {
                JsonObject shown = call.deepCopy();
                shown.add("metadata", JsonFields.object(posted.shown, "metadata"));
                posted.shown = shown;
                return ok(new JsonObject());
            }
        }
        return refused("message_not_found");
    }

    private static Answered open(Person person) {
        JsonObject channel = new JsonObject();
        channel.addProperty("id", person.room);
        JsonObject answer = new JsonObject();
        answer.add("channel", channel);
        return ok(answer);
    }

    /** A page, the newest first; without metadata unless they are asked for. */
    private static Answered history(JsonObject call, Person person, Predicate<JsonObject> belongs) {
        String oldest = JsonFields.text(call, "oldest") + ".000000";
        List<JsonObject> all = new ArrayList<>();
        for (int i = person.posts.size() - 1; i >= 0; i--) {
            JsonObject message = person.posts.get(i).shown.deepCopy();
            if (belongs.test(message) && person.posts.get(i).ts.compareTo(oldest) >= 0) {
                if (!JsonFields.isTrue(call, "include_all_metadata")) {
                    message.remove("metadata");
                }
                all.add(message);
            }
        }
        String cursor = JsonFields.text(call, "cursor");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + PAGE_MESSAGES, all.size());
        JsonArray page = new JsonArray();
        all.subList(Math.min(from, to), to).forEach(page::add);
        JsonObject next = new JsonObject();
        next.addProperty("next_cursor", to < all.size() ? String.valueOf(to) : "");
        JsonObject answer = new JsonObject();
        answer.add("messages", page);
        answer.add("response_metadata", next);
        return ok(answer);
    }

    static JsonObject profile(Person person) {
        JsonObject user = new JsonObject();
        user.addProperty("id", person.id);
        user.addProperty("real_name", "Priya Nair");
        user.addProperty("tz", person.zone.getId());
        user.addProperty("deleted", person.gone);
        return user;
    }

    private static Answered user(Person person) {
        JsonObject answer = new JsonObject();
        answer.add("user", profile(person));
        return ok(answer);
    }
}
