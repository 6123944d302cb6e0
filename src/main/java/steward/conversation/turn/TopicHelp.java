package steward.conversation.turn;

import java.util.ArrayList;
import java.util.List;
import steward.conversation.understanding.meaning.Topic;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.dashboard.plans.StatusMessage;
import steward.dashboard.plans.SummaryMessage;
import steward.dashboard.roti.AccountRoti;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** Answers to what reps ask about Steward and the worksheet: in a few lines, and from their own plan where that can be. */
public final class TopicHelp {

    private final Plan plan;
    private final Reader reader;

    public TopicHelp(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    public List<Part> about(Topic topic) {
        return switch (topic) {
            case ROTI -> roti();
            case ENTERED -> new SummaryMessage(plan, reader).whole().parts();
            case LEFT -> new StatusMessage(plan, reader).parts();
            case SHARE ->
                offer(
                        "`/roti` has *Share* for the ranking. A plan itself is yours alone; whoever runs Steward for you can export it as a file.",
                        new Button("Show the plan", "/plan show"));
            default -> List.of(new Part.Paragraph(Words.of(text(topic))));
        };
    }

    /** The same where no plan is talked about. */
    public static List<Part> withoutPlan(Topic topic) {
        return switch (topic) {
            case ROTI ->
                List.of(
                        new Part.Paragraph(
                                Words.of(
                                        "ROTI is your return on time invested: the gross profit that you can expect at an account, divided by the hours it takes. `/roti` ranks your accounts by it.")));
            case ENTERED, LEFT, SHARE ->
                List.of(new Part.Paragraph(Words.of("`/plan` lists your plans; open one and ask me there.")));
            default -> List.of(new Part.Paragraph(Words.of(text(topic))));
        };
    }

    private static List<Part> part(String words) {
        return List.of(new Part.Paragraph(Words.of(words)));
    }

    private List<Part> offer(String words, Button button) {
        List<Part> parts = new ArrayList<>(part(words));
        parts.add(new Part.Choices(Abouts.of(plan), List.of(button)));
        return parts;
    }

    private List<Part> roti() {
        List<Part> parts = new ArrayList<>(
                part(
                        "ROTI is your return on time invested: the gross profit that you can expect, divided by the hours that winning it takes. It tells where your next hour is worth most."));
        if (plan.status() != Status.CLOSED) {
            parts.add(new AccountRoti(plan, reader).inShort());
        }
        return parts;
    }

    private static String term(Question<?> question) {
        return "*" + question.label() + "*: " + question.why();
    }

    /** Four lines at most. */
    private static String text(Topic topic) {
        return switch (topic) {
            case PRIVATE ->
                "Only you, until you share a plan or name your manager. Whoever you then choose can look; nobody else can, and the customer never.";
            case STORED ->
                "In your company's own Steward, beside this Slack workspace: on your company's server, and nowhere else. No language model reads it, nothing is sent to one. `/plan forget me` gives you all of it as a file.";
            case DELETE_DATA ->
                "`/plan forget me` gives you a file of all that I keep of you and, if you want, deletes it.";
            case LOG_TIME ->
                "Write it here as you would to a colleague: `2h Acme`, `Acme 45m upkeep yesterday`. `/time` takes several at once and shows your week.";
            case WORKING_HOURS ->
                "`/plan settings` changes your days and hours, and says when you are away. To change hours that you logged, `/time`.";
            case NUDGES ->
                "I write only in your working hours, once a day at most for each reason: actions that are due, the week's hours, dates of opportunities. `/plan settings` switches each of them off. To be asked later, say so: `ask me Monday`.";
            case UNDO -> "Say `undo`: it takes back what you did last. Say it again for what you did before that.";
            case RENAME -> "Say `rename Acme to Acme Glass`; all that you entered stays, and *Undo* takes it back.";
            case DELETE ->
                "`/plan delete Acme` takes out a plan begun by mistake, `/plan close Acme` ends one and keeps the record. `/plan forget me` deletes all that I keep of you.";
            case CLOSE ->
                "`/plan close Acme lost the bid`, with your reason. It ends the reminders and keeps everything.";
            case REMOVE -> "Say `remove` and the name, like `remove Dana Wu`; `undo` brings it back.";
            case ADD -> "Say `add contact`, `add opportunity` or `add action`, whenever you like. I ask the rest.";
            case SHARE, ENTERED, LEFT, ROTI -> "";
            case PDF ->
                "`/plan export Acme` puts the plan into our chat as PDF, Word, Excel or calendar, for you or for the customer. `pdf` alone does it for this one.";
            case SWITCH -> "Say `switch Acme`; the question here waits for you.";
            case START -> "`/plan Acme` starts the plan for Acme, or opens it.";
            case PHONE -> "Yes: it is made for that. Every answer is saved as you go, on whatever device.";
            case PAUSE -> "Yes, at any time: say `pause`, or when: `ask me tomorrow at 4`. Everything is saved.";
            case SKIP ->
                "You can skip anything: say `skip` or `don't know`. What matters is listed at the end of the step, so that you can come back to it.";
            case EDIT ->
                "Any answer, at any time: say `edit 3`, or just what it should be: `the goal is 950k`. Editing your message works too.";
            case LONG ->
                "About twenty minutes in all: four steps, most answers a few words. You can stop and come back whenever you like.";
            case NEXT ->
                "Four steps: the account, the people who decide, what you want to win there, and what you will do in the next 90 days. Then I remind you of what is due, and tell where your time is worth most.";
            case STEWARD ->
                "I am Steward, an assistant that is no person. Together we write a plan for a key account in twenty minutes of chat; then I keep it alive, and tell you which account deserves your next hour.";
            case COMMANDS ->
                "`back`, `skip`, `edit 3`, `undo`, `status`, `summary`, `pause`, `add contact`, `remove Dana`. Or say it in your own words: `the goal is 950k`, `2h Acme`, `ask me Monday`.";
            case EGP ->
                "EGP is the expected gross profit of an opportunity: its increase, times its probability, times the gross margin.";
            case HEALTH ->
                "How complete and up to date a plan is, from 0 to 100. `/plan health` tells what would make it better.";
            case CHECKPOINT ->
                "On days 30 and 60 of your 90 I ask how the opportunities stand: won, lost, or how likely now.";
            case CYCLE ->
                "The 90 days in which you do what you planned. They start when you say yes at the end of step 4; then come the next 90.";
            case BREAK_EVEN ->
                "What an hour of yours costs, if you set it in `/plan settings`. Accounts that earn less are marked.";
            case GAP ->
                "Something that matters and is not known yet: you skipped it, and I name it so that you can find out.";
            case SMART ->
                "Specific, measurable, with an activity, realistic, timed: what makes an opportunity one that a colleague could tell is won.";
            case BRIEF ->
                "`brief Acme`: one phone screen before a call, with the people, your questions and the next actions.";
            case RENEWAL ->
                "Business that you have and want to keep. At *increase*, answer `keep`: I count it as protected, not as growth.";
            case UPKEEP ->
                "Growth hours go into winning what is in your plan, upkeep into serving the account as it is. ROTI counts growth.";
            case FINAL_AUTHORITY -> "The person who can say yes when everyone else says no: who signs.";
            case ADVISOR ->
                "Somebody who screens offers for the others: purchasing, legal, IT. Their no can stop it, though they can't sign.";
            case COACH -> "Somebody at the account who wants you to win, and tells you how things really work there.";
            case USER -> "Somebody who will use what you sell, or feel it in their work.";
            case GROSS_MARGIN ->
                term(Worksheet.GROSS_MARGIN) + " Sales minus what the goods or the service cost, as a share of sales.";
            case CROSS_SELL -> "What else they could buy from you: other products, a better version, other sites.";
            case PROBABILITY ->
                term(Worksheet.PROBABILITY)
                        + " 10% is a name on a list, 25% a first good meeting, 50% a need, a budget and a date, 75% a preferred supplier, 90% a contract at the signature.";
            case HOURS_REQUIRED -> term(Worksheet.HOURS_REQUIRED) + " Only the hours for winning what you listed.";
            case TIME_SPENT -> "Everything counts: visits, calls, travel, quotes, solving problems. A guess is fine.";
            case REVENUE_GOAL -> "All you plan to sell them this year, existing business included.";
            case OPPORTUNITY ->
                "One thing to win, so clear that a colleague could tell when it is won. A renewal to defend is one too.";
            case MISSION -> term(Worksheet.MISSION);
            case ACTION -> "One step that you can take yourself in the next 90 days.";
        };
    }
}
