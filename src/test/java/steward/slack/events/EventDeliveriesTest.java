package steward.slack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.MessageRef;
import steward.message.Stamp;
import steward.rep.RepId;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.bolt.Payloads;

class EventDeliveriesTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Stamp STAMP = new Stamp(1_772_463_600_000_100L);

    @Test
    void textInTheDm() {
        assertThat(message("'text':'R&amp;D <http://a.b|a.b>'"))
                .contains(new Delivery(
                                PRIYA,
                                "message D1 1772463600.000100",
                                Optional.of("D1"),
                                new Input.Text("R&D a.b", STAMP, Optional.empty()))
                        .doneAt(Instant.parse("2026-03-02T15:00:00.000100Z")));
    }

    @Test
    void aReplyInAThreadNamesItsParent() {
        Input reply = new Input.Text("x", STAMP, Optional.of(new MessageRef("D1", "1772463000.000000")));

        assertThat(message("'text':'x','thread_ts':'1772463000.000000'").map(Delivery::input))
                .contains(reply);
        assertThat(message("'text':'x','thread_ts':'1772463000.000000','subtype':'thread_broadcast'")
                        .map(Delivery::input))
                .contains(reply);
        assertThat(message("'text':'x','thread_ts':'1772463600.000100'").map(Delivery::input))
                .contains(new Input.Text("x", STAMP, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'text':'','subtype':'file_share','files':[{'id':'F1'}]",
                "'text':' ','files':[{'id':'F1'}]",
                "'text':''",
                "'blocks':[]"
            })
    void whatIsNotTextIsAFile(String fields) {
        assertThat(message(fields).map(Delivery::input)).contains(new Input.File(""));
    }

    @Test
    void aFileThatMayHoldPlansIsReadWhateverCameWithIt() {
        assertThat(message("'text':'mine','subtype':'file_share','files':[null,{'id':'F1','name':'a.png'},"
                                + "{'name':'b.csv'},{'id':'F2','name':'Accounts.CSV'}]")
                        .map(Delivery::input))
                .contains(Input.PlansFile.sent("F2", "mine"));
        assertThat(message("'text':'','subtype':'file_share','files':[{'id':'F1','name':'a.xlsx'}]")
                        .map(Delivery::input))
                .contains(new Input.File("a.xlsx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'subtype':'file_share',", ""})
    void whatIsTypedWithAFileIsHeard(String subtype) {
        assertThat(message("'text':'see',%s'thread_ts':'1772463000.000000','files':[{'id':'F1'}]".formatted(subtype))
                        .map(Delivery::input))
                .contains(new Input.Text("see", STAMP, Optional.of(new MessageRef("D1", "1772463000.000000"))));
    }

    /** As Slack sends it: {@code ts} is when it was edited, the message's own is inside. */
    private static final String EDITED =
            "'subtype':'message_changed','hidden':true,'ts':'1772463700.000300','user':null,"
                    + "'message':{'user':'U1','text':'R&amp;D :tada:','ts':'1772463600.000100',"
                    + "'edited':{'user':'U1','ts':'1772463700.000000'},'blocks':[{'type':'rich_text','elements':["
                    + "{'type':'emoji','name':'tada','unicode':'1f389'}]}]},"
                    + "'previous_message':{'user':'U1','text':'R','ts':'1772463600.000100'}";

    @Test
    void anEditNamesTheDeliveryThatItEdits() {
        String original = message("'text':'x'").orElseThrow().key();

        assertThat(message(EDITED))
                .contains(new Delivery(
                                PRIYA,
                                "message D1 1772463600.000100 edited 1772463700.000000",
                                Optional.of("D1"),
                                new Input.Edited(original, "R&D 🎉"))
                        .doneAt(Instant.parse("2026-03-02T15:01:40Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "'text':'R' > 'text':'R&amp;D :tada:'",
                "'edited' > 'not_edited'",
                "'text':'R&amp;D :tada:' > 'text':' '",
                "'message':{'user':'U1' > 'message':{'user':'U1','bot_id':'B1'",
                "'message':{'user':'U1' > 'message':{'user':'USTEWARD'",
                "'message':{'user':'U1' > 'message':{'user':'USLACKBOT'",
                "'message':{'user':'U1' > 'message':{'user':'U1','subtype':'bot_message'",
                "'message':{'user':'U1' > 'message':{'user':null",
                "'message':{'user':'U1' > 'massage':{'user':'U1'",
                "'subtype':'message_changed' > 'subtype':'message_changed','channel_type':'channel'"
            })
    void otherChangesAreNoEdits(String from, String to) {
        assertThat(EDITED).contains(from);
        assertThat(message(EDITED.replace(from, to))).isEmpty();
    }

    private static final String DELETED = "'subtype':'message_deleted','hidden':true,'ts':'1772463700.000300',"
            + "'user':null,'deleted_ts':'1772463600.000100','previous_message':{'user':'U1','text':'x'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DELETED,
                "'subtype':'message_changed','hidden':true,'ts':'1772463700.000300','user':null,'message':{'subtype':"
                        + "'tombstone','user':'USLACKBOT','hidden':true,'text':'This message was deleted.',"
                        + "'ts':'1772463600.000100'},'previous_message':{'user':'U1','text':'x'}"
            })
    void aDeletionNamesTheDeliveryOfWhatIsGone(String fields) {
        String original = message("'text':'x'").orElseThrow().key();

        assertThat(message(fields))
                .contains(new Delivery(
                        PRIYA, "deleted D1 1772463600.000100", Optional.of("D1"), new Input.Deleted(original)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':'USTEWARD'",
                "'user':'U1','bot_id':'B1'",
                "'user':'USLACKBOT','subtype':'tombstone'",
                "'user':'U1','subtype':'channel_join'"
            })
    void whatAPersonDidNotWriteIsNoneOfTheirsToDelete(String before) {
        assertThat(message(DELETED.replace("'user':'U1'", before))).isEmpty();
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
                "'text':'x','user':null"
            })
    void theRestIsNoneOfStewardsBusiness(String fields) {
        assertThat(message(fields)).isEmpty();
    }

    @Test
    void theDmOpened() {
        String opened = "{'team_id':'T1','event':{'type':'app_home_opened','user':'U1','channel':'D1','tab':'%s'}}";

        assertThat(read(opened.formatted("messages")))
                .contains(new Delivery(PRIYA, "welcome U1", Optional.of("D1"), new Input.Opened()));
        assertThat(read(opened.formatted("about"))).isEmpty();
    }

    @Test
    void theHomeTabOpenedIsADeliveryEachTime() {
        String opened = "{'team_id':'T1','event':{'type':'app_home_opened','user':'U1','channel':'D1','tab':'home',"
                + "'event_ts':'1772463600.000100'}}";

        assertThat(read(opened))
                .contains(
                        new Delivery(PRIYA, "home U1 1772463600.000100", Optional.empty(), new Input.LookedAtHome(1)));
        assertThat(read(opened.replace("'tab':'home'", "'tab':'home','user':null")))
                .isEmpty();
    }

    /** A message with these fields, which stand in for others of their name. */
    private static Optional<Delivery> message(String fields) {
        return read("{'team_id':'T1','authorizations':[{'user_id':'USTEWARD','is_bot':true}],'event':{'type':'message',"
                + "'user':'U1','channel':'D1','channel_type':'im','ts':'1772463600.000100'," + fields + "}}");
    }

    private static Optional<Delivery> read(String json) {
        return Payloads.event(json);
    }
}
