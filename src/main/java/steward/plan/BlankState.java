package steward.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of one blank while a journal is read: only {@link Journal} changes it. */
final class BlankState {

    private @Nullable String value;
    private String said = "";
    private boolean settled;
    private boolean skipped;
    private int number;
    private String hint = "";
    private int unread;
    private String intent = "";
    private String shownBy = "";
    private boolean coached;
    private String held = "";
    private @Nullable Suggestion suggestion;

    void answered(String kept, String words) {
        value = kept;
        said = words;
        settle(false);
    }

    void suggested(String kept, String words) {
        suggestion = new Suggestion(kept, words);
    }

    void skipped() {
        value = null;
        said = "";
        settle(true);
    }

    void kept() {
        settle(skipped);
    }

    private void settle(boolean asSkipped) {
        settled = true;
        shownBy = intent;
        skipped = asSkipped;
        hint = "";
        held = "";
        unread = 0;
    }

    void asked(String message) {
        intent = message;
    }

    void reopened() {
        settled = false;
    }

    void coached(String coaching) {
        settled = false;
        coached = true;
        hint = coaching;
    }

    void held(String words) {
        held = words;
    }

    /** As if nothing had ever stood there. */
    void cleared() {
        skipped();
        settled = false;
        skipped = false;
    }

    void unread() {
        held = "";
        unread++;
    }

    void numbered(int newNumber) {
        if (number == 0) {
            number = newNumber;
        }
    }

    boolean hasNumber() {
        return number > 0;
    }

    Optional<Integer> number() {
        return number > 0 ? Optional.of(number) : Optional.empty();
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** What last year's plan says here, whatever stands here now. */
    Optional<Suggestion> suggestion() {
        return Optional.ofNullable(suggestion);
    }

    String said() {
        return said;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isSkipped() {
        return skipped;
    }

    String held() {
        return held;
    }

    String hint() {
        return hint;
    }

    String shownBy() {
        return shownBy;
    }

    String intent() {
        return intent;
    }

    boolean wasCoached() {
        return coached;
    }

    int unreadInARow() {
        return unread;
    }
}
