package steward.worksheet;

import java.util.List;
import java.util.Locale;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;

/** One of the people already on the worksheet, by name or by part of it. */
final class ContactAnswer implements Answer<Contact> {

    @Override
    public Reading<Contact> read(String said, Situation situation) {
        Answers answers = situation.answers();
        List<Contact> everyone = Contact.all(answers);
        String typed = said.strip().toLowerCase(Locale.ROOT);
        List<Contact> exact = everyone.stream()
                .filter(contact ->
                        contact.key().equals(typed) || name(contact, answers).equals(typed))
                .toList();
        List<Contact> found = exact.isEmpty() ? named(typed, everyone, answers) : exact;
        return switch (found.size()) {
            case 0 ->
                Reading.unclear("Nobody of that name is in this plan yet. Pick one of the people below, or `skip`.");
            case 1 -> Reading.clear(found.get(0));
            default -> Reading.unclear("That could be more than one of them. Pick one below, or type the full name.");
        };
    }

    /** Those whose name has every word typed, or the beginning of it; the position may stand behind the name. */
    private static List<Contact> named(String typed, List<Contact> everyone, Answers answers) {
        String[] words = typed.split(",", 2)[0].strip().split("\\s+", 0);
        return everyone.stream()
                .filter(contact -> {
                    List<String> names = List.of(name(contact, answers).split("\\s+", 0));
                    return List.of(words).stream()
                            .allMatch(word -> !word.isEmpty() && names.stream().anyMatch(n -> n.startsWith(word)));
                })
                .toList();
    }

    private static String name(Contact contact, Answers answers) {
        return contact.name(answers).toLowerCase(Locale.ROOT);
    }

    @Override
    public String shown(Contact contact, Situation situation) {
        String name = contact.name(situation.answers());
        return name.isEmpty() ? "somebody no longer listed" : name;
    }

    @Override
    public String kept(Contact contact) {
        return contact.key();
    }

    @Override
    public Contact restored(String kept) {
        return Contact.ofKey(kept).orElseThrow(() -> new IllegalStateException("No such contact: " + kept));
    }
}
