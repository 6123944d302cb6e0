package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Person;

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
            dana wu                  | dana wu   | ''
            Tom Becker (COO)         | Tom Becker | COO
            Tom Becker(COO).         | Tom Becker | COO
            Tom Becker (plant manager) | Tom Becker | plant manager
            Ann Lee (VP, EMEA)       | Ann Lee   | VP, EMEA
            Ann Lee, CFO (acting)    | Ann Lee   | CFO (acting)
            Ann Lee - CFO (acting)   | Ann Lee   | CFO (acting)
            Tom ()                   | Tom ()    | ''
            """)
    void splitsNameAndPosition(String said, String name, String position) {
        assertThat(read(PERSON, said, HERE)).isEqualTo(new Person(name, position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i think its Tom Becker (COO)",
                "I think it's Tom Becker, COO",
                "I think Tom Becker (COO)",
                "I THINK IT’S Tom Becker - COO",
                "it's Tom Becker (COO)",
                "Its Tom Becker (COO)",
                "probably Tom Becker (COO)",
                "Probably, Tom Becker (COO)",
                "maybe  Tom Becker (COO)",
                "That would be Tom Becker (COO)",
                "that'd be Tom Becker, COO",
                "thatd be Tom Becker, COO",
                "Should be Tom Becker, COO",
                "it's probably Tom Becker, COO"
            })
    void passesOverHowPeopleBegin(String said) {
        assertThat(read(PERSON, said, HERE)).isEqualTo(new Person("Tom Becker", "COO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Itsuki Mori", "Maybelle Carter", "I", "Mai Maybe", "Probablya"})
    void aNameMayLookLikeABeginning(String said) {
        assertThat(read(PERSON, said, HERE)).isEqualTo(new Person(said, ""));
    }

    @Test
    void isKeptAsTyped() {
        assertThat(PERSON.kept(new Person("Dana Wu", "CFO"))).isEqualTo("Dana Wu, CFO");
        assertThat(PERSON.kept(new Person("Dana Wu", ""))).isEqualTo("Dana Wu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \u00a0", ", CFO", ",", " , ", "maybe", "i think it's", "\u200b (COO)", "70", "3/4", "20%"})
    void refusesAPersonWithoutAName(String said) {
        assertThat(refused(PERSON, said, HERE)).contains("name").contains("Dana Wu, CFO");
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(PERSON);
    }
}
