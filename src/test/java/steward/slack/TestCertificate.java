package steward.slack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a name that nobody has, which this Java trusts until it is closed. */
public final class TestCertificate implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final List<String> TRUSTED =
            List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword", "javax.net.ssl.trustStoreType");

    private final SSLContext before;
    private final SSLContext context;

    private TestCertificate(SSLContext before, SSLContext context) {
        this.before = before;
        this.context = context;
        SSLContext.setDefault(context);
    }

    public static TestCertificate trusted(String name, Path folder) throws Exception {
        Path file = folder.resolve("certificate.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -keyalg EC -alias slack -validity 2 -storetype PKCS12 -storepass " + PASSWORD
                + " -dname CN=" + name + " -ext SAN=dns:" + name;
        List<String> command = new ArrayList<>(List.of(keytool, "-keystore", file.toString()));
        command.addAll(List.of(options.split(" ", 0)));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0 || !Files.exists(file)) {
            throw new IOException("No certificate could be made: " + said);
        }
        List<String> values = List.of(file.toString(), PASSWORD, "PKCS12");
        for (int i = 0; i < TRUSTED.size(); i++) {
            System.setProperty(TRUSTED.get(i), values.get(i));
        }
        return new TestCertificate(SSLContext.getDefault(), context(file));
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** What a server shows it by. */
    public SSLContext context() {
        return context;
    }

    @Override
    public void close() {
        SSLContext.setDefault(before);
        TRUSTED.forEach(System::clearProperty);
    }
}
