package steward.store.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read what a store is kept in: its owner alone, which is the owner of the folder, also when root made it.
 *
 * <p>A file that is there stays as the admin set it, since a tool of theirs may read it. A file system that tells nobody apart is left as it is.
 */
public final class FilePermissions {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private FilePermissions() {}

    /** Makes a folder, with those around it, if there is none. */
    public static void makeFolder(Path folder) throws IOException {
        // Asked first because Java 17 can't "make" a folder that is there as a symbolic link.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(FOLDER, folder));
        }
    }

    /** Makes an empty file if there is none. */
    public static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, only(FILE, file));
            giveToOwner(file, folder(file));
        } catch (FileAlreadyExistsException e) {
            // Also when another Steward starts at the same moment.
        }
    }

    private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions, Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Lets a file be read by whoever may read the one in whose place it comes; if there is none, by the owner of the folder. */
    public static void inherit(Path file, Path place) throws IOException {
        Optional<PosixFileAttributeView> view = view(file);
        if (view.isPresent() && Files.exists(place)) {
            view.get().setPermissions(Files.getPosixFilePermissions(place));
            giveToOwner(file, place);
        } else {
            giveToOwner(file, folder(place));
        }
    }

    private static void giveToOwner(Path file, Path model) throws IOException {
        Optional<PosixFileAttributeView> view = view(file);
        if (view.isEmpty()) {
            return;
        }
        PosixFileAttributes owned = Files.readAttributes(model, PosixFileAttributes.class);
        try {
            view.get().setGroup(owned.group());
            view.get().setOwner(owned.owner());
        } catch (FileSystemException e) {
            // Only root may give files away: for others it stays theirs, as everything that they make.
        }
    }

    /** Of the file itself: root must not be led elsewhere by a link. */
    private static Optional<PosixFileAttributeView> view(Path file) {
        return Optional.ofNullable(
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether users of this machine may read a file who don't own it. */
    public static boolean letOthersRead(Path file) throws IOException {
        if (view(file).isEmpty()) {
            return false;
        }
        Set<PosixFilePermission> itself = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> folder = Files.getPosixFilePermissions(folder(file));
        boolean group =
                itself.contains(PosixFilePermission.GROUP_READ) && folder.contains(PosixFilePermission.GROUP_EXECUTE);
        boolean others =
                itself.contains(PosixFilePermission.OTHERS_READ) && folder.contains(PosixFilePermission.OTHERS_EXECUTE);
        return group || others;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }
}
