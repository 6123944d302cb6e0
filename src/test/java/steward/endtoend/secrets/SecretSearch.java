package steward.endtoend.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Secrets by what they are, and the search for them: as they are, in hex, in base64 whatever stands around them there, and as they stand in
 * a web address.
 *
 * <p>What is searched is text, or bytes read as ISO 8859-1, in which every byte is a character.
 */
final class SecretSearch {

    private static final int BYTES_A_GROUP = 3;
    private static final int BITS_A_BYTE = 8;
    private static final int BITS_A_CHARACTER = 6;

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    SecretSearch with(String what, String secret) {
        return with(what, secret.getBytes(StandardCharsets.UTF_8));
    }

    SecretSearch with(String what, byte[] secret) {
        secrets.put(what, secret.clone());
        return this;
    }

    /** What the secrets are that a text tells. */
    List<String> toldBy(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> writings(secret.getValue()).anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every way to write a secret. */
    static Stream<String> writings(byte[] secret) {
        String plain = new String(secret, StandardCharsets.ISO_8859_1);
        String hex = HexFormat.of().formatHex(secret);
        return Stream.concat(
                Stream.of(plain, hex, hex.toUpperCase(Locale.ROOT), URLEncoder.encode(plain, StandardCharsets.UTF_8)),
                IntStream.range(0, BYTES_A_GROUP)
                        .boxed()
                        .flatMap(before -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                                .map(encoder -> inBase64(secret, before, encoder))));
    }

    /** What of it is the same whatever stands around it, if so many bytes stand before it in its group of three. */
    private static String inBase64(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        String encoded = encoder.withoutPadding().encodeToString(bytes);
        int first = (before * BITS_A_BYTE + BITS_A_CHARACTER - 1) / BITS_A_CHARACTER;
        return encoded.substring(first, bytes.length * BITS_A_BYTE / BITS_A_CHARACTER);
    }
}
