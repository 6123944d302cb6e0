package steward.slack.quarter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/**
 * One life of the program. It may end before or after whatever it does to its store or with Slack; nothing that was under way in it is
 * heard of again.
 */
final class Life {

    /** It is over, wherever this is met. */
    static final class Over extends Error {
        private static final long serialVersionUID = 1;

        Over() {
            super("the program was killed", null, false, false);
        }
    }

    private final BooleanSupplier isKilled;
    private boolean over;

    /** @param isKilled asked at each step */
    Life(BooleanSupplier isKilled) {
        this.isKilled = isKilled;
    }

    boolean isOver() {
        return over;
    }

    void kill() {
        over = true;
    }

    /** Stands between two things that the program does. */
    void step() {
        over = over || isKilled.getAsBoolean();
        if (over) {
            throw new Over();
        }
    }

    /** Does something, unless and as long as the program lives. */
    void live(Runnable task) {
        try {
            if (!over) {
                task.run();
            }
        } catch (Over e) {
            over = true;
        }
    }

    /** A way out of the program, with a step before and after all that goes there. */
    <T> T port(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    step();
                    try {
                        Object result = method.invoke(real, arguments);
                        step();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
