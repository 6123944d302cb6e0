package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.Stamp;
import steward.rep.RepId;

class EventsTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Stamp STAMP = new Stamp(1_772_463_600_000_100L);

    @Test
    void textInTheDm() {
        assertThat(message("'text':'R&amp;D <http://a.b|a.b>'"))
                .contains(new Delivery(
                        PRIYA,
                        "message D1 1772463600.000100",
                        Optional.of("D1"),
                        new Turn.Text("R&D a.b", STAMP, Optional.empty())));
    }

    @Test
    void aReplyInAThreadNamesItsParent() {
        Turn reply = new Turn.Text("x", STAMP, Optional.of(new Stamp(1_772_463_000_000_000L)));

        assertThat(message("'text':'x','thread_ts':'1772463000.000000'").map(Delivery::turn))
                .contains(reply);
        assertThat(message("'text':'x','thread_ts':'1772463000.000000','subtype':'thread_broadcast'")
                        .map(Delivery::turn))
                .contains(reply);
        assertThat(message("'text':'x','thread_ts':'1772463600.000100'").map(Delivery::turn))
                .contains(new Turn.Text("x", STAMP, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text':'see','subtype':'file_share','files':[{'id':'F1'}]",
                "'text':'see','files':[{'id':'F1'}]",
                "'text':''",
                "'blocks':[]"
            })
    void whatIsNotTextIsAFile(String fields) {
        assertThat(message(fields).map(Delivery::turn)).contains(new Turn.File());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text':'x','subtype':'message_changed'",
                "'text':'x','subtype':'message_deleted'",
                "'text':'x','subtype':'bot_message'",
                "'text':'x','subtype':'channel_join'",
                "'text':'x','bot_id':'B1'",
                "'text':'x','user':'USTEWARD'",
                "'text':'x','user':'USLACKBOT'",
                "'text':'x','channel_type':'channel'",
                "'text':'x','channel_type':'mpim'",
                "'text':'x','ts':'soon'",
                "'text':'x','user':null",
                "'text':'x','channel':7"
            })
    void theRestIsNoneOfStewardsBusiness(String fields) {
        assertThat(message(fields)).isEmpty();
    }

    @Test
    void theDmOpened() {
        String opened = "{'team_id':'T1','event':{'type':'app_home_opened','user':'U1','channel':'D1','tab':'%s'}}";

        assertThat(read(opened.formatted("messages")))
                .contains(new Delivery(PRIYA, "welcome U1", Optional.of("D1"), new Turn.Opened()));
        assertThat(read(opened.formatted("home"))).isEmpty();
    }

    /** A message with these fields, which stand in for others of their name. */
    private static Optional<Delivery> message(String fields) {
        return read("{'team_id':'T1','authorizations':[{'user_id':'USTEWARD','is_bot':true}],'event':{'type':'message',"
                + "'user':'U1','channel':'D1','channel_type':'im','ts':'1772463600.000100'," + fields + "}}");
    }

    private static Optional<Delivery> read(String json) {
        return Events.read(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
    }
}
