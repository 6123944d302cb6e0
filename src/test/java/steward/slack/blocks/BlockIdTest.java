package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.About;

class BlockIdTest {

    @Test
    void comesBackAsItWent() {
        BlockId address = new BlockId(new About("p1", "opportunity.increase", 3), 12);

        assertThat(address.blockId()).isEqualTo("p1|opportunity.increase|3|12");
        assertThat(BlockId.read(address.blockId())).contains(address);
        assertThat(BlockId.read(new BlockId(About.NOTHING, 1).blockId())).contains(new BlockId(About.NOTHING, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "p|q|1", "p|q|x|1", "p|q|1|1|1", "p|q|-1|1", "p|q|99999999999|1"})
    void othersAreNone(String blockId) {
        assertThat(BlockId.read(blockId)).isEmpty();
    }

    @Test
    void whatWouldNotComeBackIsRefused() {
        assertThatThrownBy(() -> new BlockId(new About("a|b", "", 0), 1).blockId())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlockId(About.plan("p".repeat(255)), 1).blockId())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
