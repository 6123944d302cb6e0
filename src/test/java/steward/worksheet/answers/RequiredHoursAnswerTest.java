package steward.worksheet.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;
import steward.worksheet.values.Hours;

class RequiredHoursAnswerTest {

    private static final RequiredHoursAnswer OF_156 = new RequiredHoursAnswer(situation -> Optional.of(Hours.of(156)));
    private static final RequiredHoursAnswer OF_NOTHING_KNOWN = new RequiredHoursAnswer(situation -> Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "50%, 4680",
        "about 25 %, 2340",
        "75 percent, 7020",
        "78h, 4680",
        "78, 4680",
        "90 min, 90",
        "50%: 78 h, 4680",
        "50% of that, 4680",
        "half, 4680",
        "half of that, 4680",
        "a quarter of the 156 h, 2340",
        "half an hour, 30"
    })
    void readsHoursAndSharesOfTheYear(String said, long minutes) {
        assertThat(read(OF_156, said, HERE)).isEqualTo(new Hours(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"150%", "0%"})
    void refusesWhatIsNoShare(String said) {
        assertThat(refused(OF_156, said, HERE)).contains("percentage");
    }

    @Test
    void takesNoShareOfHoursNotKnown() {
        assertThat(refused(OF_NOTHING_KNOWN, "50%", HERE)).contains("I need the hours");
        assertThat(read(OF_NOTHING_KNOWN, "40", HERE)).isEqualTo(Hours.of(40));
    }

    @Test
    void survivesAnything() {
        Replies.survivesAnything(OF_156);
    }
}
