package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;

class ListAnswerTest {

    private static final ListAnswer LIST = new ListAnswer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resin, Coatings",
                "Resin,Coatings,",
                "Resin; Coatings",
                "Resin\nCoatings",
                "- Resin\r\n- Coatings",
                "• Resin\n\n•\tCoatings\n",
                "* Resin\n* Coatings",
                "1. Resin\n2. Coatings",
                "1) Resin\n2) Coatings",
                "Resin, Coatings, Resin",
                "Resin, and Coatings",
                "Resin, & Coatings",
                "- Resin\n  - Coatings",
                "• Resin\n    ◦ Coatings",
                "• Resin\n    ▪\ufe0e Coatings",
                "- - Resin\n- [ ] Coatings",
                "1. Resin\n  a. Coatings",
                "1. Resin\n1.1. Coatings",
                "・Resin\n・Coatings",
                "●Resin\n○Coatings",
                "１．Resin\n２．Coatings",
                "１）Resin\n２）Coatings",
                "（1）Resin\n（2）Coatings",
                "Resin，Coatings",
                "Resin、Coatings",
                "Resin；Coatings"
            })
    void readsLinesOrCommas(String said) {
        assertThat(read(LIST, said, HERE)).containsExactly("Resin", "Coatings");
    }

    @Test
    void onlyTheLastOfSeveralHasAnAndOfItsOwn() {
        assertThat(read(LIST, "Resin, Coatings, and Training", HERE)).containsExactly("Resin", "Coatings", "Training");
        assertThat(read(LIST, "Resin, Health and Safety", HERE)).containsExactly("Resin", "Health and Safety");
        assertThat(read(LIST, "And Training", HERE)).containsExactly("And Training");
        assertThat(read(LIST, "Resin\nand Training", HERE)).containsExactly("Resin", "and Training");
    }

    @Test
    void aNumberOrAnInitialIsNoBullet() {
        assertThat(read(LIST, "3M tape\nA. Schulman resin\n1.5 mm film\n-40 °C grade", HERE))
                .containsExactly("3M tape", "A. Schulman resin", "1.5 mm film", "-40 °C grade");
    }

    @Test
    void commasDoNotSeparateWithinLines() {
        assertThat(read(LIST, "Resin, red\nCoatings", HERE)).containsExactly("Resin, red", "Coatings");
    }

    @Test
    void commasDoNotSeparateWithinNumbers() {
        assertThat(read(LIST, "1,250 t of resin, 2 sites", HERE)).containsExactly("1,250 t of resin", "2 sites");
    }

    @Test
    void questionsOnOneLineKeepTheirCommas() {
        assertThat(read(LIST, "What, if anything, would stop you? Who else signs?", HERE))
                .containsExactly("What, if anything, would stop you?", "Who else signs?");
    }

    @Test
    void holdsTenItems() {
        assertThat(read(LIST, items(10), HERE)).hasSize(10);
        assertThat(refused(LIST, items(11), HERE)).contains("11").contains("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "-\n-", "; ;\u00a0"})
    void refusesNothing(String said) {
        assertThat(refused(LIST, said, HERE)).contains("at least one");
    }

    @Test
    void anItemIsAsLongAsWordsMayBe() {
        assertThat(refused(LIST, "Resin\n" + "x".repeat(2_001), HERE)).contains("2,000");
    }

    @Test
    void isKeptAsJsonAndShownInALine() {
        List<String> items = List.of("Resin \"A\" <b>", "Coatings");
        assertThat(LIST.kept(items)).isEqualTo("[\"Resin \\\"A\\\" <b>\",\"Coatings\"]");
        assertThat(LIST.shown(List.of("Resin", "Coatings"), HERE)).isEqualTo("Resin, Coatings");
        assertThat(LIST.shown(List.of("Resin, red", "Coatings"), HERE)).isEqualTo("Resin, red; Coatings");
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(LIST);
    }

    private static String items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "item " + i).collect(Collectors.joining(", "));
    }
}
