package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/roti",
                "/roti Acme",
                "/roti Acme hours=40",
                "/roti next 10h",
                "/roti\u00A0help",
                "/plan",
                "/plan ",
                "/plan list",
                "/plan health Acme",
                "/plan Show Acme",
                "/plan settings",
                "/actions",
                "/actions Acme",
                "/time",
                "/time last week"
            })
    void whatOnlyShowsSomethingIsOne(String typed) {
        assertThat(LookUp.isSaidBy(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan Acme",
                "/plan Shower Glass",
                "/plan new Acme",
                "/plan undo",
                "/plan delete Acme",
                "/plan export",
                "/roti undo",
                "/roti hours Acme",
                "/roti share",
                "/actions done call Dana",
                "/actions add Acme call Dana",
                "/time 2h Acme",
                "/time undo",
                "/somethingelse"
            })
    void whatMayWriteIsNone(String typed) {
        assertThat(LookUp.isSaidBy(typed)).isFalse();
    }
}
