package steward.slack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.rep.RepId;
import steward.runtime.chat.Origin;
import steward.runtime.turns.Delivery;
import steward.runtime.turns.Input;
import steward.slack.bolt.Payloads;

class TapDeliveriesTest {

    @Test
    void everyActionIsADeliveryOfItsOwn() {
        List<Delivery> taps = read("""
            {'type':'block_actions','team':{'id':'T1'},'user':{'id':'U1','team_id':'T9'},
             'container':{'type':'message','message_ts':'1.000001','channel_id':'D1'},
             'actions':[
              {'type':'button','block_id':'p1|mission|0|1','action_id':'0','value':'skip','action_ts':'2.000001'},
              {'type':'datepicker','block_id':'p1|action.due|2|2','action_id':'1','selected_date':'2026-03-12',
               'action_ts':'2.000002'},
              {'type':'static_select','block_id':'||0|3','action_id':'2','action_ts':'2.000003',
               'selected_option':{'text':{'type':'plain_text','text':'HQ'},'value':'edit 1'}}]}
            """);

        RepId priya = new RepId("T1", "U1");
        assertThat(taps)
                .containsExactly(
                        new Delivery(
                                priya,
                                "tap D1 1.000001 p1|mission|0|1 0 2.000001",
                                Optional.empty(),
                                new Input.Tap(new About("p1", "mission", 0), "skip")),
                        new Delivery(
                                priya,
                                "tap D1 1.000001 p1|action.due|2|2 1 2.000002",
                                Optional.empty(),
                                new Input.Tap(new About("p1", "action.due", 2), "2026-03-12")),
                        new Delivery(
                                priya,
                                "tap D1 1.000001 ||0|3 2 2.000003",
                                Optional.empty(),
                                new Input.Tap(About.NOTHING, "edit 1")));
    }

    @Test
    void aTapBringsWhatOpensAForm() {
        assertThat(read("{'team':{'id':'T1'},'user':{'id':'U1'},'trigger_id':'t1','actions':["
                        + "{'block_id':'p|q|1|1','value':'form'}]}"))
                .extracting(tap -> tap.origin().trigger())
                .containsExactly("t1");
    }

    @Test
    void aTapOnAMessageBringsWhereToAnswerPrivately() {
        String tap = "{'team':{'id':'T1'},'user':{'id':'U1'},'response_url':'%s','actions':["
                + "{'block_id':'p|q|1|1','value':'x'}]}";

        assertThat(read(tap.formatted("https://hooks.slack.com/actions/T1/1/a")))
                .extracting(Delivery::origin)
                .containsExactly(new Origin(
                        Origin.Surface.CHAT, "", Optional.of(URI.create("https://hooks.slack.com/actions/T1/1/a"))));
        assertThat(read(tap.formatted("not an address")))
                .extracting(Delivery::origin)
                .containsExactly(Origin.CHAT);
    }

    @Test
    void aTapInAViewIsKnownByTheView() {
        String tap = "{'team':{'id':'T1'},'user':{'id':'U1'},'container':{'type':'view','view_id':'V1'},"
                + "'view':{'id':'V1','type':'%s'},'actions':["
                + "{'block_id':'||0|1','action_id':'0','value':'home 2','action_ts':'2.000001'}]}";

        assertThat(read(tap.formatted("home"))).singleElement().satisfies(home -> {
            assertThat(home.key()).isEqualTo("tap view V1 ||0|1 0 2.000001");
            assertThat(home.origin()).isEqualTo(Origin.in(Origin.Surface.HOME, ""));
            assertThat(home.input()).isEqualTo(new Input.LookedAtHome(2));
        });
        assertThat(read(tap.formatted("modal"))).singleElement().satisfies(modal -> {
            assertThat(modal.origin()).isEqualTo(Origin.in(Origin.Surface.MODAL, ""));
            assertThat(modal.input()).isEqualTo(new Input.Tap(About.NOTHING, "home 2"));
        });
    }

    @Test
    void whatIsNotStewardsIsPassedOver() {
        assertThat(read("{'team':{'id':'T1'},'user':{'id':'U1'},'actions':[{'block_id':'abc','value':'x'},"
                        + "{'block_id':'p|q|1|1','type':'static_select','selected_option':null}]}"))
                .isEmpty();
        assertThat(read("{'team':null,'user':{},'actions':[{'block_id':'p|q|1|1','value':'x'}]}"))
                .isEmpty();
        assertThat(
                        read(
                                "{'team':null,'user':{'id':'U1','team_id':'T2'},'actions':[{'block_id':'p|q|1|1','value':'x'}]}"))
                .extracting(Delivery::rep)
                .containsExactly(new RepId("T2", "U1"));
    }

    private static List<Delivery> read(String json) {
        return TapDeliveries.deliveries(Payloads.taps(json));
    }
}
