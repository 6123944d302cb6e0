package steward.app;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** New ids: random, so that none can be guessed and none tells anything. */
final class RandomIds implements Supplier<String> {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    /** 100 bits. */
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
