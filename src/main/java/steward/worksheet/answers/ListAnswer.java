package steward.worksheet.answers;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;

/** A short list: one item a line, or all on one line with commas. */
public final class ListAnswer implements Answer<List<String>> {

    static final int ITEMS_MAX = 10;

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final TextAnswer ITEM = new TextAnswer();

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** Those in full width need no space behind them. */
    private static final Pattern BULLET = Pattern.compile(
            "^(?:(?:(?:[-–—•*·‣]|\\d{1,2}(?:\\.\\d{1,2})*[.)]|[a-z][.)]|\\((?:\\d{1,2}|[a-z])\\)|\\[[ x]?\\])"
                    + "(?:[\\s\\u00a0]+|$)|[・●○■□◦▪▫◆◇]\\ufe0e?|[（(]?[0-9０-９]{1,2}[．）]|[①-⑳])[\\s\\u00a0\\u3000]*){1,3}");

    /** Not the comma within 1,250. */
    private static final Pattern COMMA = Pattern.compile("[;；、]|[,，](?!\\d)|(?<!\\d)[,，]");

    private static final Pattern AND = Pattern.compile("^(?:and|&) ");

    /** Questions have commas of their own, so on one line they are told apart by their question marks. */
    private static final Pattern AFTER_QUESTION = Pattern.compile("(?<=\\?)[\\s,;]+");

    @Override
    public Reading<List<String>> read(String said, Situation situation) {
        Set<String> items = new LinkedHashSet<>();
        for (String piece : pieces(TypedText.strip(said))) {
            String item = withoutBullet(piece);
            if (!TypedText.isBlank(item)) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            return Reading.unclear("I need at least one, like `Resin, Coatings`.");
        }
        if (items.size() > ITEMS_MAX) {
            return Reading.unclear(String.format(
                    situation.notation().written(),
                    "That is %d, and %d fit here. Send me the %d that matter most, like `Resin, Coatings`.",
                    items.size(),
                    ITEMS_MAX,
                    ITEMS_MAX));
        }
        return eachReadable(items, situation);
    }

    /** A line without the bullets or numbers before it. */
    public static String withoutBullet(String line) {
        return TypedText.strip(BULLET.matcher(TypedText.strip(line)).replaceFirst(""));
    }

    private static String[] pieces(String text) {
        if (LINE_BREAK.matcher(text).find()) {
            return LINE_BREAK.split(text);
        }
        return text.indexOf('?') >= 0 ? AFTER_QUESTION.split(text) : withoutAnd(COMMA.split(text));
    }

    /** "Resin, Coatings, and Training" are three. */
    private static String[] withoutAnd(String[] pieces) {
        int last = pieces.length - 1;
        if (last > 0) {
            pieces[last] = AND.matcher(TypedText.strip(pieces[last])).replaceFirst("");
        }
        return pieces;
    }

    private static Reading<List<String>> eachReadable(Set<String> items, Situation situation) {
        Reading<List<String>> list = Reading.clear(new ArrayList<>());
        for (String item : items) {
            list = list.then(before -> ITEM.read(item, situation).then(words -> {
                before.add(words);
                return Reading.clear(before);
            }));
        }
        return list.then(all -> Reading.clear(List.copyOf(all)));
    }

    /** "Resin, Coatings"; with semicolons where an item has a comma itself. */
    @Override
    public String shown(List<String> items, Situation situation) {
        boolean hasComma = items.stream().anyMatch(item -> item.indexOf(',') >= 0);
        return String.join(hasComma ? "; " : ", ", items);
    }

    @Override
    public String kept(List<String> items) {
        return JSON.toJson(items);
    }

    @Override
    public List<String> restored(String kept) {
        return List.of(JSON.fromJson(kept, String[].class));
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public boolean isList() {
        return true;
    }
}
