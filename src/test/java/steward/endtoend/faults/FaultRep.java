package steward.endtoend.faults;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import steward.endtoend.faults.Acknowledgements.Weather;
import steward.endtoend.fixtures.AcmePlan;
import steward.endtoend.fixtures.CrowdedSlack;
import steward.endtoend.fixtures.CrowdedSlack.Kept;
import steward.endtoend.fixtures.PostedMessage;
import steward.endtoend.fixtures.QuestionAndReply;
import steward.endtoend.fixtures.SignedDelivery;

/**
 * A rep who writes one whole plan after the other. What they say is delivered as Slack delivers it: again until it is acknowledged, now and
 * then twice at once, and again later, when others have come since.
 */
final class FaultRep {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SYLLABLES = 5;
    private static final int TWICE_ONE_IN = 16;
    private static final int AGAIN_ONE_IN = 8;
    private static final int RETRIED_AFTER_MILLIS = 200;
    private final String team;
    private final String user;
    private final Supplier<URI> steward;
    private final CrowdedSlack slack;
    private final Findings findings;
    private final InstantSource clock;
    private final Duration thinking;
    private final Random random;
    private final BlockingQueue<PostedMessage> posts = new LinkedBlockingQueue<>();
    private final List<QuestionAndReply> lines = new AcmePlan(LocalDate.now(ZoneOffset.UTC)).lines();
    private final List<SignedDelivery> earlier = new ArrayList<>();
    private int plan;

    /** @param thinking the longest time before an answer, unless all goes wrong */
    FaultRep(
            String team,
            String user,
            Supplier<URI> steward,
            CrowdedSlack slack,
            Findings findings,
            InstantSource clock,
            Duration thinking,
            long seed) {
        this.team = team;
        this.user = user;
        this.steward = steward;
        this.slack = slack;
        this.findings = findings;
        this.clock = clock;
        this.thinking = thinking;
        this.random = new Random(seed);
    }

    String channel() {
        return "D" + user;
    }

    void sees(Kept message) {
        posts.add(message.post());
    }

    /** Writes plans until enough is written by all, and finishes none then. */
    void writePlans() throws InterruptedException {
        while (findings.goesOn()) {
            if (!beginPlan()) {
                return;
            }
            for (int line = 0; line < lines.size() && findings.goesOn(); line++) {
                Predicate<PostedMessage> reply =
                        line + 1 < lines.size() ? asks(lines.get(line + 1)) : FaultRep::isRunning;
                if (!isAnswered(lines.get(line), reply)) {
                    findings.noReply(user + ", plan " + plan + ", to line " + line);
                    return;
                }
                if (line + 1 == lines.size()) {
                    findings.finished(team, user);
                }
            }
            plan++;
        }
    }

    /** What was on its way while the question was asked anew Steward quotes, and changes nothing: then it is said again. */
    private boolean isAnswered(QuestionAndReply line, Predicate<PostedMessage> reply) throws InterruptedException {
        String delivery = answer(line);
        @Nullable PostedMessage post = await(reply.or(FaultRep::isQuoted));
        while (post != null && isQuoted(post)) {
            findings.quoted(team, delivery);
            delivery = answer(line);
            post = await(reply.or(FaultRep::isQuoted));
        }
        return post != null;
    }

    private static boolean isQuoted(PostedMessage post) {
        return post.text().contains("This came before my last question");
    }

    private static boolean isRunning(PostedMessage post) {
        return post.text().contains("Day 1 of 90");
    }

    private static Predicate<PostedMessage> asks(QuestionAndReply next) {
        return post -> post.blank().equals(next.blank());
    }

    private boolean beginPlan() throws InterruptedException {
        posts.clear();
        String account = account();
        String said = deliver(command("/plan", account)).body();
        while (said.contains("Sorry")) {
            TimeUnit.MILLISECONDS.sleep(RETRIED_AFTER_MILLIS);
            said = deliver(command("/plan", account)).body();
        }
        boolean isAsked = await(asks(lines.get(0))) != null;
        if (!isAsked) {
            findings.noReply(user + ", to /plan " + account);
        }
        return isAsked;
    }

    /** The name that it is kept by. */
    private String answer(QuestionAndReply line) throws InterruptedException {
        if (findings.times().weather() != Weather.FAULTS) {
            TimeUnit.MILLISECONDS.sleep((long) (random.nextDouble() * thinking.toMillis()));
        }
        posts.clear();
        String ts = slack.nextTs();
        SignedDelivery delivery = message(ts, line.asWords());
        if (random.nextInt(TWICE_ONE_IN) == 0) {
            deliverUnheard(delivery);
        }
        deliver(delivery);
        String name = "message " + channel() + " " + ts;
        findings.acknowledged(team, name);
        earlier.add(delivery);
        if (random.nextInt(AGAIN_ONE_IN) == 0) {
            deliver(earlier.get(random.nextInt(earlier.size())));
        }
        return name;
    }

    /** Until it is acknowledged. */
    private HttpResponse<String> deliver(SignedDelivery delivery) throws InterruptedException {
        while (true) {
            Weather weather = findings.times().weather();
            URI address = steward.get();
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = HTTP.send(
                        delivery.to(address, clock.instant())
                                .timeout(Acknowledgements.MAX)
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    findings.times().took(weather, begun);
                    return answer;
                }
                findings.notAcknowledged(answer.statusCode());
            } catch (HttpTimeoutException e) {
                if (address.equals(steward.get())) {
                    findings.times().late();
                }
            } catch (IOException e) {
                // It is dead, or just dying: it comes again.
            }
            TimeUnit.MILLISECONDS.sleep(RETRIED_AFTER_MILLIS);
        }
    }

    /** The same at the same moment, over another connection. */
    private void deliverUnheard(SignedDelivery delivery) {
        CompletableFuture<HttpResponse<String>> unused = HTTP.sendAsync(
                delivery.to(steward.get(), clock.instant())
                        .timeout(Acknowledgements.MAX)
                        .build(),
                BodyHandlers.ofString());
    }

    private @Nullable PostedMessage await(Predicate<PostedMessage> wanted) throws InterruptedException {
        while (!findings.isGivenUp()) {
            @Nullable PostedMessage post = posts.poll(1, TimeUnit.SECONDS);
            if (post != null && wanted.test(post)) {
                return post;
            }
        }
        return null;
    }

    private SignedDelivery command(String command, String text) {
        return SignedDelivery.form("team_id=%s&user_id=%s&channel_id=%s&command=%s&text=%s&trigger_id=%s"
                .formatted(team, user, channel(), form(command), form(text), form(slack.nextTs())));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private SignedDelivery message(String ts, String text) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", user);
        message.addProperty("ts", ts);
        message.addProperty(
                "text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        message.addProperty("channel", channel());
        message.addProperty("channel_type", "im");
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("team_id", team);
        envelope.addProperty("event_id", "Ev" + user + ts);
        envelope.add("event", message);
        return new SignedDelivery(SignedDelivery.JSON, envelope.toString());
    }

    /** A name unlike all others of the rep's accounts, so that nobody asks which one is meant. */
    private String account() {
        Random syllables = new Random(plan);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            name.append("bdfgklmnprstvz".charAt(syllables.nextInt(14))).append("aeiou".charAt(syllables.nextInt(5)));
        }
        return name.toString();
    }
}
