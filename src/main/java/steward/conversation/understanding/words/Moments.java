package steward.conversation.understanding.words;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.state.ConversationState;
import steward.rep.WorkingWeek;
import steward.worksheet.Worksheet;
import steward.worksheet.dates.ClockTime;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/** Moments as people promise them: "tomorrow at 4", "Monday", "in 10 minutes". A bare day means the start of its working hours. */
public final class Moments {

    private static final Question<LocalDate> ANY_DAY = Worksheet.TIMELINE;

    private static final Pattern IN = Pattern.compile(
            "(?:in |for )?(?:about |like |maybe )?(\\d{1,3}|a|an|one|two|three|five|ten|fifteen|twenty|thirty|half an?|a half|a couple of|a few) ?(m|mins?|minutes?|min|h|hrs?|hours?|days?|weeks?|minuten|stunden?|heures?)?");
    private static final Pattern DAY_AND_TIME = Pattern.compile(
            "(?:on |this |the )?(.*?)(?:^|[, ]+)(?:(?:at|um|à|a las|from|after|around|about|till|until) |@ ?)(\\d{1,2}(?:[:.h]\\d{2})? ?(?:am|pm|a\\.m|p\\.m|uhr|h|o'clock)?|noon|midday|lunch)");
    private static final Pattern DAY_PART =
            Pattern.compile("(.*?)[, ]+(?:in the |early |late )?(morning|afternoon|evening|noon|night)");

    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final LocalDateTime now;
    private final WorkingWeek week;
    private final Situation situation;

    public Moments(ConversationState state) {
        this.now = state.now();
        this.week = state.reader().preferences().week();
        this.situation = Situation.ofNoPlan(state.today(), state.reader().notation());
    }

    public Optional<LocalDateTime> read(String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!,]+$", "");
        return fixed(words)
                .or(() -> within(words))
                .or(() -> dayAndTime(words))
                .or(() -> day(words).map(this::opening))
                .filter(moment -> moment.isAfter(now));
    }

    private Optional<LocalDateTime> fixed(String words) {
        LocalDate today = now.toLocalDate();
        return switch (words) {
            case "this afternoon", "after lunch", "heute nachmittag", "cet après-midi" ->
                Optional.of(later(today.atTime(AFTER_LUNCH)));
            case "tonight", "this evening", "heute abend", "ce soir" -> Optional.of(later(today.atTime(EVENING)));
            case "next week", "nächste woche", "la semaine prochaine" ->
                Optional.of(week.nextBeginning(today).atTime(week.from()));
            case "mañana", "manana", "morgen", "domani", "demain", "amanhã", "amanha", "jutro", "明日", "明天" ->
                Optional.of(opening(today.plusDays(1)));
            default -> Optional.empty();
        };
    }

    /** What is over for today already is for tomorrow. */
    private LocalDateTime later(LocalDateTime moment) {
        return moment.isAfter(now) ? moment : moment.plusDays(1);
    }

    private LocalDateTime opening(LocalDate day) {
        return day.equals(now.toLocalDate()) ? now : day.atTime(week.from());
    }

    private Optional<LocalDateTime> within(String words) {
        Matcher in = IN.matcher(words);
        if (!in.matches()
                || (in.group(2) == null
                        && !words.startsWith("in ")
                        && !in.group(1).matches("\\d+"))) {
            return Optional.empty();
        }
        String unit = in.group(2) == null ? "m" : in.group(2);
        double count = count(in.group(1));
        return Optional.of(
                switch (unit.charAt(0)) {
                    case 'h', 's' -> now.plus(Duration.ofMinutes(Math.round(count * 60)));
                    case 'd' -> opening(now.toLocalDate().plusDays(Math.round(count)));
                    case 'w' -> opening(now.toLocalDate().plusWeeks(Math.round(count)));
                    default -> now.plusMinutes(Math.round(count));
                });
    }

    private static double count(String number) {
        return switch (number) {
            case "a", "an", "one" -> 1;
            case "two", "a couple of" -> 2;
            case "three", "a few" -> 3;
            case "five" -> 5;
            case "ten" -> 10;
            case "fifteen" -> 15;
            case "twenty" -> 20;
            case "thirty" -> 30;
            case "half a", "half an", "a half" -> 0.5;
            default -> Integer.parseInt(number);
        };
    }

    private Optional<LocalDateTime> dayAndTime(String words) {
        Matcher matcher = DAY_AND_TIME.matcher(words);
        if (matcher.matches()) {
            Optional<LocalTime> time = time(matcher.group(2));
            String day = matcher.group(1).strip();
            return time.flatMap(at -> day.isEmpty() || day.equals("today")
                    ? Optional.of(later(now.toLocalDate().atTime(at)))
                    : day(day).map(found -> found.atTime(at)));
        }
        Matcher part = DAY_PART.matcher(words);
        return part.matches() && !part.group(1).isBlank()
                ? day(part.group(1).strip()).map(found -> switch (part.group(2)) {
                    case "afternoon" -> found.atTime(AFTER_LUNCH);
                    case "evening", "night" -> found.atTime(EVENING);
                    case "noon" -> found.atTime(LocalTime.NOON);
                    default -> found.atTime(week.from());
                })
                : Optional.empty();
    }

    /** At 4 means in the afternoon, for whoever works by day. */
    private Optional<LocalTime> time(String words) {
        if (words.equals("lunch")) {
            return Optional.of(AFTER_LUNCH);
        }
        boolean isHalfSaid = words.matches(".*[ap]\\.?m?|.*uhr|\\d{1,2}[:.h]\\d{2}") && !words.matches("\\d{1,2}");
        return ClockTime.read(words.replaceFirst(" ?uhr$", ""))
                .either(Optional::of, hint -> Optional.<LocalTime>empty())
                .map(time -> !isHalfSaid && time.isBefore(week.from().minusHours(2)) && time.getHour() < 12
                        ? time.plusHours(12)
                        : time);
    }

    private Optional<LocalDate> day(String words) {
        String day = words.replaceFirst("^(?:on|by|from|until|till|this|am|le|el) ", "")
                .replaceFirst("^the (?=\\d)", "");
        return ANY_DAY.readKept(day, situation)
                .either(kept -> Optional.of(LocalDate.parse(kept)), hint -> Optional.empty());
    }
}
