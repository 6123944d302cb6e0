package steward.worksheet.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoAnswerTest {

    private static final YesNoAnswer PLAIN = new YesNoAnswer();
    private static final YesNoAnswer ANOTHER = YesNoAnswer.another();
    private static final YesNoAnswer LOOKS_RIGHT = YesNoAnswer.looksRight();

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes!", " y ", "yep", "Yeah.", "ok", "OK", "okay", "sure", "yes please"})
    void allReadAYes(String said) {
        for (YesNoAnswer answer : List.of(PLAIN, ANOTHER, LOOKS_RIGHT)) {
            assertThat(read(answer, said, HERE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No.", "n", "nope", "NAH", "no thanks", "not yet"})
    void allReadANo(String said) {
        for (YesNoAnswer answer : List.of(PLAIN, ANOTHER, LOOKS_RIGHT)) {
            assertThat(read(answer, said, HERE)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "Done.", "fine", "good", "all done", "all good"})
    void whoIsDoneWantsNoOtherAndAgrees(String said) {
        assertThat(read(ANOTHER, said, HERE)).isFalse();
        assertThat(read(LOOKS_RIGHT, said, HERE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"looks right", "Looks good!"})
    void whatLooksRightIsRight(String said) {
        assertThat(read(LOOKS_RIGHT, said, HERE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope thats all",
                "Nope, that's all.",
                "nope, that’s everyone",
                "no that's all",
                "no that is all",
                "that's all",
                "thats all for now",
                "thats it",
                "that's it, thanks",
                "done for now",
                "done, thanks",
                "no more",
                "no more contacts",
                "no more for now",
                "none",
                "none, thanks",
                "nobody else",
                "nobody else, thats all",
                "no one else",
                "not now",
                "no not now",
                "no. thats all",
                "no - thats all",
                "no, i think that's all",
                "nah thanks",
                "no thanks, that's all for now",
                "i'm good"
            })
    void aShortNoMayGoOn(String said) {
        assertThat(read(ANOTHER, said, HERE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes, Tom Becker, COO",
                "yes Tom Becker",
                "Tom Becker, COO",
                "Noah Lind, CFO",
                "Nora, buyer",
                "Nope Ltd resin",
                "No. 5 line",
                "no.5 line",
                "No 5 line",
                "Non-stick coating",
                "no-rinse cleaner",
                "Done Deal rollout",
                "good resin",
                "nobody elsewhere",
                "no, but there is one at the other plant",
                "maybe",
                ""
            })
    void anythingElseMayBeTheNextRow(String said) {
        assertThat(refused(ANOTHER, said, HERE)).isEqualTo("Yes or no will do.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no, thats wrong", "nope thats all", "yes, but", "4", "another"})
    void elsewhereNothingFollows(String said) {
        refused(PLAIN, said, HERE);
        refused(LOOKS_RIGHT, said, HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "good", "another"})
    void whatCouldBeEitherIsNoYesToARemoval(String said) {
        refused(PLAIN, said, HERE);
    }

    @Test
    void survivesAnything() {
        for (YesNoAnswer answer : List.of(PLAIN, ANOTHER, LOOKS_RIGHT)) {
            Replies.survivesAnything(answer);
            Replies.survivesAnyOrder(
                    answer, List.of("no", "no,", "nope", "yes", "that's", "all", "for", "now", "done."));
        }
    }
}
