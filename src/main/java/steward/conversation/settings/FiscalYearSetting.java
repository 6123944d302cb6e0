package steward.conversation.settings;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import steward.message.About;
import steward.message.Control.Pick;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Words;
import steward.rep.Preferences;

/** The month that the fiscal year of the rep's company ends in. */
record FiscalYearSetting() implements Setting {

    private static final About END = new About("", "fiscal_year_end", 0);
    private static final String ASK = "ask";

    @Override
    public String label() {
        return "Fiscal year";
    }

    @Override
    public Words said(Preferences preferences) {
        return preferences
                .fiscalYearEnd()
                .map(month -> Words.of("Ends in {}", name(month)))
                .orElse(Words.of("Not known: I'll ask when you mention one."));
    }

    @Override
    public List<Field> fields(Preferences preferences) {
        List<Pick> months = Stream.concat(
                        Stream.of(new Pick("Ask me when it matters", ASK)),
                        Stream.of(Month.values()).map(month -> new Pick(name(month), month.name())))
                .toList();
        return List.of(new Field(
                END,
                "Which month does your fiscal year end in?",
                "It tells me what you mean by “FY27 Q2”.",
                new Input.Choice(
                        months, preferences.fiscalYearEnd().map(Month::name).orElse(ASK)),
                false));
    }

    @Override
    public Preferences read(FormValues form, Preferences before) {
        return before.withFiscalYearEnd(Stream.of(Month.values())
                .filter(month -> month.name().equals(form.said(END)))
                .findFirst());
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
