package steward.cli;

import java.util.Optional;

/** Whoever is at the command line, as the machine knows them. */
final class MachineUser {

    private MachineUser() {}

    /** By their own name, also where they are root for the moment. */
    static String name() {
        return Optional.ofNullable(System.getenv("SUDO_USER")).orElseGet(() -> System.getProperty("user.name"));
    }
}
