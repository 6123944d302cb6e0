package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.About;

class AddressTest {

    @Test
    void comesBackAsItWent() {
        Address address = new Address(new About("p1", "opportunity.increase", 3), 12);

        assertThat(address.blockId()).isEqualTo("p1|opportunity.increase|3|12");
        assertThat(Address.read(address.blockId())).contains(address);
        assertThat(Address.read(new Address(About.NOTHING, 1).blockId())).contains(new Address(About.NOTHING, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "p|q|1", "p|q|x|1", "p|q|1|1|1", "p|q|-1|1", "p|q|99999999999|1"})
    void othersAreNone(String blockId) {
        assertThat(Address.read(blockId)).isEmpty();
    }

    @Test
    void whatWouldNotComeBackIsRefused() {
        assertThatThrownBy(() -> new Address(new About("a|b", "", 0), 1).blockId())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address(About.plan("p".repeat(255)), 1).blockId())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
