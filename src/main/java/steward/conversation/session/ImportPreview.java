package steward.conversation.session;

import java.util.List;
import steward.worksheet.values.Notation;

/**
 * What a file would bring, or has brought: row by row.
 *
 * @param taken each plan that is started, and what stands in it
 * @param left each row or plan that is left out, and why
 * @param remarks what else was not understood, of the file or of a part of a row that is taken
 */
public record ImportPreview(List<String> taken, List<String> left, List<String> remarks) {

    public ImportPreview {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
        remarks = List.copyOf(remarks);
    }

    /** How the workspace writes that the file is for another one. */
    public static String foreign(String currency, Notation notation) {
        return "it plans in " + currency + ", and this workspace in "
                + notation.currency().getCurrencyCode() + ".";
    }
}
