package steward.endtoend.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.cli.InProcess;
import steward.cli.InProcess.Trial;
import steward.endtoend.fixtures.Await;
import steward.endtoend.fixtures.PageClient;
import steward.endtoend.fixtures.PostedMessage;

/** What is shown to a rep elsewhere than in a message to them: the Home tab, and private replies. */
class BesideTheChatTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T15:00:00Z"));

    @TempDir
    Path data;

    private Trial trial;
    private PageClient page;

    @BeforeEach
    void open() throws Exception {
        trial = InProcess.sandbox(data, CLOCK);
        page = PageClient.open(trial.slack().page());
        page.awaitLast(post -> true, "welcome");
    }

    @AfterEach
    void close() throws Exception {
        page.close();
        trial.close();
    }

    @Test
    void theHomeTabIsPublishedWhenItIsOpenedAndWhenSomethingChanges() {
        assertThat(page.timesPublished()).isZero();

        page.lookAtHome();
        String before = page.awaitHome(1);
        page.command("/plan", "Acme");
        page.awaitQuestion("headquarters 0");
        Await.await("change of the Home tab")
                .until(() -> page.awaitHome(page.timesPublished()), now -> !now.equals(before));
    }

    @Test
    void aPrivateReplyToATapStandsBesideTheMessage() throws Exception {
        postWithButton("Help", "/plan help");
        PostedMessage message = page.awaitLast(post -> post.text().equals("Tap"), "message with a button");
        page.act(message, message.tap("Help"));

        PostedMessage reply = page.awaitLast(post -> post.text().contains("/plan"), "private reply");
        assertThat(reply.json().get("is_ephemeral").getAsBoolean()).isTrue();
        assertThat(page.posts()).filteredOn(post -> post.text().equals("Tap")).hasSize(1);
    }

    private void postWithButton(String label, String says) throws Exception {
        String message = """
                {"channel":"%s","text":"Tap","blocks":[{"type":"actions","block_id":"||0|1","elements":[{"type":"button",
                 "action_id":"0","text":{"type":"plain_text","text":"%s"},"value":"%s"}]}]}
                """.formatted(trial.slack().channelId(), label, says);
        HttpRequest request = HttpRequest.newBuilder(trial.slack().api().resolve("chat.postMessage"))
                .header("Authorization", "Bearer " + trial.slack().botToken())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"ok\":true");
    }
}
