package steward.encryption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import steward.settings.UserFacingException;

/** The file with the key that encrypts stored tokens: 32 random bytes, made on the first start, readable by its owner alone. */
public final class KeyFile {

    private static final int BYTES = 32;

    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** Reads the key, making the file first if there is none; throws {@link UserFacingException} with a sentence that names what is wrong with it. */
    public static SecretKey open(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException | UnsupportedOperationException e) {
            throw new UserFacingException("STEWARD_KEY_FILE " + file.toAbsolutePath()
                    + " can't be read or made: check that its folder is there and is Steward's.");
        }
    }

    /** Makes another key beside the one in use, readable by its owner alone: what a rotation that was broken off has left, if anything. */
    static Path another(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        if (Files.notExists(next)) {
            make(next);
        }
        return next;
    }

    /** Whole or not at all: a start at the same moment finds no file, or all of it. */
    private static void make(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        FileAttribute<?> permissions = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
        Path draft = Files.createTempFile(folder, "key", ".new", permissions);
        try {
            write(draft);
            // Unlike a move, a link never takes the place of what another start has made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Then that is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static void write(Path draft) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(key);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static SecretKey read(Path file) throws IOException {
        if (!OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new UserFacingException(
                    "STEWARD_KEY_FILE " + file.toAbsolutePath()
                            + " may be read by others than its owner: run chmod 600 on it, and think about who may have read it.");
        }
        if (Files.size(file) != BYTES) {
            throw new UserFacingException("STEWARD_KEY_FILE " + file.toAbsolutePath() + " must be " + BYTES
                    + " bytes long, not " + Files.size(file) + ": bring back the key from your backup.");
        }
        return new SecretKeySpec(Files.readAllBytes(file), "AES");
    }
}
