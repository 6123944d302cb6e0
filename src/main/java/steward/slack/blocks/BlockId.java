package steward.slack.blocks;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.About;

/**
 * What a group of buttons is about, written into the id of their block, where it comes back with a tap.
 *
 * <p>It comes back from a client: it says what the tap is about, never who may tap it.
 *
 * @param number tells the groups of one message apart
 */
public record BlockId(About about, int number) {

    private static final int CHARACTERS_MAX = 255;
    private static final Pattern FORM = Pattern.compile("([^|]*)\\|([^|]*)\\|([0-9]{1,6})\\|([0-9]{1,6})");

    /** Empty if the id is none of Steward's. */
    public static Optional<BlockId> read(String blockId) {
        Matcher form = FORM.matcher(blockId);
        if (blockId.length() > CHARACTERS_MAX || !TypedText.storable(blockId).equals(blockId) || !form.matches()) {
            return Optional.empty();
        }
        About about = new About(form.group(1), form.group(2), Integer.parseInt(form.group(3)));
        return Optional.of(new BlockId(about, Integer.parseInt(form.group(4))));
    }

    public String blockId() {
        String id = about.plan() + "|" + about.question() + "|" + about.row() + "|" + number;
        if (id.length() > CHARACTERS_MAX || !FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("No block can be called " + id);
        }
        return id;
    }
}
