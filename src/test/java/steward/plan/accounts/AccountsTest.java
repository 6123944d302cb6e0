package steward.plan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;

class AccountsTest {

    private final Accounts accounts =
            new Accounts(Stream.of("Acme Glass", "Acme Steel", "Delta Foods", "Über & Söhne", "3M")
                    .map(name -> new PlanCard(new PlanId(name), name, 2026, Status.DRAFT, Instant.EPOCH))
                    .toList());

    @Test
    void capitalsAndSpacesDoNotMatter() {
        assertThat(names(accounts.exactly("  acme   GLASS "))).containsExactly("Acme Glass");
        assertThat(names(accounts.exactly("über & söhne"))).containsExactly("Über & Söhne");
        assertThat(names(accounts.exactly("3m"))).containsExactly("3M");
    }

    @Test
    void marksAndSignsThatMakeAnotherNameMatter() {
        Accounts alike = new Accounts(Stream.of("टाटा", "टीटी", "C# Foundry", "C++ Foundry", "Café", "F#")
                .map(name -> new PlanCard(new PlanId(name), name, 2026, Status.DRAFT, Instant.EPOCH))
                .toList());
        assertThat(names(alike.called("टाटा"))).containsExactly("टाटा");
        assertThat(names(alike.meant("टीटी"))).containsExactly("टीटी");
        assertThat(names(alike.called("c# foundry"))).containsExactly("C# Foundry");
        assertThat(names(alike.meant("C++"))).containsExactly("C++ Foundry");
        assertThat(names(alike.exactly("cafe\u0301"))).containsExactly("Café");
        assertThat(names(alike.called("foundry"))).hasSize(2);
        assertThat(Names.words("A+B, #1 (R&D)")).containsExactly("a", "b", "1", "r", "d");
    }

    @Test
    void theBeginningOfEachWordIsEnough() {
        assertThat(names(accounts.called("acm gl"))).containsExactly("Acme Glass");
        assertThat(names(accounts.called("glass"))).containsExactly("Acme Glass");
        assertThat(names(accounts.called("acme"))).containsExactly("Acme Glass", "Acme Steel");
        assertThat(accounts.called("acme paper")).isEmpty();
    }

    @Test
    void aSlipOfTheFingerMayBeMeantButIsNotCalledSo() {
        assertThat(accounts.called("detla foods")).isEmpty();
        assertThat(names(accounts.meant("detla foods"))).containsExactly("Delta Foods");
        assertThat(names(accounts.meant("amce")))
                .as("two letters swapped are one slip")
                .containsExactly("Acme Glass", "Acme Steel");
        assertThat(names(accounts.meant("acmex"))).containsExactly("Acme Glass", "Acme Steel");
        assertThat(accounts.meant("amec")).isEmpty();
        assertThat(accounts.meant("borealis")).isEmpty();
        assertThat(accounts.meant("")).isEmpty();
    }

    @Test
    void aLegalFormOrASignMakesNoOtherName() {
        Accounts alike = new Accounts(Stream.of("Acme", "AT&T", "Bolt Sp. z o.o.", "Ten Company", "C#", "Group")
                .map(name -> new PlanCard(new PlanId(name), name, 2026, Status.DRAFT, Instant.EPOCH))
                .toList());
        assertThat(names(alike.meant("Acme, Inc."))).containsExactly("Acme");
        assertThat(names(alike.meant("ACME Holdings Ltd"))).containsExactly("Acme");
        assertThat(names(alike.meant("ATT"))).containsExactly("AT&T");
        assertThat(names(alike.meant("A.T.&T. Corp."))).containsExactly("AT&T");
        assertThat(names(alike.meant("Bolt S.p.A."))).containsExactly("Bolt Sp. z o.o.");
        assertThat(names(alike.meant("Ten Co"))).containsExactly("Ten Company");
        assertThat(names(accounts.meant("Delta, GmbH"))).containsExactly("Delta Foods");
        assertThat(alike.called("Acme, Inc.")).as("only asked about").isEmpty();
        assertThat(alike.meant("C++ Inc")).isEmpty();
        assertThat(alike.meant("Inc.")).isEmpty();
    }

    @Test
    void theFirstWordsMayBeTheNameAndTheRestSomethingElse() {
        assertThat(accounts.leading("delta lost the bid")).hasValueSatisfying(named -> {
            assertThat(names(named.plans())).containsExactly("Delta Foods");
            assertThat(named.rest()).isEqualTo("lost the bid");
        });
        assertThat(accounts.leading("nobody we know")).isEmpty();
    }

    private static List<String> names(List<PlanCard> cards) {
        return cards.stream().map(PlanCard::account).toList();
    }
}
