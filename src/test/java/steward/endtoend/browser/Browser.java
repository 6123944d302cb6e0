package steward.endtoend.browser;

import static steward.endtoend.fixtures.Await.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import steward.endtoend.fixtures.TestRequirements;

/** The sandbox's page in a real browser, used as a person does: by mouse and by keyboard. */
final class Browser implements AutoCloseable {

    /** The newest message of the conversation, whatever thread is open beside it. */
    private static final String NEWEST = "#messages article:last-child";

    private final Path profile;
    private final ChromeDriver driver;

    Browser(TestRequirements.Chromium chromium) throws IOException {
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

    /** Leaves the page, so that nothing is missed when the sandbox ends. */
    void leave() {
        driver.get("about:blank");
        complaints();
    }

    /** Writes into the box and presses Enter. */
    void type(String text) {
        one("#composer").sendKeys(text, Keys.ENTER);
    }

    /** Writes several lines into the box, and only then presses Enter. */
    void typeLines(String... lines) {
        one("#composer").sendKeys(String.join(Keys.chord(Keys.SHIFT, Keys.ENTER), lines) + Keys.ENTER);
    }

    /** Waits for the newest message to ask this. */
    void awaitQuestion(String question, int row) {
        awaitOne(NEWEST + " " + group(question, row));
    }

    /** Waits for the newest message to hold these words. */
    void awaitWords(String words) {
        waiting(words).until(() -> spaced(one(NEWEST)).contains(words));
    }

    static String group(String question, int row) {
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
        return button(one(NEWEST), label);
    }

    /** Clicks a button of the last message that holds these words, however many came after it. */
    void clickUnder(String words, String label) {
        waiting(label + " under " + words).until(() -> {
            button(message("#messages article", words), label).click();
            return true;
        });
    }

    private static WebElement button(WebElement message, String label) {
        return message.findElements(By.cssSelector("button.button")).stream()
                .filter(button -> button.getText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + label));
    }

    /** Opens the newest message's menu and clicks the line that begins like this. */
    void chooseByMouse(String start) {
        one(NEWEST + " button.select:not(.datepicker)").click();
        awaitOne(".menu .menu-option");
        all(".menu .menu-option").stream()
                .filter(option -> option.getText().contains(start))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Opens the newest message's menu, filters it by these words, and takes what is left. */
    void chooseByKeyboard(String words) {
        one(NEWEST + " button.select:not(.datepicker)").sendKeys(Keys.ARROW_DOWN);
        awaitOne(".menu .menu-filter").sendKeys(words, Keys.ENTER);
    }

    /** Opens the newest message's calendar, turns to the month, and clicks the day. */
    void pickDateByMouse(String date, int monthsOn) {
        one(NEWEST + " button.datepicker").click();
        awaitOne(".calendar");
        for (int i = 0; i < monthsOn; i++) {
            one(".calendar [aria-label='Next month']").click();
        }
        one(".calendar [data-date='" + date + "']").click();
    }

    /** Opens the newest message's calendar, goes to the day with the arrow keys, and takes it. */
    void pickDateByKeyboard(Keys... steps) {
        one(NEWEST + " button.datepicker").sendKeys(Keys.ENTER);
        awaitOne(".calendar [tabindex='0']");
        for (Keys step : steps) {
            driver.switchTo().activeElement().sendKeys(step);
        }
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    }

    // ── Forms ──

    /** Opens a form with a button of the newest message. */
    BrowserForm openForm(String label) {
        click(label);
        return new BrowserForm(this);
    }

    // ── Messages of one's own ──

    /** Edits the last message of one's own from the keyboard alone: the Up arrow, other words, Enter. */
    void editLastByKeyboard(String words) {
        one("#composer").sendKeys(Keys.ARROW_UP);
        awaitOne("#messages .edit-box");
        keys(Keys.chord(Keys.CONTROL, "a"), words, Keys.ENTER);
        awaitNone("#messages .edit-box");
    }

    /** Edits one's own message that says this, with the mouse. */
    void edit(String said, String words) {
        use("Edit message", () -> own(said));
        WebElement box = awaitOne("#messages .edit-box");
        box.clear();
        box.sendKeys(words);
        one("#messages .edit-save").click();
        awaitNone("#messages .edit-box");
    }

    /** Deletes one's own message that says this, and is sure of it. */
    void delete(String said) {
        use("Delete message", () -> own(said));
        awaitOne("dialog.confirm .danger-filled").click();
        awaitNone("dialog.confirm");
    }

    private WebElement own(String words) {
        return message("#messages article[data-from=me]", words);
    }

    // ── Threads ──

    /** Replies in the thread of Steward's message that says this, and leaves the thread open. */
    void replyInThread(String said, String words) {
        use("Reply in thread", () -> message("#messages article[data-from=app]", said));
        awaitOne("#thread-composer").sendKeys(words, Keys.ENTER);
    }

    /** Waits for the newest message in the open thread to hold these words. */
    void awaitWordsInThread(String words) {
        waiting(words)
                .until(() ->
                        spaced(one("#thread-messages > article:last-child")).contains(words));
    }

    void closeThread() {
        one("#thread-composer").sendKeys(Keys.ESCAPE);
        awaitNone("body[data-thread=open]");
    }

    /** Waits for a message of the conversation, new or changed, to hold these words. */
    void awaitMessage(String words) {
        waiting(words)
                .until(() -> all("#messages article").stream()
                        .anyMatch(article -> spaced(article).contains(words)));
    }

    /** The last of such messages that holds these words. */
    private WebElement message(String such, String words) {
        return all(such).stream()
                .filter(article -> spaced(article).contains(words))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No message says " + words));
    }

    /** What a message says, with single spaces. */
    private static String spaced(WebElement message) {
        return message.getText().replaceAll("\\s+", " ");
    }

    /** Points at a message, which shows what can be done with it, and does this; aims again if it moved away meanwhile. */
    private void use(String tool, Supplier<WebElement> message) {
        waiting(tool).until(() -> {
            WebElement found = message.get();
            // At its left: "New messages" may lie over its middle.
            WebElement left = found.findElement(By.cssSelector(".gutter"));
            new Actions(driver).scrollToElement(found).moveToElement(left).perform();
            found.findElement(By.cssSelector(".message-tools [aria-label='" + tool + "']"))
                    .click();
            return true;
        });
    }

    /** Moves the sandbox's clock on by one of its jumps. */
    void moveClockOn(String jump) {
        moveClockOn(() -> awaitOne("[data-jump='" + jump + "']"));
    }

    /** Moves the sandbox's clock on by so much, as its menu lets one write it. */
    void moveClockOn(int amount, String unit) {
        moveClockOn(() -> {
            WebElement written = awaitOne("#clock-amount");
            written.clear();
            written.sendKeys(String.valueOf(amount));
            one("#clock-unit option[value='" + unit + "']").click();
            return one("#clock-move");
        });
    }

    /** @param way finds what to click at last, once the clock's menu is open */
    private void moveClockOn(Supplier<WebElement> way) {
        String before = clock();
        one("#clock").click();
        way.get().click();
        waiting("the clock to move on").until(() -> !clock().equals(before));
        one("#composer").click();
    }

    /** Turns to the Home tab, and waits for it to show these words. */
    void awaitHome(String words) {
        one("#tab-home").click();
        waiting(words).until(() -> spaced(one("#home-panel")).contains(words));
    }

    /** Turns from the Home tab back to the conversation. */
    void leaveHome() {
        one("#tab-messages").click();
        awaitOne("#composer");
    }

    String clock() {
        return one("#clock-time").getText();
    }

    /** Each message as it reads, oldest first. */
    List<String> messages() {
        return all("#messages article .message-body").stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Waits until no message but the newest has anything to tap. */
    void awaitNothingToTapAbove() {
        waiting("the answered questions to shrink")
                .until(() -> all("#messages article:not(:last-child) [data-action-id]")
                        .isEmpty());
    }

    /** What the browser's console has complained about since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Presses keys wherever the focus is. */
    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void awaitNone(String selector) {
        waiting("the end of " + selector).until(() -> all(selector).isEmpty());
    }

    WebElement awaitOne(String selector) {
        return waiting(selector).until(() -> one(selector), WebElement::isDisplayed);
    }

    static ConditionFactory waiting(String what) {
        return await(what).ignoreExceptionsInstanceOf(WebDriverException.class);
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
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
