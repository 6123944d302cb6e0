package steward.export.brand;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the company of the reps puts on its documents: its name, its logo and its colour. Without any, documents are in Steward's green and
 * say no company.
 */
public final class Brand {

    /** A colour that can be read on white, or on which white can be read: as WCAG 2 counts. */
    private static final double CONTRAST_MIN = 4.5;

    private static final double DARKER = 0.92;
    private static final double LIGHT = 0.55;
    private static final Pattern COLOUR = Pattern.compile("#?([0-9A-Fa-f]{6})");
    private static final String GREEN = "1f5c4d";

    public static final Brand NONE = new Brand("", Optional.empty(), GREEN);

    private final String company;
    private final Optional<Logo> logo;
    private final String colour;

    private Brand(String company, Optional<Logo> logo, String colour) {
        this.company = company;
        this.logo = logo;
        this.colour = colour;
    }

    /**
     * A company's.
     *
     * @param company empty if it is not said
     * @param colour as {@link #colour(String)} reads it; Steward's own if it is not said
     */
    public static Brand of(String company, Optional<Logo> logo, Optional<String> colour) {
        return new Brand(company.strip(), logo, colour.flatMap(Brand::colour).orElse(GREEN));
    }

    /** The six digits of a colour as web pages write it, like {@code #0b5fff}; empty if it is none. */
    public static Optional<String> colour(String said) {
        Matcher colour = COLOUR.matcher(said.strip());
        return colour.matches() ? Optional.of(colour.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Empty if it is not said. */
    public String company() {
        return company;
    }

    public Optional<Logo> logo() {
        return logo;
    }

    /** The same, as templates take what may not be there. */
    public List<Logo> logos() {
        return logo.stream().toList();
    }

    /** What the logo is, to those who don't see it. */
    public String alt() {
        return company.isEmpty() ? "The company's logo" : "Logo of " + company;
    }

    /** For what is filled: six digits. */
    public String colour() {
        return colour;
    }

    /** The same for words: as dark as it has to be to be read on white. */
    public String ink() {
        String ink = colour;
        while (1.05 / (luminance(ink) + 0.05) < CONTRAST_MIN) {
            ink = changed(ink, part -> part * DARKER);
        }
        return ink;
    }

    /** The same for what stands back. */
    public String light() {
        return changed(colour, part -> 255 - (255 - part) * LIGHT);
    }

    /** Changes red, green and blue, each from 0 to 255. */
    private interface Change {
        double of(int part);
    }

    private static String changed(String colour, Change change) {
        StringBuilder changed = new StringBuilder();
        for (int at = 0; at < colour.length(); at += 2) {
            changed.append("%02x".formatted((int) change.of(part(colour, at))));
        }
        return changed.toString();
    }

    private static int part(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(part(colour, 0)) + 0.7152 * linear(part(colour, 2)) + 0.0722 * linear(part(colour, 4));
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
