package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack wraps around a delivery by Socket Mode, and how it is acknowledged. */
class SocketEnvelopeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events_api     | {'team_id':'T1','event':{'type':'message','user':'U1'}}",
                "events_api     | {'team_id':'T1','event':{'type':'message','message':{'user':'U1'}}}",
                "events_api     | {'team_id':'T1','event':{'type':'message','previous_message':{'user':'U1'}}}",
                "events_api     | {'team_id':'T1','event':{'type':'user_change','user':{'id':'U1'}}}",
                "slash_commands | {'team_id':'T1','user_id':'U1','command':'/plan'}",
                "interactive    | {'type':'block_actions','team':{'id':'T1'},'user':{'id':'U1'}}"
            })
    void allThatARepDoesIsKeptInOneOrder(String type, String payload) throws Malformed {
        assertThat(envelope(type, payload).lane()).isEqualTo("T1 U1");
    }

    @Test
    void isAcknowledgedByItsIdWithWhatSlackIsToShow() throws Malformed {
        SocketEnvelope envelope = envelope("interactive", "{}");
        JsonObject errors = Strict.json("{\"response_action\":\"errors\",\"errors\":{\"b1\":\"Too long.\"}}");

        assertThat(Strict.json(envelope.acknowledgement(Answer.taken())))
                .isEqualTo(Strict.json("{\"envelope_id\":\"e1\"}"));
        assertThat(Json.object(Strict.json(envelope.acknowledgement(Answer.json(errors))), "payload"))
                .isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "2,false", "3,true", "4,true", "null,false", "'\"3\"',false"})
    void theLastTryIsKnown(String attempt, boolean isLast) throws Malformed {
        JsonObject message = Strict.json("{\"envelope_id\":\"e1\",\"retry_attempt\":" + attempt + "}");

        assertThat(SocketEnvelope.read(message).isLastTry()).isEqualTo(isLast);
    }

    private static SocketEnvelope envelope(String type, String payload) throws Malformed {
        return SocketEnvelope.read(Strict.json(
                "{\"envelope_id\":\"e1\",\"type\":\"" + type + "\",\"payload\":" + payload.replace('\'', '"') + "}"));
    }
}
