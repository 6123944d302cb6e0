package steward.slack.oauth;

import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steward.rep.Installation;

/** What somebody who installs Steward sees in their browser: each page says one thing and what to do next. */
final class InstallPages {

    /** The address of such a page holds what Slack gave out: it is told to nobody, and no other page may stand around it. */
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Security-Policy",
            List.of(
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            "Referrer-Policy",
            List.of("no-referrer"),
            "X-Content-Type-Options",
            List.of("nosniff"),
            "X-Frame-Options",
            List.of("DENY"),
            "Cache-Control",
            List.of("no-store"));

    private static final Set<String> SLACKS_HOSTS = Set.of("slack.com", "slack-gov.com");

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private static final String AGAIN = "Install Steward";

    private final String template = template();
    private final URI install;
    private final URI slack;

    /** @param slack what Slack's pages are beside, ending in {@code /api/} */
    InstallPages(URI install, URI slack) {
        this.install = install;
        this.slack = slack;
    }

    Response installed(Installation installation) {
        return installation.organization() ? organization(installation) : workspace(installation);
    }

    /** Slack adds the app to no workspace by itself. */
    private Response organization(Installation installation) {
        return page(
                OK,
                "Steward is installed in "
                        + (installation.name().isBlank() ? "your organization" : installation.name()),
                "Now choose the workspaces of your organization that are to have it: until then nobody sees it. There everybody"
                        + " starts their first plan with /plan and the name of an account, and what they write is theirs"
                        + " alone until they share it.",
                pages().resolve("manage/" + encoded(installation.team()) + "/integrations/profile/"
                                + encoded(installation.app()) + "/workspaces/add")
                        .toString(),
                "Choose the workspaces");
    }

    /** Slack's own are at an address of the app's. */
    private URI pages() {
        return SLACKS_HOSTS.contains(String.valueOf(slack.getHost()))
                ? URI.create("https://app." + slack.getHost() + "/")
                : slack.resolve("../");
    }

    private Response workspace(Installation installation) {
        String where = installation.name().isBlank() ? "your workspace" : installation.name();
        return page(
                OK,
                "Steward is installed in " + where,
                "Open the chat with Steward, and start your first plan with /plan and the name of an account. Everybody in"
                        + " the workspace can do the same; what they write is theirs alone until they share it.",
                slack.resolve("../app_redirect?app=" + encoded(installation.app()) + "&team="
                                + encoded(installation.team()))
                        .toString(),
                "Open Steward in Slack");
    }

    Response denied() {
        return again(
                OK,
                "Steward was not installed",
                "Nothing has changed in your workspace. If that was a slip, install it now; if your workspace wants an admin to"
                        + " allow new apps, ask yours.");
    }

    /** Of whoever comes back with a state that lets nobody through. */
    Response worthless(OAuthStates.Worth worth) {
        return again(
                BAD_REQUEST,
                "This installation can't be finished",
                switch (worth) {
                    case OVER -> "It was begun more than ten minutes ago. Begin again, please: it takes a minute.";
                    case USED ->
                        "It is finished already: Steward is installed. For another workspace, begin again, please.";
                    case GOOD, NOT_BEGUN_HERE ->
                        "It was begun in another browser, or this one keeps no cookies for this page. Begin again here,"
                                + " please: it takes a minute.";
                });
    }

    Response notConfirmed(String error) {
        String said = error.matches("[a-z_]{1,60}") ? " (" + error + ")" : "";
        return again(
                BAD_REQUEST,
                "Slack did not confirm the installation",
                "Nothing was saved" + said
                        + ". Begin again, please; if it goes on, tell whoever runs Steward for you.");
    }

    Response notReached() {
        return again(UNAVAILABLE, "Slack did not answer", "Nothing was saved. Please begin again in a minute.");
    }

    Response tooMany() {
        return again(
                UNAVAILABLE,
                "Too many are installing Steward just now",
                "Nothing is lost: load this page again in a few seconds, please.");
    }

    Response failed(String reference) {
        return again(
                UNAVAILABLE,
                "Something went wrong on our side",
                "Please begin again in a minute. If it goes on, tell whoever runs Steward for you this reference: "
                        + reference + ".");
    }

    private Response again(int status, String title, String words) {
        return page(status, title, words, install.toString(), AGAIN);
    }

    private Response page(int status, String title, String words, String link, String label) {
        String html = template.replace("{{title}}", escaped(title))
                .replace("{{words}}", escaped(words))
                .replace("{{link}}", escaped(link))
                .replace("{{label}}", escaped(label));
        return Response.builder()
                .statusCode(status)
                .contentType("text/html; charset=utf-8")
                .headers(HEADERS)
                .body(html)
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                // No text stands for another.
                .replace("{", "&#123;");
    }

    private static String template() {
        try (InputStream file = InstallPages.class.getResourceAsStream("install.html")) {
            if (file == null) {
                throw new IllegalStateException("install.html is missing from the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
