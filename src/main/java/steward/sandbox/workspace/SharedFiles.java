package steward.sandbox.workspace;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import steward.sandbox.http.Json;

/** The files that people and the app have shared: what Slack tells of each, and its content. They survive a restart, as the messages do. */
public final class SharedFiles {

    private static final String ID = "F[A-Z0-9]+";

    private final Path folder;
    private final Workspace workspace;
    private final SandboxClock clock;
    private final URI address;

    /** @param address the pretend Slack's */
    public SharedFiles(Path data, Workspace workspace, SandboxClock clock, URI address) {
        this.folder = data.resolve("uploads");
        this.workspace = workspace;
        this.clock = clock;
        this.address = address;
    }

    public static String newId() {
        return "F"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
    }

    /** Keeps the content of a file that will be shared. */
    public void keep(String id, byte[] content) {
        write(folder.resolve(id), content);
    }

    /** A file as messages show it. */
    public JsonObject share(String id, String name, String title, String mimeType, String userId, long bytes) {
        int dot = name.lastIndexOf('.');
        String download = address.resolve("/files-pri/" + workspace.teamId() + "-" + id + "/download/"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .toString();
        JsonObject file = Json.object(
                field("id", id),
                field("created", clock.instant().getEpochSecond()),
                field("timestamp", clock.instant().getEpochSecond()),
                field("name", name),
                field("title", title.isEmpty() ? name : title),
                field("mimetype", mimeType.isEmpty() ? "application/octet-stream" : mimeType),
                field("filetype", dot < 0 ? "binary" : name.substring(dot + 1).toLowerCase(Locale.ROOT)),
                field("user", userId),
                field("user_team", workspace.teamId()),
                field("size", bytes),
                field("mode", "hosted"),
                field("is_external", false),
                field("is_public", false),
                field("url_private", download.replace("/download/", "/")),
                field("url_private_download", download),
                field("file_access", "visible"));
        write(told(id), Json.write(file).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** What Slack tells of a file that was shared. */
    public Optional<JsonObject> file(String id) {
        return read(id, told(id))
                .map(told -> JsonParser.parseString(new String(told, StandardCharsets.UTF_8))
                        .getAsJsonObject());
    }

    public Optional<byte[]> content(String id) {
        return read(id, folder.resolve(id));
    }

    private Path told(String id) {
        return folder.resolve(id + ".json");
    }

    private static Optional<byte[]> read(String id, Path path) {
        try {
            return id.matches(ID) && Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path path, byte[] content) {
        try {
            Files.createDirectories(folder);
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
