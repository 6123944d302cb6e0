package steward.slack.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses are Slack's own, or of what stands in for Slack here. Only there is called what a delivery or an answer names: whoever
 * could name another would get to read what reps write.
 */
record SlackAddresses(URI apiUrl) {

    private static final List<String> DOMAINS = List.of("slack.com", "slack-gov.com");
    private static final Set<String> ENCRYPTED = Set.of("https", "wss");

    /** An address in the clear is taken only where the Web API itself is called so. */
    boolean include(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return false;
        }
        String host = host(address);
        boolean isOfApi = host.equals(host(apiUrl));
        return isEncrypted(address)
                ? isOfApi || DOMAINS.stream().anyMatch(domain -> ("." + host).endsWith("." + domain))
                : isOfApi && !isEncrypted(apiUrl);
    }

    private static boolean isEncrypted(URI address) {
        return ENCRYPTED.contains(address.getScheme().toLowerCase(Locale.ROOT));
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
