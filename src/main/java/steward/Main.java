package steward;

/** The command line: {@code java -jar steward.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Steward");
    }
}
