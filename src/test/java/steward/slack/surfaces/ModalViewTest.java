package steward.slack.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import steward.message.About;
import steward.message.Chart;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Form.Input.Choice;
import steward.message.Form.Input.Day;
import steward.message.Form.Input.Several;
import steward.message.Form.Input.Text;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.slack.blocks.Limits;

class ModalViewTest {

    private static final About WHAT = new About("p1", "action.what", 2);
    private static final String LONG = "😀 *x* `y` <!channel> ".repeat(300);

    @Test
    void drawsAForm() {
        Form form = new Form(
                "token",
                "Act",
                note("Leave *empty* what you don't know."),
                List.of(
                        new Field(WHAT, "What will you do?", "One :thing:", new Text("Call <Dana>", true, 2000), "1st"),
                        new Field(
                                new About("p1", "action.due", 2),
                                "By when?",
                                "",
                                new Day(Optional.of(LocalDate.of(2026, 3, 12))),
                                ""),
                        new Field(
                                new About("p1", "action.contact", 2),
                                "With whom?",
                                "",
                                new Choice(List.of(new Pick("Dana", "Dana Wu"), new Pick("Omar", "Omar")), "Omar"),
                                "")));

        assertThat(drawn(form))
                .isEqualTo("{'type':'modal','title':" + plain("Act") + ",'submit':" + plain("Save") + ",'close':"
                        + plain("Cancel") + ",'blocks':[{'type':'context','elements':["
                        + plain("Leave *empty* what you don’t know.") + "]},{'type':'header','text':" + plain("1st")
                        + "},{'type':'input','block_id':'p1|action.what|2|1','label':" + plain("What will you do?")
                        + ",'element':{'type':'plain_text_input','action_id':'v','initial_value':'Call <Dana>',"
                        + "'multiline':true,'max_length':2000},'hint':" + plain("One :thing:") + ",'optional':true},"
                        + "{'type':'input','block_id':'p1|action.due|2|2','label':" + plain("By when?")
                        + ",'element':{'type':'datepicker','action_id':'v','initial_date':'2026-03-12'},"
                        + "'optional':true},{'type':'input','block_id':'p1|action.contact|2|3','label':"
                        + plain("With whom?") + ",'element':{'type':'static_select','action_id':'v','options':["
                        + "{'text':" + plain("Dana") + ",'value':'Dana Wu'},{'text':" + plain("Omar")
                        + ",'value':'Omar'}],'initial_option':{'text':" + plain("Omar") + ",'value':'Omar'}},"
                        + "'optional':true}],'private_metadata':'token','callback_id':'form',"
                        + "'notify_on_close':false}");
    }

    private static String plain(String text) {
        return "{'type':'plain_text','text':'" + text + "','emoji':false}";
    }

    @Test
    void aPlaceIsPickedFromWhatTheRepSees() {
        Field where = new Field(new About("", "share", 0), "Where?", "", new Input.Place(), true);
        Form form = new Form("token", "Share", Message.of(), List.of(where), "Share");

        assertThat(drawn(form))
                .contains("'element':{'type':'conversations_select','action_id':'v',"
                        + "'default_to_current_conversation':true,'filter':{"
                        + "'include':['public','private','mpim','im'],'exclude_bot_users':true}},'optional':false");
    }

    @Test
    void severalAreTicked() {
        Several days =
                new Several(List.of(new Pick("Monday", "MONDAY"), new Pick("Sunday", "SUNDAY")), List.of("SUNDAY"));

        assertThat(drawn(new Form("token", "Settings", Message.of(), List.of(new Field(WHAT, "Days", "", days, true)))))
                .contains("'element':{'type':'checkboxes','action_id':'v','options':[{'text':" + plain("Monday")
                        + ",'value':'MONDAY'},{'text':" + plain("Sunday")
                        + ",'value':'SUNDAY'}],'initial_options':[{'text':" + plain("Sunday")
                        + ",'value':'SUNDAY'}]},'optional':false");
    }

    @Test
    void nothingTickedAtFirstIsNotSaid() {
        JsonObject view = form(new Several(List.of(new Pick("Monday", "MONDAY")), List.of()));

        Limits.holdInModal(view);
        assertThat(view.toString()).doesNotContain("initial_options");
        assertThat(form(new Several(List.of(), List.of())).getAsJsonArray("blocks"))
                .isEmpty();
    }

    @Test
    void whatOnlyTellsIsShortened() {
        Field field = new Field(WHAT, LONG, LONG, new Choice(List.of(new Pick(LONG, "x")), "not there"), LONG);
        JsonObject view = ModalView.of(new Form("t".repeat(3000), LONG, note(LONG), List.of(field)));

        Limits.holdInModal(view);
        assertThat(view.toString()).doesNotContain("initial_option");
    }

    @Test
    void blanksAreNotShown() {
        Field bare = new Field(WHAT, " ", " ", new Text("", false, 9000), " ");
        Field nothingToPick = new Field(new About("p1", "contact", 1), "Who?", "", new Choice(List.of(), ""), "");
        JsonObject view = ModalView.of(new Form("", " ", note(" "), List.of(bare, nothingToPick)));

        Limits.holdInModal(view);
        assertThat(view.getAsJsonArray("blocks")).hasSize(1);
        assertThat(view.toString()).contains("\"max_length\":3000").doesNotContain("hint", "initial_value");
    }

    @Test
    void whatStandsInABlankIsNeverCut() {
        JsonObject view = form(new Text("one\ntwo", false, 3));

        Limits.holdInModal(view);
        assertThat(view.toString()).contains("\"initial_value\":\"one\\ntwo\",\"multiline\":true,\"max_length\":7");
        Limits.holdInModal(form(new Text("😀".repeat(3000), true, 3000)));
    }

    @Test
    void moreThanSlackBringsBackIsRefused() {
        assertThatThrownBy(() -> ModalView.of(new Form("t".repeat(3001), "", note(""), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form(new Text("x".repeat(3001), true, 3000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form(new Choice(Collections.nCopies(101, new Pick("x", "x")), "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form(new Several(Collections.nCopies(11, new Pick("x", "x")), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form(new Choice(List.of(new Pick("x", "x".repeat(151))), "")))
                .isInstanceOf(IllegalArgumentException.class);
        Limits.holdInModal(ModalView.of(new Form("", "", note("note"), fields(99))));
        assertThatThrownBy(() -> ModalView.of(new Form("", "", note("note"), fields(100))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSheetIsOnlyRead() {
        Message body = Message.of(
                new Part.Grid(List.of("Opportunity", "EGP"), List.of(List.of("Resin <!here>", "$16,800"))),
                new Part.Picture(
                        new Chart("EGP", List.of("Resin"), List.of(new Chart.Series("EGP", List.of(BigDecimal.TEN))))));

        JsonObject view = ModalView.of(Form.sheet("Acme Glass", body));

        Limits.holdInModal(view);
        assertThat(view.has("submit")).isFalse();
        assertThat(view.toString()).contains("Resin", "$16,800").doesNotContain("table", "data_visualization");
    }

    private static Message note(String text) {
        return Message.of(new Part.Quiet(Words.literal(text)));
    }

    private static List<Field> fields(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(row -> new Field(new About("p1", "q", row), "Q", "", new Day(Optional.empty()), ""))
                .toList();
    }

    private static JsonObject form(Input input) {
        return ModalView.of(new Form("", "", note(""), List.of(new Field(WHAT, "What?", "", input, ""))));
    }

    /** The JSON with its apostrophes and quotes made easy to read. */
    private static String drawn(Form form) {
        JsonObject view = ModalView.of(form);
        Limits.holdInModal(view);
        return view.toString()
                .replace('\'', '’')
                .replace("\\u0027", "’")
                .replace('"', '\'')
                .replace("\\u003c", "<")
                .replace("\\u003e", ">");
    }
}
