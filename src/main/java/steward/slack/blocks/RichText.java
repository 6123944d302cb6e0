package steward.slack.blocks;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.List;
import steward.message.Style;
import steward.message.Words;

/** Words as Slack's rich text, where text is text: nothing in it is ever read as markup. */
public final class RichText {

    private RichText() {}

    public static RichTextBlock paragraph(Words words) {
        return block(RichTextSectionElement.builder().elements(texts(words)).build());
    }

    public static RichTextBlock quote(Words words) {
        return block(RichTextQuoteElement.builder().elements(texts(words)).build());
    }

    private static RichTextBlock block(BlockElement element) {
        return RichTextBlock.builder().elements(List.of(element)).build();
    }

    private static List<RichTextElement> texts(Words words) {
        return words.spans().stream()
                .filter(span -> !span.text().isEmpty())
                .map(RichText::text)
                .toList();
    }

    private static RichTextElement text(Words.Span span) {
        var text = RichTextSectionElement.Text.builder().text(span.text());
        if (span.style() != Style.PLAIN) {
            text.style(TextStyle.builder()
                    .bold(span.style() == Style.BOLD)
                    .italic(span.style() == Style.ITALIC)
                    .code(span.style() == Style.CODE)
                    .build());
        }
        return text.build();
    }
}
