package steward.store.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import steward.store.files.StoreLock;

/**
 * All that a store holds, in one SQLite file, whichever kind of database the store is in: a backup, and the way from one kind to another.
 *
 * <p>Which tables there are is read from the file itself, so that none can be forgotten. Whatever fails throws {@link StoreUnusable}.
 */
public final class Backup {

    private final Path file;
    private final Migrations migrations;

    /** @param file which is there only once a backup is whole */
    public Backup(Path file) {
        this(file, Migrations.SQLITE);
    }

    /** @param migrations what gives the file its tables */
    Backup(Path file, Migrations migrations) {
        this.file = file.toAbsolutePath();
        this.migrations = migrations;
    }

    /**
     * What there is in it.
     *
     * @param plans how many
     * @param tokens whether some are stored, which only the key file opens
     */
    public record Content(long plans, boolean tokens) {}

    /**
     * What came of it.
     *
     * @param content what is in the store now
     * @param before where the store is now that was there before
     */
    public record Restored(Content content, Optional<Path> before) {}

    // ── Out of a store ──

    /**
     * Writes all that is in a store at one moment, while Steward goes on. Neither changes the store nor a file that is there.
     *
     * @return what was written
     */
    public Content write(DatabaseLocation store) {
        if (Files.isDirectory(file)) {
            throw unwritten("that is a folder; name the file to make in it", null);
        }
        if (Files.exists(file)) {
            throw unwritten("there is such a file already", null);
        }
        Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
        if (!Files.isDirectory(folder)) {
            throw unwritten("there is no folder " + folder, null);
        }
        try {
            Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
            try {
                Content content = store.snapshot(source -> copied(source, part, store));
                SqliteFile.force(part);
                Files.move(part, file);
                SqliteFile.force(folder);
                return content;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritten(reason(e), e);
        }
    }

    private Content copied(Handle source, Path part, DatabaseLocation store) {
        assertReadable(store.migrations, source, store.toString());
        try (Handle target = SqliteFile.of(part).open()) {
            // Slower ways would make safe what is thrown away if it can't be finished.
            target.execute("pragma synchronous = off");
            target.useTransaction(sql -> {
                migrations.run(sql, part.toString(), Migrations.version(source));
                SqliteFile.tables(sql).forEach(table -> table.copy(source, sql));
            });
            SqliteFile.damage(target).ifPresent(damage -> {
                throw unwritten("what was written is damaged (" + damage + ")", null);
            });
            return content(target);
        } catch (JdbiException e) {
            throw unwritten(SqliteDatabase.reason(e), e);
        }
    }

    private StoreUnusable unwritten(String reason, @Nullable Throwable cause) {
        return new StoreUnusable("Steward can't write the backup " + file + ": " + reason + ".", cause);
    }

    // ── Into a store ──

    /** Puts a backup in the place of what is in a store, on which no Steward may be at work. */
    public Restored restore(DatabaseLocation store, Instant now) {
        if (!Files.isRegularFile(file)) {
            throw new StoreUnusable("There is no backup " + file + ".", null);
        }
        StoreLock alone = store.alone();
        try {
            Path whole = store.scratch();
            try {
                Content content = checked(whole);
                return new Restored(content, store.replaceWith(whole, now));
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw unrestored(reason(e), e);
        } finally {
            alone.close();
        }
    }

    /** Copies it as a whole, of whatever age it is, and looks whether that is sound. */
    private Content checked(Path whole) {
        try (Handle backup = SqliteFile.readOnly(file).open()) {
            if (!SqliteFile.isStore(backup)) {
                throw foreign(null);
            }
            assertReadable(migrations, backup, file.toString());
            assertSound(backup);
            backup.execute("vacuum into ?", whole.toString());
            return upToDate(whole, backup);
        } catch (JdbiException e) {
            throw SqliteDatabase.isNoDatabase(e) ? foreign(e) : unrestored(SqliteDatabase.reason(e), e);
        }
    }

    private Content upToDate(Path whole, Handle backup) {
        try (Handle copy = SqliteFile.of(whole).open()) {
            for (Table table : SqliteFile.tables(backup)) {
                if (table.rows(copy) != table.rows(backup)) {
                    throw unrestored("not all of " + table.name() + " could be read", null);
                }
            }
            copy.useTransaction(sql -> migrations.run(sql, whole.toString()));
            assertSound(copy);
            return content(copy);
        }
    }

    private void assertSound(Handle handle) {
        SqliteFile.damage(handle).ifPresent(damage -> {
            throw unrestored("it is damaged (" + damage + ")", null);
        });
    }

    private StoreUnusable foreign(@Nullable Throwable cause) {
        return unrestored("it is no backup of Steward's", cause);
    }

    private StoreUnusable unrestored(String reason, @Nullable Throwable cause) {
        return new StoreUnusable("Steward can't restore " + file + ": " + reason + ".", cause);
    }

    private static Content content(Handle handle) {
        long plans = handle.createQuery("select count(*) from plan")
                .mapTo(long.class)
                .one();
        return new Content(plans, SqliteFile.hasTokens(handle));
    }

    private static void assertReadable(Migrations migrations, Handle handle, String what) {
        migrations.refusal(handle).ifPresent(reason -> {
            throw new StoreUnusable("Steward can't read " + what + ": " + reason + ".", null);
        });
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "its folder can't be written to" : String.valueOf(e.getMessage());
    }
}
