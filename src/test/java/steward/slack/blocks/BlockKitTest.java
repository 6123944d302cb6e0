package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.About;
import steward.message.Chart;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Calendar;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Style;
import steward.message.Words;

class BlockKitTest {

    private static final About ASKED = new About("p1", "revenue_goal", 0);
    private static final int MESSAGES = 120;

    @Test
    void drawsAQuestion() {
        Message question = Message.of(
                new Part.Quiet(Words.of("*{}*  ·  step 1 of 4, account snapshot", "Acme Glass")),
                new Part.Paragraph(Words.of("*What is this year's revenue goal?*\nAll you plan to sell.")),
                new Part.Quiet(Words.of("Just type it, like `{}` or `850k`", "$1.2M")),
                new Part.Commands(ASKED, List.of(new Button("Back", "back"), new Button("Skip", "skip"))));

        assertThat(drawn(question))
                .containsExactly(
                        "{'type':'context','elements':[{'type':'mrkdwn','text':'*Acme Glass*  ·  step 1 of 4, account"
                                + " snapshot','verbatim':true}]}",
                        "{'type':'section','text':{'type':'mrkdwn','text':'*What is this year’s revenue goal?*\\nAll you plan"
                                + " to sell.','verbatim':true}}",
                        "{'type':'context','elements':[{'type':'mrkdwn','text':'Just type it, like `$1.2M` or `850k`',"
                                + "'verbatim':true}]}",
                        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'Back',"
                                + "'emoji':false},'action_id':'0','value':'back'},{'type':'button','text':{'type':"
                                + "'plain_text','text':'Skip','emoji':false},'action_id':'1','value':'skip'}],"
                                + "'block_id':'p1|revenue_goal|0|1'}");
    }

    @Test
    void drawsATableWhoseNumbersLineUp() {
        assertThat(drawn(Message.of(new Part.Grid(
                        List.of("Account", "Next hour"),
                        List.of(List.of("Acme *Glass*", "$661"), List.of("Echo", ""))))))
                .containsExactly(
                        "{'type':'table','rows':[[{'type':'raw_text','text':'Account'},{'type':'raw_text','text':"
                                + "'Next hour'}],[{'type':'raw_text','text':'Acme *Glass*'},{'type':'raw_text','text':'$661'}],"
                                + "[{'type':'raw_text','text':'Echo'},{'type':'raw_text','text':'–'}]],'column_settings':["
                                + "{'align':'left','is_wrapped':true},{'align':'right','is_wrapped':true}]}");
    }

    @Test
    void drawsAChart() {
        Chart chart = new Chart(
                "Next hour, $",
                List.of("Acme Glass of Toledo, Ohio", "Acme Glass of Toledo, Iowa"),
                List.of(new Chart.Series("Next hour", List.of(new BigDecimal("660.61"), BigDecimal.TEN))));

        assertThat(drawn(Message.of(new Part.Picture(chart))))
                .containsExactly("{'type':'data_visualization','title':'Next hour, $','chart':{'type':'bar','series':["
                        + "{'name':'Next hour','data':[{'label':'Acme Glass of Toled…','value':660.61},"
                        + "{'label':'Acme Glass of To… 2','value':10}]}],'axis_config':{'categories':["
                        + "'Acme Glass of Toled…','Acme Glass of To… 2']}}}");
    }

    @Test
    void drawsFactsUnderEachOther() {
        Message facts = Message.of(new Part.Facts(List.of(
                new Part.Fact(Optional.of(1), "Headquarters", Words.literal("Toledo")),
                new Part.Fact(Optional.empty(), "Mission", Words.of("_not known yet_")))));

        assertThat(drawn(facts))
                .containsExactly("{'type':'section','text':{'type':'mrkdwn','text':"
                        + "'*1*  Headquarters   Toledo\\nMission   _not known yet_','verbatim':true}}");
    }

    @Test
    void wordsThatCouldBeMarkupAreRichText() {
        Message hostile = Message.of(new Part.Paragraph(Words.of("*Account*: {}", "<!channel> *x*")));

        assertThat(drawn(hostile))
                .containsExactly("{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
                        + "{'type':'text','text':'Account','style':{'bold':true}},{'type':'text','text':': '},"
                        + "{'type':'text','text':'<!channel> *x*'}]}]}");
    }

    @Test
    void drawsMenusAndCalendars() {
        Message message = Message.of(
                new Part.Choices(
                        ASKED,
                        List.of(
                                new Menu("Change…", List.of(new Pick("1  HQ", "edit 1"))),
                                new Menu("Nothing", List.of()),
                                new Calendar("By when?", Optional.of(LocalDate.of(2026, 3, 12))))),
                new Part.Entry(Words.of("*{}*   draft", "Cargo"), ASKED, new Button("Open", "open", Weight.PRIMARY)));

        assertThat(drawn(message))
                .containsExactly(
                        "{'type':'actions','elements':[{'type':'static_select','placeholder':{'type':'plain_text',"
                                + "'text':'Change…','emoji':false},'action_id':'0','options':[{'text':{'type':"
                                + "'plain_text','text':'1  HQ','emoji':false},'value':'edit 1'}]},{'type':'datepicker',"
                                + "'action_id':'2','placeholder':{'type':'plain_text','text':'By when?','emoji':false},"
                                + "'initial_date':'2026-03-12'}],'block_id':'p1|revenue_goal|0|1'}",
                        "{'type':'section','text':{'type':'mrkdwn','text':'*Cargo*   draft','verbatim':true},"
                                + "'block_id':'p1|revenue_goal|0|2','accessory':{'type':'button','text':{'type':"
                                + "'plain_text','text':'Open','emoji':false},'action_id':'0','value':'open',"
                                + "'style':'primary'}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U1>",
                "*b*",
                "_i_",
                "`c`",
                "~s~",
                ":tada:",
                "http://a.b",
                "acme.com",
                "@here",
                ":smile:",
                "a:b",
                "*&*",
                "✅ _4_",
                "> a",
                "`#1`",
                "a: :tada: b",
                "a\n> b",
                "[a](b)",
                "1. a\n2. b",
                "•a",
                "a|b",
                "www.a"
            })
    void whatCouldBeMarkupIsShownAsItIs(String hostile) {
        Message message = Message.of(
                new Part.Quiet(Words.of("You said *{}*.", hostile)),
                new Part.Entry(Words.of("*{}*  open", hostile), ASKED, new Button(hostile, hostile)));
        JsonObject json = RenderedMessage.of(message);

        JsonObject context = JsonFields.objects(json, "blocks").get(0);
        assertThat(JsonFields.objects(context, "elements"))
                .extracting(JsonObject::toString)
                .containsExactly(
                        json("{'type':'plain_text','text':" + quoted("You said " + hostile + ".") + ",'emoji':false}"));
        JsonObject section = JsonFields.objects(json, "blocks").get(1);
        assertThat(JsonFields.object(section, "text").toString())
                .isEqualTo(json("{'type':'plain_text','text':" + quoted(hostile + "  open") + ",'emoji':false}"));
        assertThat(JsonFields.text(json, "text")).doesNotContain("<", ">");
        Limits.hold(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lids & trays",
                "&amp;",
                "✅ 4 We sell",
                "plan #2",
                "#general",
                "👍🏽 👩‍💻 ❤️",
                "Next: lids",
                "Next:"
            })
    void whatCannotBeMarkupKeepsItsStyle(String tame) {
        Message message = Message.of(
                new Part.Quiet(Words.of("✅ 4 You said *{}*: noted", tame)), new Part.Paragraph(Words.of("*{}*", tame)));
        JsonObject json = RenderedMessage.of(message);

        String escaped = tame.replace("&", "&amp;");
        JsonObject context = JsonFields.objects(json, "blocks").get(0);
        assertThat(JsonFields.objects(context, "elements")).singleElement().satisfies(text -> {
            assertThat(JsonFields.text(text, "type")).isEqualTo("mrkdwn");
            assertThat(JsonFields.text(text, "text")).isEqualTo("✅ 4 You said *" + escaped + "*: noted");
        });
        JsonObject section = JsonFields.objects(json, "blocks").get(1);
        assertThat(JsonFields.text(JsonFields.object(section, "text"), "text")).isEqualTo("*" + escaped + "*");
        Limits.hold(json);
    }

    @Test
    void tooMuchIsCutHonestlyButTheButtonsStay() {
        List<Part> parts = new ArrayList<>(Collections.nCopies(70, new Part.Paragraph(Words.of("line"))));
        parts.add(new Part.Commands(ASKED, List.of(new Button("Back", "back"))));
        JsonObject json = RenderedMessage.of(new Message(parts));

        Limits.hold(json);
        List<JsonObject> blocks = JsonFields.objects(json, "blocks");
        assertThat(blocks).hasSize(50);
        assertThat(blocks.get(48).toString()).contains("… and 22 more");
        assertThat(JsonFields.text(blocks.get(49), "type")).isEqualTo("actions");
    }

    @Test
    void aLongMenuSaysWhatIsMissing() {
        List<Pick> picks = IntStream.range(0, 120)
                .mapToObj(i -> new Pick("p" + i, "p" + i))
                .toList();
        JsonObject json = RenderedMessage.of(saying(new Menu("Pick", picks)));

        Limits.hold(json);
        assertThat(JsonFields.objects(json, "blocks").get(1).toString()).contains("… and 20 more to type");
    }

    @Test
    void whatIsSaidIsNeverCut() {
        assertThat(RenderedMessage.of(saying(new Button("a", "x".repeat(2001)))).toString())
                .doesNotContain("actions");
        assertThatThrownBy(() -> BlockKit.of(saying(new Menu("a", List.of(new Pick("b", "x".repeat(151)))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlockKit.of(saying(new Button("a", "")))).isInstanceOf(IllegalArgumentException.class);
        Limits.hold(RenderedMessage.of(saying(new Button("a", "😀".repeat(2000)))));
    }

    private static Message saying(Control control) {
        return Message.of(new Part.Choices(ASKED, List.of(control)));
    }

    @Test
    void aMessageOfNothingStillHasAText() {
        JsonObject json = RenderedMessage.of(Message.of(
                new Part.Heading(" "),
                new Part.Paragraph(Words.of("")),
                new Part.Quote(Words.of("")),
                new Part.Quiet(Words.of(" ")),
                new Part.Facts(List.of()),
                new Part.Choices(ASKED, List.of())));

        assertThat(json.getAsJsonArray("blocks")).isEmpty();
        Limits.hold(json);
    }

    @Test
    void anyMessageKeepsToTheLimits() {
        for (long seed = 0; seed < MESSAGES; seed++) {
            AnyMessage any = new AnyMessage(new Random(seed));
            JsonObject json = RenderedMessage.of(any.message());
            try {
                Limits.hold(json);
            } catch (AssertionError e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    /** Messages of all kinds, many of them giant or hostile. */
    private static final class AnyMessage {

        private static final List<String> PIECES = List.of(
                "a",
                " ",
                "\n",
                "Acme Glass",
                "😀",
                "<!channel>",
                "*",
                "_",
                "`",
                "~",
                "&",
                "<",
                ">",
                ":tada:",
                "|",
                "http://x.y",
                "עברית",
                "é",
                "\u202e",
                "12.5",
                "$1,200",
                "[x]",
                "@",
                "#");
        private static final int[] LENGTHS = {0, 1, 5, 30, 80, 160, 700, 3000};

        private final Random random;

        AnyMessage(Random random) {
            this.random = random;
        }

        Message message() {
            return new Message(some(random.nextInt(10) == 0 ? 80 : 8, this::part));
        }

        private Part part() {
            return switch (random.nextInt(11)) {
                case 0 -> new Part.Heading(text());
                case 1 -> new Part.Paragraph(words());
                case 2 -> new Part.Quote(words());
                case 3 -> new Part.Quiet(words());
                case 4 ->
                    new Part.Facts(some(40, () -> new Part.Fact(Optional.of(random.nextInt(100)), text(), words())));
                case 5 -> new Part.Choices(ASKED, some(60, this::control));
                case 6 -> new Part.Commands(About.NOTHING, some(6, this::control));
                case 7 -> new Part.Grid(List.of(text(), text()), some(130, () -> List.of(text(), text())));
                case 8 -> new Part.Picture(chart());
                case 9 -> new Part.Divider();
                default -> new Part.Entry(words(), About.plan("p2"), control());
            };
        }

        private Chart chart() {
            List<String> names =
                    Stream.generate(this::text).limit(1 + random.nextInt(30)).toList();
            List<BigDecimal> values = names.stream()
                    .map(name -> BigDecimal.valueOf(random.nextInt()))
                    .toList();
            return new Chart(text() + "x", names, List.of(new Chart.Series(text() + "y", values)));
        }

        private Control control() {
            return switch (random.nextInt(3)) {
                case 0 -> new Button(text(), cut(text(), 1000), oneOf(List.of(Weight.values())));
                case 1 -> new Menu(text(), some(130, () -> new Pick(text(), cut(text(), 75))));
                default -> new Calendar(text(), Optional.of(LocalDate.of(2026, 3, 2)));
            };
        }

        private Words words() {
            return some(
                            20,
                            () -> random.nextBoolean()
                                    ? Words.literal(text(), style())
                                    : Words.of("Own & *bold* {}", text()))
                    .stream()
                    .reduce(Words.of(""), Words::then);
        }

        private Style style() {
            return oneOf(List.of(Style.values()));
        }

        private String text() {
            int pieces = LENGTHS[Math.min(random.nextInt(40), LENGTHS.length - 1 - random.nextInt(LENGTHS.length))];
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < pieces; i++) {
                text.append(oneOf(PIECES));
            }
            return text.toString();
        }

        private static String cut(String text, int max) {
            String cut =
                    text.substring(0, text.offsetByCodePoints(0, Math.min(max, text.codePointCount(0, text.length()))));
            return cut.isEmpty() ? "x" : cut;
        }

        private <T> T oneOf(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private <T> List<T> some(int max, Supplier<T> of) {
            return Stream.generate(of).limit(random.nextInt(max + 1)).toList();
        }
    }

    /** The blocks, with single quotes for double ones so that they can be read here. */
    private static List<String> drawn(Message message) {
        JsonObject json = RenderedMessage.of(message);
        Limits.hold(json);
        return JsonFields.objects(json, "blocks").stream()
                .map(block ->
                        block.toString().replace("'", "’").replace("\"", "'").replace("\\u0027", "’"))
                .toList();
    }

    private static String json(String quotedSingly) {
        return quotedSingly.replace("'", "\"");
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }
}
