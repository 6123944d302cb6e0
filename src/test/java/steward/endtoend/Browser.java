package steward.endtoend;

import static steward.endtoend.Patience.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The sandbox's page in a real browser, used as a person does: by mouse and by keyboard. */
final class Browser implements AutoCloseable {

    private final Path profile;
    private final ChromeDriver driver;

    Browser(Needs.Chromium chromium) throws IOException {
        profile = Files.createTempDirectory("steward-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        // Otherwise the browser keeps its temporary files where nobody clears them away.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .withEnvironment(Map.of("TMPDIR", profile.toString()))
                .build();
        driver = new ChromeDriver(service, options);
    }

    void open(URI page) {
        driver.get(page.toString());
        awaitOne("body[data-ready=true]");
    }

    /** Writes into the box and presses Enter. */
    void type(String text) {
        one("#composer").sendKeys(text, Keys.ENTER);
    }

    /** Waits for the newest message to ask this. */
    void awaitQuestion(String question, int row) {
        awaitOne("article:last-child " + group(question, row));
    }

    /** Waits for the newest message to hold these words. */
    void awaitWords(String words) {
        waiting(words).until(() -> one("article:last-child").getText().contains(words));
    }

    private static String group(String question, int row) {
        return "[data-block-id*='|" + question + "|" + row + "|']";
    }

    /** Clicks a button of the newest message. */
    void click(String label) {
        button(label).click();
    }

    /** Goes to a button of the newest message with the keyboard, and presses it. */
    void press(String label) {
        button(label).sendKeys(Keys.ENTER);
    }

    private WebElement button(String label) {
        return all("article:last-child button.button").stream()
                .filter(button -> button.getText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + label));
    }

    /** Opens the newest message's menu and clicks the line that begins like this. */
    void chooseByMouse(String start) {
        one("article:last-child button.select:not(.datepicker)").click();
        awaitOne(".menu .menu-option");
        all(".menu .menu-option").stream()
                .filter(option -> option.getText().contains(start))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Opens the newest message's menu, filters it by these words, and takes what is left. */
    void chooseByKeyboard(String words) {
        one("article:last-child button.select:not(.datepicker)").sendKeys(Keys.ARROW_DOWN);
        awaitOne(".menu .menu-filter").sendKeys(words, Keys.ENTER);
    }

    /** Opens the newest message's calendar, turns to the month, and clicks the day. */
    void pickDateByMouse(String date, int monthsOn) {
        one("article:last-child button.datepicker").click();
        awaitOne(".calendar");
        for (int i = 0; i < monthsOn; i++) {
            one(".calendar [aria-label='Next month']").click();
        }
        one(".calendar [data-date='" + date + "']").click();
    }

    /** Opens the newest message's calendar, goes to the day with the arrow keys, and takes it. */
    void pickDateByKeyboard(Keys... steps) {
        one("article:last-child button.datepicker").sendKeys(Keys.ENTER);
        awaitOne(".calendar [tabindex='0']");
        for (Keys step : steps) {
            driver.switchTo().activeElement().sendKeys(step);
        }
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    }

    /** Moves the sandbox's clock on by one of its jumps. */
    void moveClockOn(String jump) {
        String before = clock();
        one("#clock").click();
        awaitOne("[data-jump='" + jump + "']").click();
        waiting("the clock to move on").until(() -> !clock().equals(before));
        one("#composer").click();
    }

    String clock() {
        return one("#clock-time").getText();
    }

    /** Each message as it reads, oldest first. */
    List<String> messages() {
        return all("article .message-body").stream().map(WebElement::getText).toList();
    }

    /** Waits until no message but the newest has anything to tap. */
    void awaitNothingToTapAbove() {
        waiting("the answered questions to shrink")
                .until(() -> all("article:not(:last-child) [data-action-id]").isEmpty());
    }

    /** What the browser's console complains about. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    private WebElement awaitOne(String selector) {
        return waiting(selector).until(() -> one(selector), WebElement::isDisplayed);
    }

    private static ConditionFactory waiting(String what) {
        return await(what).ignoreExceptionsInstanceOf(WebDriverException.class);
    }

    private WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    private List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
        // The browser's last process may still be writing there.
        await("the browser to leave its profile").ignoreExceptions().until(() -> {
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
            return !Files.exists(profile);
        });
    }
}
