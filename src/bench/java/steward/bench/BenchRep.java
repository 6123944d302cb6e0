package steward.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.SignedDelivery;

/** A rep who writes one whole plan after the other. */
final class BenchRep {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SYLLABLES = 5;
    private static final int DELIVERIES_MAX = 10;
    private static final long WAIT_MAX_SECONDS = 60;

    private final URI program;
    private final PretendSlack slack;
    private final boolean isAsked;
    private final String user;
    private final String channel;
    private final BlockingQueue<PostedMessage> posts;
    private final List<QuestionAndReply> lines = new AcmePlan(LocalDate.now(ZoneOffset.UTC)).lines();
    private int plan;
    private int line;

    /** @param isAsked whether the program asks the questions of a plan; otherwise any reply will do */
    BenchRep(URI program, PretendSlack slack, boolean isAsked, int number) {
        this.program = program;
        this.slack = slack;
        this.isAsked = isAsked;
        this.user = "U" + number;
        this.channel = "D" + number;
        this.posts = slack.posts(channel);
    }

    /** How many answers a whole plan takes. */
    int answersOfPlan() {
        return lines.size();
    }

    /** Answers the question that is open, and waits for the reply if there is to be one; before a plan's first, begins the plan. */
    void answer(boolean isReplied) throws IOException, InterruptedException {
        if (line == 0 && isAsked) {
            String said = command("/plan", account());
            while (said.contains("Sorry")) {
                said = command("/plan", account());
            }
            awaitPost(asks(lines.get(0)), said);
        }
        String ts = slack.nextTs();
        accept(SignedDelivery.event(user + " " + ts, message(ts, lines.get(line).asWords())));
        line = (line + 1) % lines.size();
        if (line == 0) {
            plan++;
        }
        if (isReplied) {
            awaitPost(reply(), "");
        }
    }

    private Predicate<PostedMessage> reply() {
        if (!isAsked) {
            return post -> true;
        }
        return line == 0 ? post -> post.text().contains("Day 1 of 90") : asks(lines.get(line));
    }

    private static Predicate<PostedMessage> asks(QuestionAndReply next) {
        return post -> post.blank().equals(next.blank());
    }

    /** Types a slash command; what the acknowledgement says. */
    String command(String command, String text) throws IOException, InterruptedException {
        return accept(SignedDelivery.form(
                "team_id=T1&user_id=%s&channel_id=%s&command=%s&text=%s&trigger_id=%s&response_url=%s"
                        .formatted(
                                user,
                                channel,
                                form(command),
                                form(text),
                                form(slack.nextTs()),
                                form(slack.api().resolve("response").toString()))));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject message(String ts, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", user);
        message.addProperty("ts", ts);
        message.addProperty("text", text);
        message.addProperty("channel", channel);
        message.addProperty("channel_type", "im");
        return message;
    }

    /** Delivers anew, as Slack does, what is answered 503. */
    private String accept(SignedDelivery delivery) throws IOException, InterruptedException {
        for (int i = 0; i < DELIVERIES_MAX; i++) {
            HttpResponse<String> answer =
                    HTTP.send(delivery.to(program, Instant.now()).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer.statusCode() != 503) {
                throw new IOException("Answered " + answer.statusCode() + ": " + answer.body());
            }
        }
        throw new IOException("Not taken in " + DELIVERIES_MAX + " deliveries");
    }

    /** A name unlike all others of the rep's accounts, so that nobody asks which one is meant. */
    private String account() {
        Random random = new Random(plan);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private void awaitPost(Predicate<PostedMessage> wanted, String said) throws IOException, InterruptedException {
        StringBuilder seen = new StringBuilder(said);
        for (PostedMessage post = next(); post != null; post = next()) {
            if (wanted.test(post)) {
                return;
            }
            seen.append(post).append('\n');
        }
        throw new IOException("No reply to " + user + ", plan " + plan + ", line " + line + "; only: " + seen);
    }

    private @Nullable PostedMessage next() throws InterruptedException {
        return posts.poll(WAIT_MAX_SECONDS, TimeUnit.SECONDS);
    }
}
