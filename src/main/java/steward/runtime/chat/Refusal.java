package steward.runtime.chat;

/** What a call to a chat was refused for: it says who can do something about it. */
public enum Refusal {
    /** The message itself, which will be as wrong tomorrow. */
    MESSAGE,
    /** Its charts or blocks: a {@linkplain Renderer#simpler simpler} body may do. */
    LAYOUT,
    /** The thread that it was to stand in. */
    THREAD,
    /** The channel that it was to go to. */
    ROOM,
    /** The person whom it was for: they are not there any more. */
    PERSON,
    /** The rules of the place where a rep wants something shared: they choose another one. */
    PLACE,
    /** The file that is to be read: it is not there, or not this person's. */
    FILE,
    /** Its size. */
    SIZE,
    /** That Steward reads along there. */
    READING,
    /** Nobody can tell whether it arrived. */
    UNSURE,
    /** Steward is not, or no longer, installed there. */
    NOT_INSTALLED,
    /** Something in the app or the workspace that an admin can mend. */
    ADMIN
}
