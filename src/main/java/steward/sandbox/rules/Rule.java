package steward.sandbox.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import steward.sandbox.http.Json;

/**
 * What one place in a block must look like; a breach is told in the words of Slack's {@code response_metadata}.
 *
 * <p>{@code at} is the place as a JSON pointer ({@code /blocks/0/text}).
 */
@FunctionalInterface
interface Rule {

    void check(JsonElement value, String at, List<String> problems);

    default Rule and(Rule other) {
        return (value, at, problems) -> {
            check(value, at, problems);
            other.check(value, at, problems);
        };
    }

    static void problem(List<String> problems, String what, String at) {
        problems.add(what + " [json-pointer:" + at + "]");
    }

    /** A string of one character to {@code charsMax}, counted in Unicode code points. */
    static Rule string(int charsMax) {
        return (value, at, problems) -> {
            if (!isString(value)) {
                problem(problems, "must be a string", at);
                return;
            }
            String text = value.getAsString();
            if (text.isEmpty()) {
                problem(problems, "must be more than 0 characters", at);
            }
            checkLength(text, charsMax, at, problems);
        };
    }

    /** A string of no more than {@code charsMax}, which may be empty. */
    static Rule upTo(int charsMax) {
        return (value, at, problems) -> {
            if (isString(value)) {
                checkLength(value.getAsString(), charsMax, at, problems);
            } else {
                problem(problems, "must be a string", at);
            }
        };
    }

    static Rule bool() {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
                problem(problems, "must be a boolean", at);
            }
        };
    }

    static Rule number() {
        return (value, at, problems) -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
                problem(problems, "must be a number", at);
            }
        };
    }

    static Rule numberWithin(int least, int most) {
        return number().and((value, at, problems) -> {
            boolean isNumber =
                    value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
            if (isNumber && (value.getAsDouble() < least || value.getAsDouble() > most)) {
                problem(problems, "must be between " + least + " and " + most, at);
            }
        });
    }

    static Rule anything() {
        return (value, at, problems) -> {};
    }

    static Rule oneOf(String... allowed) {
        Set<String> values = new TreeSet<>(Set.of(allowed));
        return (value, at, problems) -> {
            if (!isString(value) || !values.contains(value.getAsString())) {
                problem(problems, "must be one of " + String.join(", ", values), at);
            }
        };
    }

    static Rule matching(String pattern, String meaning) {
        Pattern compiled = Pattern.compile(pattern);
        return (value, at, problems) -> {
            if (!isString(value) || !compiled.matcher(value.getAsString()).matches()) {
                problem(problems, "must be " + meaning, at);
            }
        };
    }

    static Rule items(int itemsMin, int itemsMax, Rule each) {
        return (value, at, problems) -> {
            if (!value.isJsonArray()) {
                problem(problems, "must be an array", at);
                return;
            }
            JsonArray array = value.getAsJsonArray();
            if (array.size() < itemsMin) {
                problem(problems, "no less than " + itemsMin + " items allowed", at);
            }
            if (array.size() > itemsMax) {
                problem(problems, "no more than " + itemsMax + " items allowed", at);
            }
            for (int i = 0; i < array.size(); i++) {
                each.check(array.get(i), at + "/" + i, problems);
            }
        };
    }

    /** An object whose {@code type} says which of the shapes it has. */
    static Rule byType(Map<String, ? extends Rule> shapes) {
        return (value, at, problems) -> {
            if (!value.isJsonObject()) {
                problem(problems, "must be an object", at);
                return;
            }
            JsonObject object = value.getAsJsonObject();
            if (!object.has("type")) {
                problem(problems, "missing required field: type", at);
                return;
            }
            String type = Json.string(object, "type");
            Rule shape = shapes.get(type);
            if (shape == null) {
                problem(problems, "unsupported type: " + type, at + "/type");
            } else {
                shape.check(value, at, problems);
            }
        };
    }

    private static void checkLength(String text, int charsMax, String at, List<String> problems) {
        if (text.codePointCount(0, text.length()) > charsMax) {
            problem(problems, "must be less than " + (charsMax + 1) + " characters", at);
        }
    }

    private static boolean isString(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    /** An object with these properties and no others; {@code type} is taken as known. */
    final class Shape implements Rule {

        private final Map<String, Rule> properties = new LinkedHashMap<>();
        private final Set<String> required = new TreeSet<>();
        private Rule whole = anything();

        static Shape shape() {
            return new Shape();
        }

        Shape must(String name, Rule rule) {
            required.add(name);
            return may(name, rule);
        }

        Shape may(String name, Rule rule) {
            properties.put(name, rule);
            return this;
        }

        /** Adds a rule on the object as a whole. */
        Shape whole(Rule rule) {
            whole = whole.and(rule);
            return this;
        }

        @Override
        public void check(JsonElement value, String at, List<String> problems) {
            if (!value.isJsonObject()) {
                problem(problems, "must be an object", at);
                return;
            }
            JsonObject object = value.getAsJsonObject();
            for (String name : required) {
                if (!object.has(name)) {
                    problem(problems, "missing required field: " + name, at);
                }
            }
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                checkProperty(entry.getKey(), entry.getValue(), at, problems);
            }
            whole.check(value, at, problems);
        }

        private void checkProperty(String name, JsonElement value, String at, List<String> problems) {
            if (name.equals("type")) {
                return;
            }
            Rule rule = properties.get(name);
            if (rule == null) {
                problem(problems, "invalid additional property: " + name, at);
            } else {
                rule.check(value, at + "/" + name, problems);
            }
        }
    }
}
