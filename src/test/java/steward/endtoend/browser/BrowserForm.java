package steward.endtoend.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A form that is open in the browser, one field for each question. */
final class BrowserForm {

    private static final String FORM = "dialog.modal ";

    private final Browser browser;

    /** Waits for the form to open. */
    BrowserForm(Browser browser) {
        this.browser = browser;
        browser.awaitOne(FORM + ".modal-submit");
    }

    String title() {
        return browser.one("#modal-title").getText();
    }

    /** What the fields ask, from top to bottom. */
    List<String> labels() {
        return browser.all(FORM + ".input .input-label").stream()
                .map(WebElement::getText)
                .toList();
    }

    String help(String question, int row) {
        return field(question, row).findElement(By.cssSelector(".input-hint")).getText();
    }

    /** What stands in a field of words. */
    String words(String question, int row) {
        return String.valueOf(box(question, row).getDomProperty("value"));
    }

    /** Puts these words into a field, in the place of whatever stands there. */
    void fill(String question, int row, String words) {
        WebElement box = box(question, row);
        box.clear();
        box.sendKeys(words);
    }

    /** Types into one field after another, from the one that has the focus, going on with Tab; an empty text passes one over. */
    void typeThrough(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                browser.keys(Keys.TAB);
            }
            if (!words[i].isEmpty()) {
                browser.keys(words[i]);
            }
        }
    }

    /** Opens a field's calendar, turns to the month, and clicks the day. */
    void pickDate(String question, int row, String date, int monthsOn) {
        field(question, row).findElement(By.cssSelector(".datepicker")).click();
        browser.awaitOne(".calendar");
        for (int i = 0; i < monthsOn; i++) {
            browser.one(".calendar [aria-label='Next month']").click();
        }
        browser.one(".calendar [data-date='" + date + "']").click();
    }

    /** Sends the form, which may not be the end of it. */
    void save() {
        browser.one(FORM + ".modal-submit").click();
    }

    void saveByKeyboard() {
        browser.keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    void awaitGone() {
        browser.awaitNone("dialog.modal");
    }

    /** Waits for words under a field. */
    String awaitError(String question, int row) {
        return browser.awaitOne(FORM + ".input" + Browser.group(question, row) + " .input-error")
                .getText();
    }

    /** How many fields have words under them that something is wrong. */
    long errors() {
        return browser.all(FORM + ".input-error").stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    private WebElement field(String question, int row) {
        return browser.one(FORM + ".input" + Browser.group(question, row));
    }

    private WebElement box(String question, int row) {
        return field(question, row).findElement(By.cssSelector(".text-input"));
    }
}
