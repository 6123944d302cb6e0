package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** Text from JSON. */
class JsonTest {

    @Test
    void isTextThatEveryStoreKeepsAlike() {
        JsonObject user = JsonParser.parseString(
                        "{\"name\": \"Pri\\u0000ya \\ud83c\\udf89 \\ud83c\", \"age\": 3, \"nothing\": null}")
                .getAsJsonObject();
        assertThat(Json.text(user, "name")).isEqualTo("Priya 🎉 \ufffd");
        assertThat(Json.text(user, "age")).isEmpty();
        assertThat(Json.text(user, "nothing")).isEmpty();
        assertThat(Json.text(user, "absent")).isEmpty();
    }
}
