package steward.conversation.session;

import java.util.Locale;
import java.util.Optional;
import steward.export.Edition;
import steward.export.Format;
import steward.plan.PlanId;

/**
 * A file that a rep asked for.
 *
 * @param plan the plan that it is of, if it is of one
 * @param isShared whether others see it, rather than the rep alone
 * @param note what the rep says with it to those others
 */
public record FileRequest(
        Subject subject, Optional<PlanId> plan, Format format, Edition edition, boolean isShared, String note) {

    private static final String NONE = "-";

    /** What a file is of. */
    public enum Subject {
        PLAN,
        /** All the rep's live plans together. */
        ALL_PLANS,
        /** The worksheet with nothing in it. */
        BLANK
    }

    public static FileRequest of(PlanId plan, Format format, Edition edition) {
        return new FileRequest(Subject.PLAN, Optional.of(plan), format, edition, false, "");
    }

    public static FileRequest ofAll(Format format) {
        return new FileRequest(Subject.ALL_PLANS, Optional.empty(), format, Edition.INTERNAL, false, "");
    }

    /** To be written on, or in. */
    public static FileRequest blank(Format format) {
        return new FileRequest(Subject.BLANK, Optional.empty(), format, Edition.INTERNAL, false, "");
    }

    /** The same, to be shared with others. */
    public FileRequest shared(String words) {
        return new FileRequest(subject, plan, format, edition, true, words);
    }

    /** As it is kept until it is sent. */
    public String text() {
        return String.join(
                " ",
                name(subject),
                name(format),
                name(edition),
                plan.map(PlanId::text).orElse(NONE),
                String.valueOf(isShared),
                note);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What {@link #text} wrote. */
    public static FileRequest read(String text) {
        String[] parts = text.split(" ", 6);
        return new FileRequest(
                Subject.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Optional.of(parts[3]).filter(id -> !id.equals(NONE)).map(PlanId::new),
                Format.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                Edition.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(parts[4]),
                parts[5]);
    }
}
