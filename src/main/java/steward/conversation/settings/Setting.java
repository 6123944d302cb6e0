package steward.conversation.settings;

import java.util.List;
import steward.conversation.session.TurnContext;
import steward.message.Form.Field;
import steward.message.Words;
import steward.rep.Preferences;

/** One thing that a rep may set about how they work: a line in the list of settings, and one or more fields of the form. */
interface Setting {

    /** All that can be set, in the order of the form. */
    static List<Setting> all(TurnContext context) {
        return List.of(
                new BreakEvenSetting(context),
                new WorkingHoursSetting(),
                new NudgesSetting(),
                new AwaySetting(context.today()),
                new FiscalYearSetting());
    }

    /** What it is called in the list. */
    String label();

    /** What is set now, as it stands in the list, and once it is saved. */
    Words said(Preferences preferences);

    List<Field> fields(Preferences preferences);

    /** The preferences with what stands in its fields; what can't be read is complained about, and changes nothing. */
    Preferences read(FormValues form, Preferences before);
}
