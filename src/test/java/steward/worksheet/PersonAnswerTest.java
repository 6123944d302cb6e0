package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.Replies.HERE;
import static steward.worksheet.Replies.read;
import static steward.worksheet.Replies.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonAnswerTest {

    private static final PersonAnswer PERSON = new PersonAnswer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dana Wu, CFO             | Dana Wu   | CFO
            Dana Wu - CFO            | Dana Wu   | CFO
            Dana Wu – CFO            | Dana Wu   | CFO
            Dana Wu — CFO            | Dana Wu   | CFO
            Dana  Wu ,CFO            | Dana Wu   | CFO
            Anne-Marie Lee, VP, EMEA | Anne-Marie Lee | VP, EMEA
            Bo - Head of R, D        | Bo        | Head of R, D
            Dana Wu                  | Dana Wu   | ''
            Dana,                    | Dana      | ''
            """)
    void splitsNameAndPosition(String said, String name, String position) {
        assertThat(read(PERSON, said, HERE)).isEqualTo(new Person(name, position));
    }

    @Test
    void isKeptAsTyped() {
        assertThat(PERSON.kept(new Person("Dana Wu", "CFO"))).isEqualTo("Dana Wu, CFO");
        assertThat(PERSON.kept(new Person("Dana Wu", ""))).isEqualTo("Dana Wu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00a0", ", CFO", ",", " , "})
    void refusesAPersonWithoutAName(String said) {
        assertThat(refused(PERSON, said, HERE)).contains("name").contains("Dana Wu, CFO");
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(PERSON);
    }
}
