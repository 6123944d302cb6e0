package steward.slack.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.conversation.session.SentFile;
import steward.rep.RepId;
import steward.runtime.chat.ChatResult;
import steward.runtime.chat.Refusal;
import steward.slack.StubSlack;
import steward.slack.api.SlackCalls;
import steward.slack.api.SlackClient;
import steward.slack.api.SlackMetrics;
import steward.slack.api.Tokens;
import steward.slack.api.WorkspaceCalls;

/** Whatever an event or a button names, a rep gets to read no file but their own. */
class FileDownloadTest {

    private static final String INFO = "files.info";

    private final StubSlack slack = new StubSlack();
    private final WorkspaceCalls calls = new WorkspaceCalls(
            new SlackCalls(SlackClient.over(slack.api(), 1), slack.api(), new SlackMetrics(new SimpleMeterRegistry())),
            Tokens.always("xoxb-1"));

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void itIsTheRepsOwn() {
        slack.next(INFO, StubSlack.answer(info("U1")), StubSlack.answer(info("U2")));
        slack.next("file", StubSlack.answer("account"));

        SentFile file = download().get();
        assertThat(file.name()).isEqualTo("a.csv");
        assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("account");

        assertThat(download().isRefusedFor(Refusal.FILE)).isTrue();
        assertThat(slack.calls("file"))
                .as("a colleague's is not even asked for")
                .hasSize(1);
    }

    @Test
    void whatSlackRefusesIsKnownByItsReason() {
        slack.next(
                INFO,
                StubSlack.answer("{\"ok\":false,\"error\":\"file_not_found\"}"),
                StubSlack.answer("{\"ok\":false,\"error\":\"missing_scope\"}"),
                StubSlack.answer("{\"ok\":true,\"file\":{\"user\":\"U1\",\"url_private_download\":\" \"}}"));

        assertThat(download().isRefusedFor(Refusal.FILE)).isTrue();
        assertThat(download().isRefusedFor(Refusal.ADMIN)).isTrue();
        assertThat(download().isRefusedFor(Refusal.FILE)).isTrue();
    }

    private ChatResult<SentFile> download() {
        return new FileDownload(calls, new RepId("T1", "U1")).of("F1");
    }

    private String info(String user) {
        return "{\"ok\":true,\"file\":{\"id\":\"F1\",\"name\":\"a.csv\",\"user\":\"%s\",\"url_private_download\":\"%s\"}}"
                .formatted(user, slack.api().resolve("file"));
    }
}
