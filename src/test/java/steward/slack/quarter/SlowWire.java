package steward.slack.quarter;

import java.util.Map;
import java.util.Optional;
import steward.runtime.VirtualTime;
import steward.slack.AnsweringInterceptor;

/** The way to Slack: takes a while there and a while back, during which all else goes on, and loses what it is told to lose. */
final class SlowWire extends AnsweringInterceptor {

    private static final String API = "/api/";

    private final FakeSlack slack;
    private final VirtualTime time;
    private final RandomFaults faults;
    private final Life life;

    SlowWire(FakeSlack slack, VirtualTime time, RandomFaults faults, Life life) {
        this.slack = slack;
        this.time = time;
        this.faults = faults;
        this.life = life;
    }

    @Override
    protected Optional<Answered> answer(String path, String body) {
        life.step();
        if (!path.startsWith(API)) {
            return Optional.of(new Answered(200, Map.of(), "ok"));
        }
        time.pass(faults.latency());
        Optional<Answered> answered = slack.take(path.substring(API.length()), body);
        time.pass(faults.latency());
        life.step();
        return answered;
    }
}
