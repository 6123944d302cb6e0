package steward.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import steward.doctor.Doctor;
import steward.doctor.Finding;

/** {@code doctor}: whether all is well that {@code serve} needs, and how to mend what is not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks the settings, Slack's tokens and scopes, the workspaces that have installed it, the database, the clock and the time zone data.")
final class DoctorCommand implements Callable<Integer> {

    private static final int ALL_IS_WELL = 0;
    private static final int SOMETHING_IS_WRONG = 1;

    private final InstantSource clock;

    DoctorCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(System.getenv(), clock).findings();
        findings.forEach(finding -> System.out.println(finding.line()));
        return findings.stream().noneMatch(Finding::isWrong) ? ALL_IS_WELL : SOMETHING_IS_WRONG;
    }
}
