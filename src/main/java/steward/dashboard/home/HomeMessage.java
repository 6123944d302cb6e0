package steward.dashboard.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.AccountNames;
import steward.dashboard.Reader;
import steward.dashboard.roti.RotiBoard;
import steward.dashboard.time.WeekHours;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.Roti;

/** The Home tab: the rep's accounts and what they are worth, what is due, and this week's hours. */
public final class HomeMessage {

    /** A plan takes two of the hundred blocks that Slack has room for, and the rest of the page some twenty. */
    static final int PLANS_A_PAGE_MAX = 25;

    private final List<Plan> running;
    private final List<Plan> drafts;
    private final List<Plan> live;
    private final int closed;
    private final Instant now;
    private final Reader reader;

    /**
     * @param live the rep's drafts and running plans, the last touched first
     * @param closed how many closed ones there are besides
     */
    public HomeMessage(List<Plan> live, int closed, Instant now, Reader reader) {
        this.live = List.copyOf(live);
        this.running = live.stream()
                .filter(plan -> plan.status() == Status.RUNNING)
                .sorted(Comparator.comparing(Roti::of, Roti.byNextHour()))
                .toList();
        this.drafts =
                live.stream().filter(plan -> plan.status() == Status.DRAFT).toList();
        this.closed = closed;
        this.now = now;
        this.reader = reader;
    }

    /** One page of it, the first is 1; a page past the last is the last. */
    public Message page(int page) {
        if (live.isEmpty()) {
            return nothingYet();
        }
        int shown = Math.max(1, Math.min(page, pages()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Your key accounts"));
        parts.add(new Part.Choices(
                About.NOTHING,
                List.of(
                        newPlan(),
                        new Button("Log time", "/time form"),
                        new Button("Export", "/plan export all"),
                        new Button("Settings", "/plan settings form"))));
        if (shown == 1) {
            sentence().ifPresent(words -> parts.add(new Part.Paragraph(words)));
        }
        parts.add(new Part.Divider());
        parts.addAll(plans(shown));
        parts.addAll(turning(shown));
        if (shown == 1) {
            parts.addAll(new DueActions(running, new AccountNames(live), reader).next());
            parts.addAll(new WeekHours(live, reader).parts());
        }
        closedOnes().ifPresent(parts::add);
        return new Message(parts);
    }

    private static Button newPlan() {
        return new Button("New plan", "/plan new", Weight.PRIMARY);
    }

    private Message nothingYet() {
        List<Part> parts = new ArrayList<>(List.of(
                new Part.Heading("Your key accounts"),
                new Part.Paragraph(
                        Words.of(
                                "*Which of your accounts deserves the next hour?* With a plan for each, you will see it here.")),
                new Part.Paragraph(
                        Words.of(
                                "A plan takes about twenty minutes, one question at a time. Every answer is saved, so stop whenever you like.")),
                new Part.Choices(About.NOTHING, List.of(newPlan()))));
        closedOnes().ifPresent(parts::add);
        return new Message(parts);
    }

    /** Where the next hour is worth most, if that is known of any account. */
    private Optional<Words> sentence() {
        boolean known = live.stream()
                .map(Roti::of)
                .anyMatch(roti -> roti.isKnown() && roti.nextHour().isPresent());
        return known ? Optional.of(new RotiBoard(live, reader).sentence()) : Optional.empty();
    }

    private List<Part> plans(int page) {
        HomePlans lines = new HomePlans(live, now, reader);
        List<Plan> shown = Stream.concat(running.stream(), drafts.stream())
                .skip((long) (page - 1) * PLANS_A_PAGE_MAX)
                .limit(PLANS_A_PAGE_MAX)
                .toList();
        List<Part> parts = new ArrayList<>();
        shown.forEach(plan -> parts.addAll(
                plan.status() == Status.RUNNING
                        ? lines.running(plan)
                        : lines.draft(plan, plan.equals(drafts.get(0)) ? Weight.PRIMARY : Weight.NORMAL)));
        lines.footnote(shown).ifPresent(parts::add);
        return parts;
    }

    // ── Pages ────────────────────────────────────────────────────────────────────────────────────────────

    private int pages() {
        return (live.size() + PLANS_A_PAGE_MAX - 1) / PLANS_A_PAGE_MAX;
    }

    private List<Part> turning(int page) {
        if (pages() == 1) {
            return List.of();
        }
        List<Button> buttons = new ArrayList<>();
        if (page > 1) {
            buttons.add(new Button("Back", "home " + (page - 1)));
        }
        if (page < pages()) {
            buttons.add(new Button("Next", "home " + (page + 1)));
        }
        return List.of(
                new Part.Choices(About.NOTHING, List.copyOf(buttons)),
                new Part.Quiet(Words.of("page " + page + " of " + pages())));
    }

    private Optional<Part> closedOnes() {
        return closed == 0
                ? Optional.empty()
                : Optional.of(new Part.Quiet(
                        Words.of((closed == 1 ? "One closed plan is kept" : closed + " closed plans are kept")
                                + "  ·  `/plan` lists all")));
    }
}
