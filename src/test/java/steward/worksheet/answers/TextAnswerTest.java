package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;

class TextAnswerTest {

    private static final TextAnswer WORDS = new TextAnswer();

    @Test
    void keepsWordsAsTheyAre() {
        assertThat(read(WORDS, "\u00a0 Sell  *resin* to <@U1>\nin Q3 \n", HERE))
                .isEqualTo("Sell  *resin* to <@U1>\nin Q3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0\u2003", "\u200b"})
    void refusesABlank(String said) {
        assertThat(refused(WORDS, said, HERE)).contains("words");
    }

    @Test
    void countsCharactersAsARepDoes() {
        String longest = "😀".repeat(2_000);
        assertThat(read(WORDS, longest, HERE)).isEqualTo(longest);
        assertThat(refused(WORDS, longest + "!", HERE)).contains("2,001").contains("2,000");
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(WORDS);
    }
}
