package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class EmojiTest {

    @Test
    void emojiReadAsTheyWereTyped() {
        assertThat(Emoji.typed("Won :tada: with :wave::skin-tone-3: and :flag-de:", message("""
                                {"type":"emoji","name":"tada","unicode":"1f389"},
                                {"type":"emoji","name":"wave","skin_tone":3,"unicode":"1f44b-1f3fc"},
                                {"type":"emoji","name":"flag-de","unicode":"1f1e9-1f1ea"}""")))
                .isEqualTo("Won 🎉 with 👋🏼 and 🇩🇪");
    }

    @Test
    void anEmojiOfTheWorkspacesOwnKeepsItsName() {
        assertThat(Emoji.typed(":acme:", message("{\"type\":\"emoji\",\"name\":\"acme\"}")))
                .isEqualTo(":acme:");
    }

    @Test
    void aNameThatNoBlockExplainsWasTypedAsIs() {
        assertThat(Emoji.typed("at 10:tada:11", message("{\"type\":\"text\",\"text\":\"at 10:tada:11\"}")))
                .isEqualTo("at 10:tada:11");
        assertThat(Emoji.typed(":tada:", new JsonObject())).isEqualTo(":tada:");
    }

    private static JsonObject message(String elements) {
        return JsonParser.parseString("{\"blocks\":[{\"type\":\"rich_text\",\"elements\":"
                        + "[{\"type\":\"rich_text_section\",\"elements\":[" + elements + "]}]}]}")
                .getAsJsonObject();
    }
}
