package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** Text from JSON. */
class JsonFieldsTest {

    @Test
    void isTextThatEveryStoreKeepsAlike() {
        JsonObject user = JsonParser.parseString(
                        "{\"name\": \"Pri\\u0000ya \\ud83c\\udf89 \\ud83c\", \"age\": 3, \"nothing\": null}")
                .getAsJsonObject();
        assertThat(JsonFields.text(user, "name")).isEqualTo("Priya 🎉 \ufffd");
        assertThat(JsonFields.text(user, "age")).isEmpty();
        assertThat(JsonFields.text(user, "nothing")).isEmpty();
        assertThat(JsonFields.text(user, "absent")).isEmpty();
    }
}
