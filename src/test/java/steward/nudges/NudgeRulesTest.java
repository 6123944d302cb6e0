package steward.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each nudge by itself. Monday is 2 March 2026; the other kinds are muted. */
class NudgeRulesTest {

    private static final Set<String> ALL =
            Set.of("actions", "opportunity", "time", "checkpoint", "cycle_end", "idle", "unfinished");

    // ── Actions ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void anActionIsInItsWeeksListThenOnItsDayThenOnceOverdueThenInEveryWeeksList() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-11");
        assertThat(life.run("2026-03-25T00:00"))
                .containsExactly(
                        "Mon 2026-03-09 09:00 actions acme:1",
                        "Wed 2026-03-11 09:00 actions acme:1",
                        "Thu 2026-03-12 09:00 actions acme:1",
                        "Mon 2026-03-16 09:00 actions acme:1",
                        "Mon 2026-03-23 09:00 actions acme:1");
    }

    @Test
    void aWeeksListHasAllPlansOverdueFirstAndNothingOfTheNextWeek() {
        RepLife life = only("actions")
                .running("acme")
                .action("acme", 1, "2026-03-13")
                .action("acme", 2, "2026-03-03")
                .action("acme", 3, "2026-03-16")
                .running("borealis")
                .action("borealis", 1, "2026-03-15");
        life.run("2026-03-09T00:00");
        assertThat(life.run("2026-03-10T00:00"))
                .containsExactly("Mon 2026-03-09 09:00 actions acme:2 acme:1 borealis:1");
    }

    @Test
    void anActionDueOnADayOffIsRemindedOnceOnTheNextWorkingDay() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-14");
        life.run("2026-03-10T00:00");
        assertThat(life.run("2026-03-23T00:00")).containsExactly("Mon 2026-03-16 09:00 actions acme:1");
    }

    @Test
    void anActionWithoutADateIsNotReminded() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-11");
        life.started("blank").begins("blank");
        assertThat(life.done("acme", 1).next()).isEmpty();
    }

    @Test
    void whatWasWrittenDownTodayIsNotRemindedToday() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-02");
        assertThat(life.run("2026-03-03T00:00")).isEmpty();
        assertThat(life.run("2026-03-09T00:00")).containsExactly("Tue 2026-03-03 09:00 actions acme:1");
    }

    @Test
    void whatWasWrittenDownAfterTodaysNudgeWaits() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-04");
        assertThat(life.run("2026-03-04T10:00")).containsExactly("Wed 2026-03-04 09:00 actions acme:1");
        life.action("acme", 2, "2026-03-04").action("acme", 3, "2026-03-06");
        assertThat(life.run("2026-03-07T00:00"))
                .containsExactly("Thu 2026-03-05 09:00 actions acme:1 acme:2", "Fri 2026-03-06 09:00 actions acme:3");
    }

    @Test
    void whatIsDoneOrDroppedIsSilentAndWhatIsUndoneComesBack() {
        RepLife life =
                only("actions").running("acme").action("acme", 1, "2026-03-05").action("acme", 2, "2026-03-05");
        life.run("2026-03-04T12:00");
        life.done("acme", 1).dropped("acme", 2);
        assertThat(life.next()).isEmpty();
        assertThat(life.run("2026-03-06T12:00")).isEmpty();
        life.undone("acme", 1);
        assertThat(life.run("2026-03-07T00:00")).containsExactly("Fri 2026-03-06 12:00 actions acme:1");
    }

    @Test
    void aMovedActionHasItsNewDayAlone() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-04");
        assertThat(life.run("2026-03-04T09:30")).hasSize(1);
        life.move("acme", 1, "2026-03-06");
        assertThat(life.run("2026-03-08T00:00")).containsExactly("Fri 2026-03-06 09:00 actions acme:1");
    }

    @Test
    void aSnoozedActionIsSilentUntilItsDay() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-03-04");
        assertThat(life.run("2026-03-04T09:30")).hasSize(1);
        life.snooze("acme", 1, "2026-03-14");
        assertThat(life.run("2026-03-23T00:00")).containsExactly("Mon 2026-03-16 09:00 actions acme:1");

        life.move("acme", 1, "2026-03-27").snooze("acme", 1, "2026-03-25");
        assertThat(life.run("2026-03-28T00:00"))
                .containsExactly("Wed 2026-03-25 09:00 actions acme:1", "Fri 2026-03-27 09:00 actions acme:1");
    }

    @Test
    void afterDowntimeWhatIsStillTrueComesOnceInTheNextWorkingHours() {
        RepLife life = only("actions")
                .running("acme")
                .action("acme", 1, "2026-03-10")
                .action("acme", 2, "2026-03-12")
                .action("acme", 3, "2026-03-19");
        life.down("2026-03-10T11:00").done("acme", 1);
        assertThat(life.run("2026-03-11T00:00")).containsExactly("Tue 2026-03-10 11:00 actions acme:2");
        life.down("2026-04-11T11:00");
        assertThat(life.run("2026-04-14T00:00")).containsExactly("Mon 2026-04-13 09:00 actions acme:2 acme:3");
    }

    // ── Opportunities ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void anOpportunityIsAskedAboutOnTheWorkingDayAfterItsDate() {
        RepLife life = only("opportunity").running("acme").opportunity("acme", 1, "2026-03-13");
        life.opportunity("acme", 2, "2026-03-12")
                .opportunity("acme", 3, "2026-03-12")
                .won("acme", 3);
        assertThat(life.run("2026-06-01T00:00"))
                .containsExactly("Fri 2026-03-13 09:00 opportunity acme:2", "Mon 2026-03-16 09:00 opportunity acme:1");
        life.stillOpen("acme", 1, "2026-06-03");
        assertThat(life.run("2026-07-01T00:00")).containsExactly("Thu 2026-06-04 09:00 opportunity acme:1");
    }

    @Test
    void anOpportunityWhoseDateWasOverWhenThePlanBeganWaitsForTheNextDay() {
        RepLife life = only("opportunity").draft("acme").opportunity("acme", 1, "2026-03-03");
        life.run("2026-03-20T11:00");
        life.begins("acme");
        assertThat(life.run("2026-04-01T00:00")).containsExactly("Mon 2026-03-23 09:00 opportunity acme:1");
    }

    @Test
    void theOpportunityOfAPausedPlanIsAskedAboutWhenItIsResumedThoughOthersWereMeanwhile() {
        RepLife life = only("opportunity").running("acme").opportunity("acme", 1, "2026-03-04");
        life.pause("acme").running("borealis").opportunity("borealis", 1, "2026-03-05");
        assertThat(life.run("2026-03-10T10:00")).containsExactly("Fri 2026-03-06 09:00 opportunity borealis:1");
        life.resume("acme");
        assertThat(life.run("2026-03-11T00:00")).containsExactly("Tue 2026-03-10 10:00 opportunity acme:1");
    }

    // ── Time ─────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void hoursAreAskedForAtTheEndOfTheWeekAndOnceMoreTheNextMorning() {
        RepLife life = only("time").running("acme").running("borealis");
        assertThat(life.run("2026-03-13T17:00"))
                .containsExactly(
                        "Fri 2026-03-06 16:00 time acme borealis",
                        "Mon 2026-03-09 09:00 time acme borealis",
                        "Fri 2026-03-13 16:00 time acme borealis");
        life.answer(NudgeKind.TIME);
        assertThat(life.run("2026-03-20T00:00")).isEmpty();
    }

    @Test
    void whoLogsTimeAfterBeingAskedHasAnswered() {
        RepLife life = only("time").running("acme").logTime("acme");
        assertThat(life.run("2026-03-06T18:00")).hasSize(1);
        life.logTime("acme");
        assertThat(life.run("2026-03-13T00:00")).isEmpty();
    }

    @Test
    void timeLoggedForAnotherWeekIsNoAnswer() {
        RepLife life = only("time").running("acme");
        assertThat(life.run("2026-03-06T18:00")).hasSize(1);
        life.logTime("acme", LocalDate.of(2026, 2, 25));
        assertThat(life.run("2026-03-09T12:00")).containsExactly("Mon 2026-03-09 09:00 time acme");
    }

    @Test
    void timeLoggedForTheNextWeekIsNoAnswer() {
        RepLife life = only("time").running("acme");
        assertThat(life.run("2026-03-09T08:00")).hasSize(1);
        life.logTime("acme");
        assertThat(life.run("2026-03-09T12:00")).containsExactly("Mon 2026-03-09 09:00 time acme");
    }

    @Test
    void afterDowntimeHoursAreAskedForOnceAndNotAfterTheNextWeekIsUp() {
        RepLife life = only("time").running("acme").down("2026-03-10T10:00");
        assertThat(life.run("2026-03-13T16:00")).containsExactly("Tue 2026-03-10 10:00 time acme");
        life.down("2026-03-20T10:00");
        assertThat(life.run("2026-03-20T17:00")).containsExactly("Fri 2026-03-20 16:00 time acme");
        life.down("2026-03-26T10:00");
        assertThat(life.run("2026-03-27T00:00")).containsExactly("Thu 2026-03-26 10:00 time acme");
    }

    @Test
    void aPlanThatBeganSinceIsNotAskedAboutForTheWeekBefore() {
        RepLife life = only("time").running("acme").down("2026-03-09T08:00").running("borealis");
        assertThat(life.run("2026-03-10T00:00")).containsExactly("Mon 2026-03-09 09:00 time acme");
    }

    @Test
    void hoursAreAskedForAnHourBeforeAnEarlyEnd() {
        assertThat(timeOf(LocalTime.of(6, 0), LocalTime.of(14, 30))).containsExactly("Fri 2026-03-06 13:30 time acme");
        assertThat(timeOf(LocalTime.of(9, 0), LocalTime.of(9, 30))).containsExactly("Fri 2026-03-06 09:00 time acme");
        assertThat(timeOf(LocalTime.of(17, 0), LocalTime.of(23, 30))).containsExactly("Fri 2026-03-06 17:00 time acme");
        assertThat(timeOf(LocalTime.MIDNIGHT, LocalTime.of(0, 30))).containsExactly("Fri 2026-03-06 00:00 time acme");
    }

    private static List<String> timeOf(LocalTime from, LocalTime to) {
        return only("time")
                .prefers(preferences -> preferences.withWeek(preferences.week().withHours(from, to)))
                .running("acme")
                .run("2026-03-07T00:00");
    }

    // ── The cycle ────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aCycleHasTwoCheckpointsAndAnEnd() {
        RepLife life = only("checkpoint", "cycle_end").running("acme").opportunity("acme", 1, "2026-12-01");
        assertThat(life.run("2026-12-31T00:00"))
                .containsExactly(
                        "Tue 2026-03-31 09:00 checkpoint acme",
                        "Thu 2026-04-30 09:00 checkpoint acme",
                        "Mon 2026-06-01 09:00 cycle_end acme");
    }

    @Test
    void everyCycleHasItsOwn() {
        RepLife life = only("checkpoint", "cycle_end").running("acme").opportunity("acme", 1, "2026-12-01");
        life.run("2026-06-02T10:00");
        life.begins("acme");
        assertThat(life.run("2026-12-31T00:00"))
                .containsExactly(
                        "Wed 2026-07-01 09:00 checkpoint acme",
                        "Fri 2026-07-31 09:00 checkpoint acme",
                        "Mon 2026-08-31 09:00 cycle_end acme");
    }

    @Test
    void aCheckpointAsksAboutLateOpportunitiesTooSoThatNothingElseDoes() {
        RepLife life = only("opportunity", "checkpoint").running("acme").opportunity("acme", 1, "2026-03-30");
        assertThat(life.run("2026-04-29T00:00")).containsExactly("Tue 2026-03-31 09:00 checkpoint acme");
    }

    @Test
    void withoutAnOpenOpportunityThereIsNoCheckpoint() {
        RepLife life = only("checkpoint").running("acme").opportunity("acme", 1, "2026-12-01");
        life.won("acme", 1);
        assertThat(life.run("2026-04-10T10:00")).isEmpty();
        life.opportunity("acme", 2, "2026-12-01");
        assertThat(life.run("2026-12-31T00:00")).containsExactly("Thu 2026-04-30 09:00 checkpoint acme");
    }

    @Test
    void aMissedCheckpointIsMadeUpForOnceAndNotAtTheEndOfTheCycle() {
        RepLife life = only("checkpoint", "cycle_end").running("acme").opportunity("acme", 1, "2026-12-01");
        life.down("2026-05-04T10:00");
        assertThat(life.run("2026-05-30T00:00")).containsExactly("Mon 2026-05-04 10:00 checkpoint acme");
        life.running("borealis").opportunity("borealis", 1, "2026-12-01").down("2026-09-01T10:00");
        assertThat(life.run("2026-12-31T00:00")).containsExactly("Tue 2026-09-01 10:00 cycle_end acme borealis");
    }

    @Test
    void theEndOfACycleMissedInAPauseIsToldThough() {
        RepLife life = only("cycle_end").running("acme").running("borealis").pause("acme");
        assertThat(life.run("2026-08-03T10:00")).containsExactly("Mon 2026-06-01 09:00 cycle_end borealis");
        life.resume("acme");
        assertThat(life.run("2026-12-31T00:00")).containsExactly("Mon 2026-08-03 10:00 cycle_end acme");
    }

    // ── What stands still ────────────────────────────────────────────────────────────────────────────────

    @Test
    void aPlanWithoutAnythingToDoForAWeekIsAskedAboutOnce() {
        RepLife life = only("idle").running("acme").action("acme", 1, "2026-03-03");
        life.down("2026-03-04T10:00").done("acme", 1);
        assertThat(life.run("2026-03-30T10:00")).containsExactly("Wed 2026-03-11 09:00 idle acme");
        life.action("acme", 2, "2026-03-31").down("2026-03-31T10:00").dropped("acme", 2);
        assertThat(life.run("2026-05-25T00:00")).containsExactly("Tue 2026-04-07 09:00 idle acme");
    }

    @Test
    void aPlanThatHadNothingToDoOnlyLastWeekIsNotAskedAbout() {
        RepLife life =
                only("idle").running("acme").action("acme", 1, "2026-03-03").done("acme", 1);
        life.down("2026-03-08T10:00").action("acme", 2, "2026-03-20");
        assertThat(life.run("2026-03-30T00:00")).isEmpty();
    }

    @Test
    void anActionIsAskedAboutOnceWhenMoreThan30DaysOverdue() {
        RepLife life = only("actions", "idle").running("acme").action("acme", 1, "2026-03-06");
        life.down("2026-03-30T10:00");
        assertThat(life.run("2026-04-14T00:00"))
                .containsExactly(
                        "Mon 2026-03-30 10:00 actions acme:1",
                        "Mon 2026-04-06 09:00 idle acme:1",
                        "Mon 2026-04-13 09:00 actions acme:1");
        life.move("acme", 1, "2026-04-15").down("2026-05-18T10:00");
        assertThat(life.deserved()).extracting(Nudge::kind).containsExactly(NudgeKind.IDLE);
    }

    @Test
    void allThatStandsStillIsToldTogetherAndNotAtTheEndOfTheCycle() {
        RepLife life = only("idle", "cycle_end")
                .running("acme")
                .running("borealis")
                .action("borealis", 1, "2026-03-04")
                .action("borealis", 2, "2026-03-05");
        life.down("2026-04-20T10:00");
        assertThat(life.run("2026-05-29T00:00"))
                .containsExactly("Mon 2026-04-20 10:00 idle acme borealis:1 borealis:2");
        life.action("borealis", 3, "2026-05-01");
        assertThat(life.run("2026-07-01T00:00")).containsExactly("Mon 2026-06-01 09:00 cycle_end acme borealis");
    }

    // ── Unfinished plans ─────────────────────────────────────────────────────────────────────────────────

    @Test
    void draftsOfADayAreRemindedTwiceTogetherThenNotBeforeAnAnswer() {
        RepLife life = only("unfinished").draft("acme").started("borealis");
        assertThat(life.run("2026-06-01T10:00"))
                .containsExactly(
                        "Tue 2026-03-03 09:00 unfinished acme borealis",
                        "Mon 2026-03-09 09:00 unfinished acme borealis");
        life.pause("acme");
        assertThat(life.run("2026-06-03T00:00")).containsExactly("Tue 2026-06-02 09:00 unfinished acme");
        life.close("acme").begins("borealis");
        assertThat(life.next()).isEmpty();
    }

    @Test
    void aDraftIsNotToldOfAgainBecauseAnotherIsDue() {
        RepLife life = only("unfinished").draft("acme").down("2026-03-03T08:00").started("borealis");
        assertThat(life.run("2026-06-01T10:00"))
                .containsExactly(
                        "Tue 2026-03-03 09:00 unfinished acme",
                        "Wed 2026-03-04 09:00 unfinished borealis",
                        "Mon 2026-03-09 09:00 unfinished acme",
                        "Tue 2026-03-10 09:00 unfinished borealis");
    }

    @Test
    void anAnswerAfterAReminderStartsTheDaysAnew() {
        RepLife life = only("unfinished").down("2026-03-06T12:00").draft("acme");
        assertThat(life.run("2026-03-09T12:00")).containsExactly("Mon 2026-03-09 09:00 unfinished acme");
        life.pause("acme");
        assertThat(life.run("2026-04-01T00:00"))
                .containsExactly("Tue 2026-03-10 09:00 unfinished acme", "Mon 2026-03-16 09:00 unfinished acme");
    }

    @Test
    void whoSaidNotNowIsNotRemindedBeforeAnAnswer() {
        RepLife life = only("unfinished").draft("acme");
        life.run("2026-03-03T12:00");
        life.answer(NudgeKind.UNFINISHED);
        assertThat(life.run("2026-04-01T10:00")).isEmpty();
        life.pause("acme");
        assertThat(life.run("2026-04-03T00:00")).containsExactly("Thu 2026-04-02 09:00 unfinished acme");
    }

    @Test
    void afterDowntimeDraftsAreRemindedOnce() {
        RepLife life = only("unfinished").draft("acme").down("2026-04-04T12:00");
        assertThat(life.run("2026-06-01T00:00")).containsExactly("Mon 2026-04-06 09:00 unfinished acme");
    }

    // ── Nobody is disturbed ──────────────────────────────────────────────────────────────────────────────

    @Test
    void whoIsAwayIsToldOnceWhenBack() {
        RepLife life = all().running("acme").action("acme", 1, "2026-03-10").opportunity("acme", 1, "2026-03-11");
        life.away("2026-03-18");
        assertThat(life.run("2026-03-19T00:00"))
                .containsExactly("Wed 2026-03-18 09:00 actions acme:1", "Wed 2026-03-18 09:00 opportunity acme:1");
        assertThat(life.run("2026-03-23T00:00")).containsExactly("Fri 2026-03-20 16:00 time acme");
    }

    @Test
    void aWeekThatTheRepWorkedInPartIsAskedAboutWhenBack() {
        RepLife life = only("time").running("acme");
        life.logTime("acme", LocalDate.of(2026, 3, 3)).away("2026-03-11");
        assertThat(life.run("2026-03-12T00:00")).containsExactly("Wed 2026-03-11 09:00 time acme");
    }

    @Test
    void whatFellDueBehindTheRepsBackIsMissed() {
        RepLife life = only("actions", "opportunity").running("acme").opportunity("acme", 1, "2026-03-11");
        life.running("borealis")
                .action("borealis", 1, "2026-03-12")
                .pause("borealis")
                .away("2026-03-16");
        life.down("2026-03-16T10:00");
        assertThat(life.deserved()).extracting(Nudge::isMissed).containsExactly(true);
        life.away("2026-03-03").resume("borealis").down("2026-03-16T10:30");
        assertThat(life.deserved()).extracting(Nudge::isMissed).containsExactly(true, false);
        assertThat(life.action("acme", 1, "2026-03-20").run("2026-03-21T00:00")).isNotEmpty();
        life.down("2026-03-23T09:00");
        assertThat(life.deserved()).extracting(Nudge::isMissed).containsOnly(false);
    }

    @Test
    void whoLeftOrMutedAllIsToldNothing() {
        RepLife life = all().running("acme")
                .action("acme", 1, "2026-03-10")
                .draft("borealis")
                .gone(true);
        assertThat(life.next()).isEmpty();
        assertThat(life.down("2026-03-10T10:00").deserved()).isEmpty();
        life.gone(false).mutes(ALL.toArray(String[]::new));
        assertThat(life.next()).isEmpty();
        assertThat(life.deserved()).isEmpty();
    }

    @Test
    void closedAndPausedPlansAreSilent() {
        RepLife life = all().running("acme").action("acme", 1, "2026-03-10").close("acme");
        life.running("borealis").action("borealis", 1, "2026-03-10").opportunity("borealis", 1, "2026-03-10");
        assertThat(life.pause("borealis").next()).isEmpty();
    }

    @Test
    void aRepWithoutPlansIsNeverWoken() {
        assertThat(all().next()).isEmpty();
    }

    // ── The rep's clock ──────────────────────────────────────────────────────────────────────────────────

    /** At nine on the wall clock, every working day, whatever the clock does in the night and the year has for days. */
    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 2026-03-05",
        "America/Chicago, 2026-10-29",
        "Europe/London, 2026-03-26",
        "Europe/London, 2026-10-22",
        "Australia/Lord_Howe, 2026-04-02",
        "Australia/Lord_Howe, 2026-10-01",
        "Asia/Kolkata, 2026-12-30",
        "Asia/Kathmandu, 2028-02-28",
        "Pacific/Kiritimati, 2026-12-30",
        "Pacific/Pago_Pago, 2026-12-30",
        "America/St_Johns, 2027-02-26"
    })
    void comesAtNineOnTheWallClock(String zone, String day) {
        RepLife life = new RepLife(zone, day + "T08:00")
                .mutes("opportunity", "time", "checkpoint", "cycle_end", "unfinished")
                .running("acme");
        for (int row = 1; row <= 7; row++) {
            life.action("acme", row, life.today().plusDays(row - 1L).toString());
        }
        List<String> lines = life.run(life.today().plusDays(7) + "T00:00");
        assertThat(lines).hasSize(5).allMatch(line -> line.contains(" 09:00 "));
        assertThat(lines).noneMatch(line -> line.startsWith("Sat") || line.startsWith("Sun"));
    }

    @Test
    void theLastDayOfFebruaryIsADay() {
        RepLife life =
                new RepLife("Europe/London", "2028-02-25T08:00").mutes("time").running("acme");
        life.action("acme", 1, "2028-02-29");
        assertThat(life.run("2028-03-02T00:00"))
                .containsExactly(
                        "Mon 2028-02-28 09:00 actions acme:1",
                        "Tue 2028-02-29 09:00 actions acme:1",
                        "Wed 2028-03-01 09:00 actions acme:1");
    }

    @Test
    void theWeekBeginsAfterTheLongestRest() {
        RepLife life = only("actions", "time")
                .prefers(preferences -> preferences.withWeek(preferences
                        .week()
                        .withDays(EnumSet.of(
                                DayOfWeek.SUNDAY,
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY))))
                .running("acme")
                .action("acme", 1, "2026-03-13");
        assertThat(life.run("2026-03-16T00:00"))
                .containsExactly(
                        "Thu 2026-03-05 16:00 time acme",
                        "Sun 2026-03-08 09:00 actions acme:1",
                        "Sun 2026-03-08 09:00 time acme",
                        "Thu 2026-03-12 16:00 time acme",
                        "Sun 2026-03-15 09:00 actions acme:1",
                        "Sun 2026-03-15 09:00 time acme");
    }

    @Test
    void aWeekMayHaveOneWorkingDay() {
        RepLife life = only("actions", "time")
                .prefers(preferences ->
                        preferences.withWeek(preferences.week().withDays(EnumSet.of(DayOfWeek.WEDNESDAY))))
                .running("acme")
                .action("acme", 1, "2026-03-06");
        assertThat(life.run("2026-03-12T00:00"))
                .containsExactly(
                        "Wed 2026-03-04 09:00 actions acme:1",
                        "Wed 2026-03-04 16:00 time acme",
                        "Wed 2026-03-11 09:00 actions acme:1",
                        "Wed 2026-03-11 16:00 time acme");
    }

    @Test
    void hoursThatTheClockLeapsOverOrShowsTwiceAreKept() {
        RepLife spring = everyDay("America/Chicago", "2026-03-05T12:00", LocalTime.of(2, 30), LocalTime.of(4, 0));
        spring.running("acme").action("acme", 1, "2026-03-08");
        assertThat(spring.run("2026-03-09T00:00")).containsExactly("Sun 2026-03-08 03:00 actions acme:1");

        RepLife autumn = everyDay("America/Chicago", "2026-10-29T12:00", LocalTime.of(1, 30), LocalTime.of(4, 0));
        autumn.running("acme").action("acme", 1, "2026-11-01");
        assertThat(autumn.run("2026-11-02T00:00")).containsExactly("Sun 2026-11-01 01:30 actions acme:1");

        RepLife second = everyDay("America/Chicago", "2026-10-29T12:00", LocalTime.of(1, 30), LocalTime.of(4, 0));
        second.running("acme").action("acme", 1, "2026-11-01");
        second.nowIs(Instant.parse("2026-11-01T07:10:00Z"));
        assertThat(second.next()).contains(Instant.parse("2026-11-01T07:30:00Z"));
    }

    private static RepLife everyDay(String zone, String moment, LocalTime from, LocalTime to) {
        return new RepLife(zone, moment)
                .mutes("time", "checkpoint", "cycle_end")
                .prefers(preferences -> preferences.withWeek(preferences
                        .week()
                        .withDays(EnumSet.allOf(DayOfWeek.class))
                        .withHours(from, to)));
    }

    @Test
    void whoTravelsWestHasNoDayTwice() {
        RepLife life = new RepLife("Pacific/Kiritimati", "2026-03-02T12:00")
                .mutes("time")
                .running("acme");
        life.action("acme", 1, "2026-03-03").action("acme", 2, "2026-03-04");
        assertThat(life.run("2026-03-04T12:00"))
                .containsExactly("Tue 2026-03-03 09:00 actions acme:1", "Wed 2026-03-04 09:00 actions acme:1 acme:2");
        life.travels("Pacific/Pago_Pago");
        assertThat(life.moment()).hasToString("2026-03-03T11:00");
        assertThat(life.run("2026-03-06T00:00")).containsExactly("Thu 2026-03-05 09:00 actions acme:2");
    }

    @Test
    void whoTravelsEastOverADayMissesNothing() {
        RepLife life = new RepLife("Pacific/Pago_Pago", "2026-03-02T12:00")
                .mutes("time")
                .running("acme");
        life.action("acme", 1, "2026-03-04").down("2026-03-03T20:00").travels("Pacific/Kiritimati");
        assertThat(life.moment()).hasToString("2026-03-04T21:00");
        assertThat(life.run("2026-03-06T00:00")).containsExactly("Thu 2026-03-05 09:00 actions acme:1");
    }

    @Test
    void manyKindsComeEachOnTheirOwn() {
        RepLife life = all().running("acme").action("acme", 1, "2026-03-31").opportunity("acme", 1, "2026-03-30");
        life.run("2026-03-31T00:00");
        assertThat(life.run("2026-04-01T00:00"))
                .containsExactly("Tue 2026-03-31 09:00 actions acme:1", "Tue 2026-03-31 09:00 checkpoint acme");
    }

    @Test
    void theEndOfACycleTellsOfAllThatIsInThePlanAndOthersOfTheirOwn() {
        RepLife life = only("actions", "opportunity", "cycle_end")
                .running("acme")
                .action("acme", 1, "2026-06-01")
                .action("acme", 2, "2026-06-02")
                .opportunity("acme", 1, "2026-05-31");
        life.run("2026-03-12T12:00");
        life.running("delta").action("delta", 1, "2026-06-01");
        life.run("2026-06-01T00:00");
        assertThat(life.run("2026-06-08T00:00"))
                .containsExactly(
                        "Mon 2026-06-01 09:00 actions delta:1",
                        "Mon 2026-06-01 09:00 cycle_end acme",
                        "Tue 2026-06-02 09:00 actions acme:1 delta:1 acme:2",
                        "Wed 2026-06-03 09:00 actions acme:2");
    }

    @Test
    void whoHearsOfNoEndOfACycleHearsOfWhatIsDueAllTheSame() {
        RepLife life = only("actions").running("acme").action("acme", 1, "2026-06-01");
        life.run("2026-06-01T00:00");
        assertThat(life.run("2026-06-02T00:00")).containsExactly("Mon 2026-06-01 09:00 actions acme:1");
    }

    private static RepLife all() {
        return new RepLife("America/Chicago", "2026-03-02T10:00");
    }

    private static RepLife only(String... kinds) {
        return all().mutes(ALL.stream()
                .filter(kind -> !List.of(kinds).contains(kind))
                .toArray(String[]::new));
    }
}
