package steward.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import steward.rep.Installation;
import steward.settings.UserFacingException;
import steward.store.database.DatabaseLocation;
import steward.store.installations.StoredTokens;
import steward.store.installations.StoredTokens.Installed;

/** The key file and the tokens that it opens, looked after by an admin: whether they fit, and how another key comes in its place. */
public final class KeyRing {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final DatabaseLocation place;
    private final StoredTokens tokens;

    public KeyRing(Path file, DatabaseLocation store) {
        this.file = file.toAbsolutePath();
        this.place = store;
        this.tokens = new StoredTokens(store);
    }

    /** What there is, in a few words; throws {@link UserFacingException} if the key does not open the tokens that there are. Makes nothing. */
    public String examine() {
        List<Installation> stored = place.isThere() ? tokens.all() : List.of();
        if (Files.notExists(file)) {
            if (!stored.isEmpty()) {
                throw new UserFacingException(
                        "STEWARD_KEY_FILE " + file + " is not there, and without it nobody opens the"
                                + " tokens in the store: bring it back. If it is lost, run \"tokens forget\" and install Steward"
                                + " again in each workspace, where all is then as it was.");
            }
            return file + " is made at the first start";
        }
        TokenCipher cipher = new TokenCipher(KeyFile.open(file));
        stored.forEach(cipher::decrypted);
        return stored.isEmpty() ? file.toString() : file + " opens the tokens of " + workspaces(stored.size());
    }

    /**
     * All that have installed Steward, with their tokens open; none where nothing was stored yet.
     *
     * @throws UserFacingException if the key does not open them
     */
    public List<Installed> installed() {
        List<Installed> stored = place.isThere() ? tokens.installed() : List.of();
        if (stored.isEmpty()) {
            return stored;
        }
        examine();
        TokenCipher cipher = new TokenCipher(KeyFile.open(file));
        return stored.stream()
                .map(each -> new Installed(cipher.decrypted(each.installation()), each.at()))
                .toList();
    }

    /** "1 workspace". */
    public static String workspaces(int count) {
        return count == 1 ? "1 workspace" : count + " workspaces";
    }

    /**
     * What was rotated.
     *
     * @param workspaces whose tokens are encrypted with the new key
     * @param before where the old key is kept: it opens backups made until now
     */
    public record Rotated(int workspaces, Path before) {}

    /**
     * Encrypts all tokens with a new key, while no Steward is at work on the store. What is broken off is finished by the next time: whichever of
     * the two keys opens a token is used.
     */
    public Rotated rotate(Instant now) {
        try {
            if (Files.notExists(file)) {
                throw new UserFacingException("There is no key " + file + " to be rotated.");
            }
            Path next = KeyFile.another(file);
            TokenCipher old = new TokenCipher(KeyFile.open(file));
            TokenCipher another = new TokenCipher(KeyFile.open(next));
            int workspaces = tokens.change(each -> another.encrypted(open(each, old, another)));
            Path before = file.resolveSibling(file.getFileName() + "-until-" + TO_THE_SECOND.format(now));
            Files.createLink(before, file);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Rotated(workspaces, before);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The key beside " + file + " can't be written: " + e.getMessage() + ". Run this again.");
        }
    }

    private static Installation open(Installation stored, TokenCipher old, TokenCipher another) {
        try {
            return old.decrypted(stored);
        } catch (UserFacingException e) {
            return another.decrypted(stored);
        }
    }
}
