package steward.worksheet.values;

import java.util.Optional;

/**
 * Someone at the account: "Dana Wu, CFO".
 *
 * @param name without a comma
 * @param position what they do there; empty if the rep did not say
 */
public record Person(String name, String position) {

    public Person {
        if (name.isBlank() || name.contains(",")) {
            throw new IllegalArgumentException("A person needs a name, without a comma");
        }
    }

    /** What one calls them: "Ellen" of "Dr. Ellen Vance"; empty if only their position is known. */
    public Optional<String> calledBy() {
        return PersonNames.calledBy(name);
    }

    /** The name without titles: "Ellen Vance". */
    public String bareName() {
        return PersonNames.bare(name);
    }

    /** "Dana Wu, CFO", or the name alone. */
    @Override
    public String toString() {
        return position.isEmpty() ? name : name + ", " + position;
    }
}
