package steward.store.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Who uses a data folder: several Stewards that serve, or one process that needs it for itself.
 *
 * <p>The operating system keeps it on a file beside the store, and lets go of it when the process ends. The file stays there.
 */
public final class FolderLock {

    private static final String NAME = "steward.lock";

    private FolderLock() {}

    /** Nothing if somebody has the folder for themselves. */
    public static Optional<StoreLock> share(Path folder) throws IOException {
        return lock(folder, true);
    }

    /** Nothing if anybody uses the folder. */
    public static Optional<StoreLock> alone(Path folder) throws IOException {
        return lock(folder, false);
    }

    private static Optional<StoreLock> lock(Path folder, boolean shared) throws IOException {
        Path path = folder.resolve(NAME);
        FilePermissions.makeFile(path);
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new StoreLock(file));
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it, and the answer is the same.
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }
}
