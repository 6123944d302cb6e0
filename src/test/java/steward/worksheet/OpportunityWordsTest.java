package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpportunityWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Resin for line 2, new, 240k, 60%, by June  | what=Resin for line 2 last_year=new increase=240k probability=60% timeline=by June
            Resin; 120k last year; 60k more; 75%; 30 June | what=Resin last_year=120k increase=60k more probability=75% timeline=30 June
            Resin, 120k, 60k, 75%                      | what=Resin last_year=120k increase=60k probability=75%
            Resin, 60%, June                           | what=Resin probability=60% timeline=June
            Keep the frame contract, $320,000, keep, 90% | what=Keep the frame contract last_year=$320,000 increase=keep probability=90%
            Win the resin order, new, 1,250,000, and 50% | what=Win the resin order last_year=new increase=1,250,000 probability=50%
            """)
    void readsARowWhoseEveryPartIsSure(String said, String row) {
        assertThat(OpportunityWords.read(said, HERE)
                        .map(parts -> parts.entrySet().stream()
                                .map(part -> part.getKey().key().replace("opportunity.", "") + "=" + part.getValue())
                                .collect(Collectors.joining(" "))))
                .contains(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resin for line 2",
                "Resin, 240k",
                "Win the resin order, by June",
                "Resin, 240k, 60%, by June",
                "Resin, Coatings, Training",
                "Resin, new, 240k, Toledo",
                "Resin, 60%, 70%",
                "Resin, new, 100k, 200k",
                "240k, 60%, June, 10k, 5%",
                "Resin, new, 20% more",
                "Resin, 3, 5",
                "Resin\nnew\n240k"
            })
    void leavesTheRestAsWords(String said) {
        assertThat(OpportunityWords.read(said, HERE)).isEmpty();
    }
}
