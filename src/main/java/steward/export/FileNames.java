package steward.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes file names for plans, without their endings: "acme-glass-2026". None is given twice, whatever a file system makes of capitals. */
public final class FileNames {

    /** With a year and an ending in letters of four bytes, it still fits the 255 bytes that file systems take. */
    private static final int ACCOUNT_LETTERS_MAX = 50;

    private final Set<String> given = new HashSet<>();

    public String of(String account, int year) {
        String letters = letters(account);
        String name = (letters.isEmpty() ? "plan" : letters) + "-" + year;
        String free = name;
        for (int n = 2; !given.add(free); n++) {
            free = name + "-" + n;
        }
        return free;
    }

    /** Its letters and digits, of whatever script. */
    private static String letters(String account) {
        String plain = account.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.codePoints()
                .limit(ACCOUNT_LETTERS_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
