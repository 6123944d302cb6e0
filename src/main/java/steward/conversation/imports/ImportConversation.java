package steward.conversation.imports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.ImportPreview;
import steward.conversation.session.RepSession;
import steward.conversation.session.SentFile;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.message.About;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;

/**
 * The talk about a file that a rep sent: it is told what the file would bring, and that is done once they tap so. The file stays where it
 * is, in the chat, and is read anew for the tap.
 */
public final class ImportConversation {

    /** What the button says that imports a file: what the chat knows the file by. */
    private static final Pattern MEANT = Pattern.compile(FileMessages.COMMAND + " (F[A-Z0-9]+)");

    private final RepSession session;
    private final TurnContext context;

    public ImportConversation(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
    }

    /** The file that is to be imported by what a button says. */
    public static Optional<String> meant(String says) {
        Matcher meant = MEANT.matcher(says);
        return meant.matches() ? Optional.of(meant.group(1)) : Optional.empty();
    }

    /** Such a file came. Words that came with it may have been an answer, so it is said that they were taken for none. */
    public TurnResult sent(SentFile file, String words) {
        Message told = file.problem()
                .map(FileMessages::unread)
                .orElseGet(() -> FileMessages.preview(file, read(file).preview()));
        return TurnResult.reply(context.ids().get(), About.NOTHING, words.isBlank() ? told : told.then(notTaken()));
    }

    private Message notTaken() {
        Optional<Plan> waiting = session.current().flatMap(session::plan).filter(Plan::isWaiting);
        return waiting.flatMap(plan -> plan.open()
                        .map(open -> Words.of(
                                "What you wrote with the file is saved nowhere. If it answers “{}”, send it once more by itself.",
                                open.question().prompt(plan.situation(open, context.today(), context.notation())))))
                .map(words -> Message.of(new Part.Quiet(words)))
                .orElseGet(Message::of);
    }

    /** The rep tapped that a file is to be imported. */
    public TurnResult meant(SentFile file) {
        if (file.problem().isPresent()) {
            return TurnResult.aside(FileMessages.unread(file.problem().get()));
        }
        ImportFile read = read(file);
        ImportPreview preview = read.preview();
        if (preview.taken().isEmpty()) {
            return TurnResult.aside(FileMessages.preview(file, preview)).insteadOfTapped();
        }
        List<Plan> plans = read.take();
        return TurnResult.aside(FileMessages.imported(plans)).insteadOfTapped();
    }

    private ImportFile read(SentFile file) {
        return new ImportFile(session, context, file.name(), file.content());
    }

    /** {@code /plan import}: the rep asks how, or has no use for a file now. */
    public TurnResult command(String words) {
        return words.equals(FileMessages.NOT_NOW)
                ? TurnResult.aside(FileMessages.notNow()).insteadOfTapped()
                : TurnResult.aside(FileMessages.how());
    }
}
