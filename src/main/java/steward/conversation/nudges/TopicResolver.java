package steward.conversation.nudges;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.dashboard.nudges.Topic;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/**
 * Finds which of the topics of a nudge a rep means: named by a word or two, by its place in the message, or not at all.
 *
 * @param topics those that may be meant
 * @param name the words that name them, if some do
 * @param isAll whether all of them are meant
 * @param rest what was said besides
 */
record TopicResolver(List<Topic> topics, String name, boolean isAll, String rest) {

    private static final Set<String> SAY_NOTHING =
            Set.of(("a an the this that my our one number action opportunity we i it us is are"
                            + " was has have been let and so of on at for with about over now just already finally yes yeah ok please"
                            + " good great news sadly s m re ve d say think guess closed can could would you maybe probably roughly they he she got still")
                    .split(" ", 0));

    private static final Set<String> ALL = Set.of("all", "everything", "both", "them");

    /** After these no name follows, but a day or a reason. */
    private static final Set<String> NO_NAME_FOLLOWS =
            Set.of("to", "by", "until", "till", "because", "due", "since", "they", "as", "not", "no");

    private static final Pattern PLACE = Pattern.compile(
            "\\s*(?:no\\.? ?|number |#)?(\\d{1,2})(?=\\s*(?:$|[,:;–-]|to |over\\b))(.*)", Pattern.DOTALL);

    /** What stands before a comma, a colon or a dash: no name goes on behind one. */
    private static final Pattern FIRST_PART = Pattern.compile("(\\s+\\p{L}.*?)((?:[,:;–]| -).*)?", Pattern.DOTALL);

    private static final Pattern ABOUT = Pattern.compile("(.*\\S)\\s+(?:about|of|for|with)\\s+(\\S.*)");

    private static final int LETTERS_MIN = 3;

    /** Among the topics of a nudge that the verdict fits. */
    static TopicResolver of(NudgeReply words) {
        List<Topic> fitting = words.among();
        List<String> before = named(words.before());
        if (!before.isEmpty()) {
            return new TopicResolver(found(before, fitting), words.before(), isAll(before), words.after());
        }
        Matcher place = PLACE.matcher(words.after());
        if (fitting.size() > 1 && place.matches()) {
            return new TopicResolver(at(place.group(1), fitting), place.group(1), false, place.group(2));
        }
        return namedAfter(words, fitting);
    }

    /** As many of the words after the verdict as name something, or those at the end: "tomorrow about Dana". */
    private static TopicResolver namedAfter(NudgeReply words, List<Topic> fitting) {
        Matcher parts = FIRST_PART.matcher(words.after());
        String first = parts.matches() ? parts.group(1) : "";
        String second = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        List<String> each = List.of(first.strip().split("\\s+", 0));
        boolean mayName = !first.isEmpty() && !NO_NAME_FOLLOWS.contains(Names.plain(each.get(0)));
        for (int count = mayName ? each.size() : 0; count > 0; count--) {
            List<String> name = named(String.join(" ", each.subList(0, count)));
            List<Topic> found = found(name, fitting);
            if (!found.isEmpty()) {
                String rest = String.join(" ", each.subList(count, each.size()));
                return new TopicResolver(found, String.join(" ", name), isAll(name), rest + second);
            }
        }
        Matcher about = ABOUT.matcher(first);
        List<Topic> found = mayName && about.matches() ? found(named(about.group(2)), fitting) : List.of();
        if (!found.isEmpty()) {
            return new TopicResolver(found, about.group(2), false, about.group(1) + second);
        }
        return new TopicResolver(askedFirst(fitting), "", false, words.after());
    }

    /** Whether words name one or some of the topics. */
    static boolean names(String words, List<Topic> topics) {
        return !found(named(words), topics).isEmpty();
    }

    /** Whether words are none that could name anything. */
    static boolean saysNothing(String words) {
        return named(words).isEmpty();
    }

    /** What follows a name at the beginning; all of the words if none stands there. */
    static String pastName(String words, List<Topic> topics) {
        String[] each = words.strip().split("(?<=\\s)", -1);
        int end = 0;
        for (int at = 0; at < each.length; at++) {
            List<String> word = named(each[at].replaceFirst("[,;:.!–-].*", ""));
            if (word.isEmpty() && each[at].matches("[\\p{L}’']+\\s*")) {
                continue;
            }
            boolean isNone = word.stream().anyMatch(NO_NAME_FOLLOWS::contains);
            if (isNone || !names(String.join(" ", word), topics)) {
                break;
            }
            end = at + 1;
            if (!each[at].strip().matches("[\\p{L}\\p{N}’']+")) {
                return each[at].replaceFirst("^[\\p{L}\\p{N}’']+", "")
                        + String.join("", List.of(each).subList(end, each.length));
            }
        }
        return String.join("", List.of(each).subList(end, each.length));
    }

    /** Those that are still asked about; all, if none is. */
    private static List<Topic> askedFirst(List<Topic> fitting) {
        List<Topic> asked = fitting.stream().filter(Topic::isAsked).toList();
        return asked.isEmpty() ? fitting : asked;
    }

    private static boolean isAll(List<String> name) {
        return !name.isEmpty() && ALL.containsAll(name);
    }

    private static List<String> named(String words) {
        return Names.words(words).stream()
                .filter(word -> !SAY_NOTHING.contains(word))
                .toList();
    }

    private static List<Topic> found(List<String> name, List<Topic> fitting) {
        if (name.isEmpty()) {
            return List.of();
        }
        if (isAll(name)) {
            return askedFirst(fitting);
        }
        return name.size() == 1 && name.get(0).matches("\\d{1,2}")
                ? at(name.get(0), fitting)
                : fitting.stream().filter(topic -> isCalled(topic, name)).toList();
    }

    private static List<Topic> at(String place, List<Topic> fitting) {
        List<Topic> counted = counted(fitting);
        int number = Integer.parseInt(place);
        return number >= 1 && number <= counted.size() ? List.of(counted.get(number - 1)) : List.of();
    }

    /** Those that a rep counts who says "2 done": what it can be said of, and the actions where it is said of both. */
    static List<Topic> counted(List<Topic> fitting) {
        List<Topic> actions = fitting.stream().filter(Topic::isAction).toList();
        return actions.isEmpty() ? fitting : actions;
    }

    static boolean isCalled(Topic topic, List<String> name) {
        String contact = topic.isAction()
                ? topic.plan()
                        .get(Worksheet.ACTION_CONTACT, topic.row())
                        .map(found -> found.name(topic.plan()))
                        .orElse("")
                : "";
        List<String> words = Stream.of(topic.plan().account(), topic.name(), contact)
                .flatMap(part -> Names.words(part).stream())
                .toList();
        return name.stream()
                .allMatch(word -> words.stream()
                        .anyMatch(each -> word.length() < LETTERS_MIN ? each.equals(word) : each.startsWith(word)));
    }
}
