package steward.sandbox.webapi;

import static steward.sandbox.http.Json.field;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import steward.sandbox.http.ApiError;
import steward.sandbox.http.Http;
import steward.sandbox.http.Json;
import steward.sandbox.http.MultipartForm;
import steward.sandbox.messages.MessageBuilder;
import steward.sandbox.workspace.Channel;
import steward.sandbox.workspace.ChannelMembers;
import steward.sandbox.workspace.MessageHistory;
import steward.sandbox.workspace.SharedFiles;
import steward.sandbox.workspace.Workspace;

/**
 * The files that the app uploads, in Slack's three steps: {@code files.getUploadURLExternal}, the content put to that address, and {@code
 * files.completeUploadExternal}, which shows the file in a conversation. There, people download it.
 *
 * <p>{@code files.info} tells of these, and of those that people shared.
 */
public final class FileUploads extends Handler.Abstract {

    static final int BYTES_MAX = 16 << 20;

    /** What stands around the file in a form included. */
    private static final int BODY_BYTES_MAX = BYTES_MAX + (64 << 10);

    private static final byte[] NOTHING = {};
    private static final String READ = "files:read";
    private static final String WRITE = "files:write";
    private static final Pattern UPLOAD = Pattern.compile("/upload/v1/([A-Z0-9]+)");
    private static final Pattern DOWNLOAD = Pattern.compile("/files-pri/[A-Z0-9]+-(F[A-Z0-9]+)/download/([^/]+)");

    /** A file announced. {@code isThere} once its content is. */
    private record Announced(String id, String name, int length, boolean isThere) {}

    private final SharedFiles files;
    private final Workspace workspace;
    private final ChannelMembers members;
    private final MessageHistory history;
    private final MessageBuilder posts;
    private final URI address;
    /** By the last part of the address to upload to. */
    private final Map<String, Announced> announced = new ConcurrentHashMap<>();

    public FileUploads(
            SharedFiles files,
            Workspace workspace,
            ChannelMembers members,
            MessageHistory history,
            MessageBuilder posts,
            URI address) {
        this.files = files;
        this.workspace = workspace;
        this.members = members;
        this.history = history;
        this.posts = posts;
        this.address = address;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "files.getUploadURLExternal", new ApiMethod(WRITE, Encoding.FORM, this::announce),
                "files.completeUploadExternal", new ApiMethod(WRITE, Encoding.FORM_OR_JSON, this::complete),
                "files.info", new ApiMethod(READ, Encoding.FORM, this::info));
    }

    private JsonObject announce(Arguments arguments) {
        String name = arguments.require("filename");
        String length = arguments.require("length");
        if (!length.matches("[1-9][0-9]{0,8}") || Integer.parseInt(length) > BYTES_MAX) {
            throw ApiError.withReasons("invalid_arguments", List.of("length has to be from 1 to " + BYTES_MAX));
        }
        String secret = random();
        String id = SharedFiles.newId();
        announced.put(secret, new Announced(id, name, Integer.parseInt(length), false));
        return Json.object("upload_url", address.resolve("/upload/v1/" + secret).toString(), "file_id", id);
    }

    private JsonObject complete(Arguments arguments) {
        JsonArray asked = arguments.array("files", "invalid_arguments").orElseThrow(() -> new ApiError("no_file_data"));
        Channel channel =
                workspace.channel(arguments.require("channel_id")).orElseThrow(() -> new ApiError("channel_not_found"));
        members.requireApp(channel);
        JsonArray shown = new JsonArray();
        for (JsonElement each : asked) {
            if (!each.isJsonObject()) {
                throw new ApiError("invalid_arguments");
            }
            shown.add(file(each.getAsJsonObject()));
        }
        JsonObject message = posts.fromBot(Json.object(
                field("subtype", "file_share"),
                field("text", arguments.text("initial_comment").orElse("")),
                field("files", shown),
                field("upload", true)));
        history.post(channel.id(), message);
        JsonArray done = new JsonArray();
        shown.forEach(each -> done.add(Json.object(
                "id", Json.string(each.getAsJsonObject(), "id"),
                "title", Json.string(each.getAsJsonObject(), "title"))));
        return Json.object("files", done);
    }

    /** The file as messages show it; it can be shown once. */
    private JsonObject file(JsonObject asked) {
        String id = Json.string(asked, "id");
        Map.Entry<String, Announced> found = announced.entrySet().stream()
                .filter(each -> each.getValue().id().equals(id))
                .findFirst()
                .filter(each -> each.getValue().isThere())
                .orElseThrow(() -> new ApiError("file_not_found"));
        announced.remove(found.getKey());
        Announced file = found.getValue();
        return files.share(
                id,
                file.name(),
                Json.string(asked, "title"),
                "",
                workspace.botUser().id(),
                file.length());
    }

    /** What Slack tells of a file. */
    private JsonObject info(Arguments arguments) {
        return Json.object(
                "file", files.file(arguments.require("file")).orElseThrow(() -> new ApiError("file_not_found")));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Matcher upload = UPLOAD.matcher(path);
        if (upload.matches() && request.getMethod().equals("POST")) {
            take(upload.group(1), request, response, callback);
            return true;
        }
        Matcher download = DOWNLOAD.matcher(path);
        if (download.matches() && request.getMethod().equals("GET")) {
            give(download.group(1), download.group(2), response, callback);
            return true;
        }
        return false;
    }

    private void take(String secret, Request request, Response response, Callback callback) throws IOException {
        byte[] content =
                content(request.getHeaders().get(HttpHeader.CONTENT_TYPE), Http.bytes(request, BODY_BYTES_MAX));
        Optional<Announced> file = Optional.ofNullable(announced.get(secret));
        if (file.isEmpty() || content.length != file.get().length()) {
            Http.send(response, callback, file.isEmpty() ? 404 : 400, "text/plain", "Not the file that was announced.");
            return;
        }
        files.keep(file.get().id(), content);
        Announced before = file.get();
        announced.put(secret, new Announced(before.id(), before.name(), before.length(), true));
        Http.send(response, callback, 200, "text/plain", "OK - " + content.length);
    }

    /** The file alone, which may come as it is or as the only file of a form. */
    private static byte[] content(@Nullable String contentType, byte[] body) {
        if (contentType == null || !MultipartForm.isOne(contentType)) {
            return body;
        }
        try {
            return MultipartForm.read(contentType, body).stream()
                    .filter(part -> !part.fileName().isEmpty())
                    .findFirst()
                    .map(part -> bytes(part.content()))
                    .orElse(NOTHING);
        } catch (IllegalArgumentException unreadable) {
            return NOTHING;
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /** @param name as it stands in the address */
    private void give(String id, String name, Response response, Callback callback) {
        Optional<byte[]> content = files.content(id);
        if (content.isEmpty()) {
            Http.send(response, callback, 404, "text/plain; charset=utf-8", "There is no such file.");
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name);
        response.write(true, ByteBuffer.wrap(content.get()), callback);
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
