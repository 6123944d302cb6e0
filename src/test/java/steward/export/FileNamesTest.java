package steward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private final FileNames names = new FileNames();

    @Test
    void aFileIsCalledAsTheAccountIs() {
        assertThat(name("Acme Glass")).isEqualTo("acme-glass-2026");
        assertThat(name("Bäckerei \"Korn\" & Söhne")).isEqualTo("bäckerei-korn-söhne-2026");
        assertThat(name("日本ガラス")).isEqualTo("日本ガラス-2026");
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThat(name("../../etc/passwd")).isEqualTo("etc-passwd-2026");
        assertThat(name("C:\\con")).isEqualTo("c-con-2026");
        assertThat(name("..")).isEqualTo("plan-2026");
        assertThat(name("\u0000/")).isEqualTo("plan-2026-2");
    }

    @Test
    void noNameIsGivenTwice() {
        assertThat(name("Acme")).isEqualTo("acme-2026");
        assertThat(name("ACME!")).isEqualTo("acme-2026-2");
        assertThat(name("acme")).isEqualTo("acme-2026-3");
    }

    @Test
    void aLongNameIsCutBetweenLetters() {
        String name = name("\uD840\uDC0B".repeat(150));

        assertThat(name).endsWith("\uD840\uDC0B-2026");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250);
    }

    private String name(String account) {
        return names.of(account, 2026);
    }
}
