package steward.slack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.bolt.Payloads;

class SubmittedFormTest {

    private static final About MISSION = new About("p1", "mission", 0);
    private static final About CONTACT = new About("p1", "action.contact", 2);
    private static final About DUE = new About("p1", "action.due", 2);
    private static final About WHAT = new About("p1", "action.what", 2);

    private static final String SENT = """
        {'type':'view_submission','team':{'id':'T1'},'user':{'id':'U1','team_id':'T9'},'trigger_id':'t1',
         'view':{'id':'V1','callback_id':'form','private_metadata':'token of U2','state':{'values':{
          'p1|mission|0|1':{'v':{'type':'plain_text_input','value':'R&amp;D <http://a.b|a> :tada:\\n2\\u0000'}},
          'p1|action.contact|2|2':{'v':{'type':'static_select','selected_option':{'value':'Dana Wu'}}},
          'p1|action.due|2|3':{'v':{'type':'datepicker','selected_date':'2026-03-12'}},
          'p1|action.what|2|4':{'v':{'type':'plain_text_input','value':null}},
          'someone elses':{'v':{'value':'x'}}}}}}
        """;

    /** What is typed into a form Slack gives as it was typed: what looks like an escape is none. */
    @Test
    void everyFieldComesWithItsAnswerFromWhoeverSentIt() {
        assertThat(read(SENT).map(SubmittedForm::delivery))
                .contains(new Delivery(
                        new RepId("T1", "U1"),
                        "view V1",
                        Optional.empty(),
                        Origin.in(Origin.Surface.FORM, "t1"),
                        new Input.Sent(
                                "token of U2",
                                Map.of(
                                        MISSION,
                                        "R&amp;D <http://a.b|a> :tada:\n2",
                                        CONTACT,
                                        "Dana Wu",
                                        DUE,
                                        "2026-03-12",
                                        WHAT,
                                        ""))));
    }

    @Test
    void aPlaceIsItsId() {
        String place = SENT.replace(
                "{'type':'static_select','selected_option':{'value':'Dana Wu'}}",
                "{'type':'conversations_select','selected_conversation':'C1'}");

        assertThat(read(place).orElseThrow().delivery().input().toString()).contains("=C1");
    }

    @Test
    void tickedBoxesComeWithSpacesBetween() {
        String boxes = SENT.replace(
                "{'type':'static_select','selected_option':{'value':'Dana Wu'}}",
                "{'type':'checkboxes','selected_options':[{'value':'MONDAY'},{'value':'FRIDAY'}]}");
        String none = boxes.replace("{'value':'MONDAY'},{'value':'FRIDAY'}", "");

        assertThat(read(boxes).orElseThrow().delivery().input().toString()).contains("=MONDAY FRIDAY");
        assertThat(((Input.Sent) read(none).orElseThrow().delivery().input()).answers())
                .containsEntry(CONTACT, "");
    }

    @Test
    void nothingPickedIsEmpty() {
        String empty = SENT.replace("{'value':'Dana Wu'}", "null").replace("'2026-03-12'", "null");

        assertThat(read(empty).orElseThrow().delivery().input())
                .isEqualTo(new Input.Sent(
                        "token of U2",
                        Map.of(MISSION, "R&amp;D <http://a.b|a> :tada:\n2", CONTACT, "", DUE, "", WHAT, "")));
    }

    @Test
    void complaintsStandUnderTheirFields() {
        SubmittedForm form = read(SENT).orElseThrow();

        assertThat(form.refused(Map.of(DUE, "Too late.")).toString())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"p1|action.due|2|3\":\"Too late.\"}}");
        assertThat(form.refused(Map.of(About.NOTHING, "Hm.")).toString()).contains("{\"p1|mission|0|1\":\"Hm.\"}");
        assertThat(form.refused("Sorry.").toString()).contains("{\"p1|mission|0|1\":\"Sorry.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'team':{'id':'T1'},'user':{'id':'U1'}}",
                "{'team':{'id':'T1'},'user':{'id':'U1'},'view':{'id':'V1','callback_id':'form'}}",
                "{'team':{'id':'T1'},'user':{'id':'U1'},'view':{'id':'V1','callback_id':'form','state':{'values':[]}}}",
                "{'team':{'id':'T1'},'user':{'id':'U1'},'view':{'id':'V1','callback_id':'other','state':{'values':"
                        + "{'p|q|0|1':{'v':{'value':'x'}}}}}}",
                "{'team':{'id':'T1'},'user':{'id':'U1'},'view':{'callback_id':'form','state':{'values':"
                        + "{'p|q|0|1':{'v':{'value':'x'}}}}}}",
                "{'view':{'id':'V1','callback_id':'form','state':{'values':{'p|q|0|1':{'v':{'value':'x'}}}}}}"
            })
    void whatIsNotStewardsIsPassedOver(String payload) {
        assertThat(read(payload)).isEmpty();
    }

    private static Optional<SubmittedForm> read(String json) {
        return Payloads.submission(json);
    }
}
