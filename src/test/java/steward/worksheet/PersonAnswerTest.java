package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            Lee Park, VP Ops, EMEA   | Lee Park  | VP Ops, EMEA
            Dr. Ellen Vance, CFO     | Dr. Ellen Vance | CFO
            van der Berg, Jan        | Jan van der Berg | ''
            de la Cruz, Ana, buyer   | Ana de la Cruz | buyer
            van der Berg, CEO        | van der Berg | CEO
            van der Berg, Buyer      | van der Berg | Buyer
            Wu, Dana, CFO            | Dana Wu   | CFO
            Dana, Operations, EMEA   | Dana      | Operations, EMEA
            Dana, Buyer              | Dana      | Buyer
            Sam Hill, Jr., CFO       | Sam Hill Jr. | CFO
            the CFO, don't know her name yet | the CFO | ''
            CFO, name unknown        | CFO       | ''
            Head of purchasing (name tbd) | Head of purchasing | ''
            @dana, CFO               | dana      | CFO
            Dana Wu (dana@acme.com), CFO | Dana Wu | CFO
            the boss is Maria        | Maria     | boss
            The CFO is Maria Lopez   | Maria Lopez | CFO
            our main contact there is Maria Lopez, CFO | Maria Lopez | CFO
            My contact is Maria Lopez | Maria Lopez | ''
            Maria Lopez is the CFO   | Maria Lopez | CFO
            Maria is our plant manager there. | Maria | plant manager
            Karen Mills, she's the VP of ops | Karen Mills | VP of ops
            my buddy Al Green, he's in maintenance | Al Green | maintenance
            the CFO is new           | the CFO is new | ''
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dana Wu~CFO, Acme Glass~+1 419 555 0100~dana.wu@acme.example | Dana Wu | CFO, Acme Glass
            Dana Wu, CFO~www.acme.com          | Dana Wu | CFO
            Best regards,~Dana Wu~CFO~Tel: +49 (0)30 123456 | Dana Wu | CFO
            Dana Wu~dana@acme.com              | Dana Wu | ''
            """)
    void takesNameAndPositionOfASignature(String lines, String name, String position) {
        assertThat(read(PERSON, lines.replace('~', '\n'), HERE)).isEqualTo(new Person(name, position));
    }

    @ParameterizedTest
    @CsvSource({
        "Dana Wu, Dana",
        "Dr. Ellen Vance, Ellen",
        "Prof. Dr. Jan Kowalski, Jan",
        "Ms. Vance, Ms. Vance",
        "van der Berg, van der Berg",
        "Jan van der Berg, Jan",
        "Mark Summary, Mark",
        "Prince Adu, Prince",
        "李伟, 李伟",
        "the CFO, ",
        "Head of purchasing, ",
        "CFO, ",
        "Theo, Theo",
        "Drew Hall, Drew",
        "Leader, "
    })
    void isCalledByTheFirstName(String name, @Nullable String called) {
        assertThat(new Person(name, "").calledBy()).isEqualTo(Optional.ofNullable(called));
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(PERSON);
    }
}
