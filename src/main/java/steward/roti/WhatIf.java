package steward.roti;

import java.util.Optional;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Percent;

/**
 * Assumptions of a what-if question about the ROTI: nothing is saved.
 *
 * @param hours in place of the hours required
 * @param probability the chance of every open opportunity
 * @param margin in place of the account's gross margin; opportunities with one of their own keep it
 */
public record WhatIf(Optional<Hours> hours, Optional<Percent> probability, Optional<Percent> margin) {

    static final WhatIf AS_IT_IS = new WhatIf(Optional.empty(), Optional.empty(), Optional.empty());
}
