package steward.nudges;

import java.util.List;

/** Time zones to live in and travel between: half and quarter hours, both sides of the date line, changes of the clock in both halves of the world. */
public final class ManyZones {

    public static final List<String> ALL = List.of(
            "America/Chicago",
            "Europe/London",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Asia/Dubai",
            "Pacific/Chatham",
            "America/Sao_Paulo",
            "UTC");

    private ManyZones() {}
}
