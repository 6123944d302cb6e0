package steward.store.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import steward.store.files.FilePermissions;
import steward.store.files.FolderLock;
import steward.store.files.StoreLock;

/** A SQLite file. */
final class SqliteLocation extends DatabaseLocation {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    /** What SQLite keeps beside a file that was not closed in good order. */
    private static final List<String> BESIDES = List.of("-wal", "-shm");

    private final Path file;

    SqliteLocation(Path file) {
        this(file, Migrations.SQLITE);
    }

    SqliteLocation(Path file, Migrations migrations) {
        super(migrations);
        this.file = file.toAbsolutePath();
    }

    @Override
    public StoreLock share() {
        return locked(FolderLock::share)
                .orElseThrow(() -> StoreUnusable.closed(toString(), "another program needs it for itself", null));
    }

    @Override
    public StoreLock alone() {
        return locked(FolderLock::alone).orElseThrow(this::usedByAnother);
    }

    private Optional<StoreLock> locked(Locking locking) {
        SqliteDatabase.prepare(file);
        try {
            return locking.lock(folder());
        } catch (IOException e) {
            throw StoreUnusable.closed(toString(), "its folder can't be locked", e);
        }
    }

    @FunctionalInterface
    private interface Locking {
        Optional<StoreLock> lock(Path folder) throws IOException;
    }

    private Path folder() {
        return Objects.requireNonNull(file.getParent(), "a file is in a folder");
    }

    @Override
    public Database open() {
        return SqliteDatabase.open(file, migrations);
    }

    @Override
    public <T> T snapshot(Function<Handle, T> look) {
        if (!Files.exists(file)) {
            throw missing();
        }
        try {
            return SqliteFile.of(file).inTransaction(handle -> {
                if (!SqliteFile.isStore(handle)) {
                    throw missing();
                }
                return look.apply(handle);
            });
        } catch (JdbiException e) {
            throw SqliteDatabase.unusable(file, e);
        }
    }

    @Override
    public <T> T change(Function<Handle, T> work) {
        if (!isThere()) {
            throw missing();
        }
        try {
            return SqliteFile.of(file).inTransaction(work::apply);
        } catch (JdbiException e) {
            throw SqliteDatabase.unusable(file, e);
        }
    }

    @Override
    public boolean isThere() {
        if (Files.notExists(file)) {
            return false;
        }
        try {
            return SqliteFile.of(file).withHandle(SqliteFile::isStore);
        } catch (JdbiException e) {
            throw SqliteDatabase.unusable(file, e);
        }
    }

    @Override
    public String examine() {
        if (Files.isDirectory(folder())) {
            SqliteDatabase.assertWritable(file);
        }
        if (Files.notExists(file)) {
            return file + " is made at the first start";
        }
        Optional<String> damage = snapshot(SqliteFile::damage);
        if (damage.isPresent()) {
            throw StoreUnusable.closed(toString(), "it is damaged (" + damage.get() + ")", null);
        }
        return examined(" is whole") + readers();
    }

    /** An admin may have let a tool read the views: what is not wrong is said all the same. */
    private String readers() {
        try {
            return FilePermissions.letOthersRead(file)
                    ? "; others on this machine may read it: if no tool of yours has to, chmod 700 " + folder()
                    : "";
        } catch (IOException e) {
            throw StoreUnusable.closed(toString(), "who may read it can't be seen", e);
        }
    }

    @Override
    Path scratch() throws IOException {
        SqliteDatabase.prepare(file);
        return Files.createTempFile(folder(), "restore", ".part");
    }

    @Override
    Optional<Path> replaceWith(Path whole, Instant now) throws IOException {
        FilePermissions.inherit(whole, file);
        SqliteFile.force(whole);
        Optional<Path> aside = Files.exists(file) ? Optional.of(setAside(now)) : Optional.empty();
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        SqliteFile.force(folder());
        return aside;
    }

    /** Gives what is there a second name, so that there is a store at every moment; the first one goes to another file afterwards. */
    private Path setAside(Instant now) throws IOException {
        foldIn();
        Path aside = folder().resolve("steward-until-" + TO_THE_SECOND.format(now) + ".db");
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Not every file system knows second names.
            Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
            SqliteFile.force(aside);
        }
        for (String besides : BESIDES) {
            Path left = Path.of(file + besides);
            if (Files.exists(left)) {
                Files.move(left, Path.of(aside + besides));
            }
        }
        return aside;
    }

    /** Takes into the file what SQLite keeps beside it. If it is damaged, all of it is set aside as it is. */
    private void foldIn() throws IOException {
        if (!SqliteFile.beginsAsOne(file)) {
            return;
        }
        try {
            SqliteFile.of(file).useHandle(handle -> handle.execute("pragma journal_mode = delete"));
        } catch (JdbiException e) {
            if (SqliteDatabase.isBusy(e)) {
                throw usedByAnother();
            }
        }
    }

    @Override
    public OptionalLong spaceLeft() {
        try {
            return OptionalLong.of(Files.getFileStore(folder()).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    Optional<String> outage(SQLException failure) {
        return SqliteDatabase.outage(failure);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
