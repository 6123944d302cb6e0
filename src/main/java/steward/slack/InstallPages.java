package steward.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import steward.rep.Installation;

/** What somebody who installs Steward sees in their browser: each page says one thing and what to do next. */
final class InstallPages {

    /** The address of such a page holds what Slack gave out: it is told to nobody, and no other page may stand around it. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Cache-Control",
            "no-store");

    private static final String AGAIN = "Install Steward";

    private final String template = template();
    private final URI install;
    private final URI slack;

    /** @param slack what Slack's pages are beside, ending in {@code /api/} */
    InstallPages(URI install, URI slack) {
        this.install = install;
        this.slack = slack;
    }

    Answer installed(Installation installation) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("app", installation.app());
        query.put("team", installation.team());
        String where = installation.name().isBlank() ? "your workspace" : installation.name();
        return page(
                Answer.OK,
                "Steward is installed in " + where,
                "Open the chat with Steward, and start your first plan with /plan and the name of an account. Everybody in"
                        + " the workspace can do the same; what they write is theirs alone until they share it.",
                slack.resolve("../app_redirect?" + Wire.form(query)).toString(),
                "Open Steward in Slack");
    }

    Answer denied() {
        return again(
                Answer.OK,
                "Steward was not installed",
                "Nothing has changed in your workspace. If that was a slip, install it now; if your workspace wants an admin to"
                        + " allow new apps, ask yours.");
    }

    Answer notBegunHere() {
        return again(
                Answer.BAD_REQUEST,
                "This installation can't be finished",
                "It was begun in another browser or more than ten minutes ago, or it is finished already. Begin again, please:"
                        + " it takes a minute.");
    }

    Answer notConfirmed(String error) {
        String said = error.matches("[a-z_]{1,60}") ? " (" + error + ")" : "";
        return again(
                Answer.BAD_REQUEST,
                "Slack did not confirm the installation",
                "Nothing was saved" + said
                        + ". Begin again, please; if it goes on, tell whoever runs Steward for you.");
    }

    Answer oneWorkspaceAtATime() {
        return again(
                Answer.BAD_REQUEST,
                "Choose one workspace",
                "Steward is installed in one workspace at a time, not in a whole organization. Begin again, and choose the"
                        + " workspace at the top right of Slack's page.");
    }

    Answer notReached() {
        return again(Answer.UNAVAILABLE, "Slack did not answer", "Nothing was saved. Please begin again in a minute.");
    }

    Answer tooMany() {
        return again(
                Answer.UNAVAILABLE, "Too many are installing Steward just now", "Please try again in ten minutes.");
    }

    Answer failed(String reference) {
        return again(
                Answer.UNAVAILABLE,
                "Something went wrong on our side",
                "Please begin again in a minute. If it goes on, tell whoever runs Steward for you this reference: "
                        + reference + ".");
    }

    private Answer again(int status, String title, String words) {
        return page(status, title, words, install.toString(), AGAIN);
    }

    private Answer page(int status, String title, String words, String link, String label) {
        String html = template.replace("{{title}}", escaped(title))
                .replace("{{words}}", escaped(words))
                .replace("{{link}}", escaped(link))
                .replace("{{label}}", escaped(label));
        return Answer.page(status, html, HEADERS);
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
