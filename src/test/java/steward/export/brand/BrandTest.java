package steward.export.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's colour is readable whatever it is, and its logo is what its file draws. */
class BrandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"#0B5FFF,0b5fff", "ffcc00,ffcc00", "' #ffffff ',ffffff"})
    void aColourIsSixDigits(String said, String read) {
        assertThat(Brand.colour(said)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "#fff", "#12345g", "rgb(1,2,3)"})
    void whatIsNoneIsRefused(String said) {
        assertThat(Brand.colour(said)).isEmpty();
    }

    @Test
    void wordsInALightColourAreDarkerUntilTheyCanBeRead() {
        assertThat(Brand.of("", Optional.empty(), Optional.of("0b5fff")).ink()).isEqualTo("0b5fff");
        assertThat(Brand.of("", Optional.empty(), Optional.of("ffcc00")).ink()).isLessThan("990000");
        assertThat(Brand.of("", Optional.empty(), Optional.of("ffffff")).ink()).isLessThan("777777");
        assertThat(Brand.NONE.alt()).isEqualTo("The company's logo");
    }

    @Test
    void anSvgIsDrawnAsItSays() throws IOException {
        BufferedImage drawn = picture("""
                <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.com/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><title>Logo</title>
                <g fill="#ff0000" transform="translate(0 0)"><path d="M0,0h10v10h-10z"/></g>
                <circle cx="15" cy="5" r="5" style="fill:rgb(0,0,255)"/>
                <path fill="none" stroke="#0f0" stroke-width="4" d="M20 5 30 5"/>
                <path d="M30 0a5 5 0 0110 0v10H30Z" fill="#123456" fill-opacity=".5"/></svg>
                """);
        assertThat(drawn.getWidth()).isEqualTo(800);
        assertThat(drawn.getHeight()).isEqualTo(200);
        assertThat(at(drawn, 5, 5)).isEqualTo("ffff0000");
        assertThat(at(drawn, 15, 5)).isEqualTo("ff0000ff");
        assertThat(at(drawn, 25, 5)).isEqualTo("ff00ff00");
        assertThat(at(drawn, 25, 1)).as("nothing").startsWith("00");
        assertThat(at(drawn, 35, 9)).startsWith("80");
    }

    private static String at(BufferedImage picture, int x, int y) {
        return "%08x".formatted(picture.getRGB(x * 20, y * 20));
    }

    private BufferedImage picture(String svg) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.svg"), svg);
        return ImageIO.read(new ByteArrayInputStream(Logo.of(file).png()));
    }

    @Test
    void whatCanNotBeDrawnIsSaidByItsName() throws IOException {
        assertThatThrownBy(() ->
                        picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>Acme</text></svg>"))
                .hasMessageContaining("<text>");
        assertThatThrownBy(() -> picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
                        + "<rect width='1' height='1' fill='url(#gradient)'/></svg>"))
                .hasMessageContaining("url(#gradient)");
        assertThatThrownBy(() -> picture("<svg xmlns='http://www.w3.org/2000/svg'/>"))
                .hasMessageContaining("viewBox");
        assertThatThrownBy(() -> picture("GIF89a")).hasMessage("is neither PNG nor SVG");
        Path broken = Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
        assertThatThrownBy(() -> Logo.of(broken)).hasMessage("is a damaged PNG");
        assertThatThrownBy(() -> Logo.of(folder.resolve("none.png"))).hasMessage("can't be read");
    }
}
