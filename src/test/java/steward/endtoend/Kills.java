package steward.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Where, on the way through a plan, the program is killed. */
final class Kills {

    private static final int AT_EACH_POINT = 2;

    private Kills() {}

    /** Which answers to die at, and where in their turn: at each point equally often. No question comes after the last answer. */
    static <P> Map<Integer, P> at(P[] points, int answers, Random random) {
        List<Integer> turns =
                new ArrayList<>(IntStream.range(0, answers - 1).boxed().toList());
        Collections.shuffle(turns, random);
        Map<Integer, P> kills = new HashMap<>();
        for (P point : points) {
            for (int i = 0; i < AT_EACH_POINT; i++) {
                kills.put(turns.remove(0), point);
            }
        }
        return kills;
    }
}
