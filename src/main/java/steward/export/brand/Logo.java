package steward.export.brand;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A company's logo as a picture, sharp enough to be printed: a PNG as it is, an SVG drawn once. */
public final class Logo {

    private static final long BYTES_MAX = 2L << 20;
    private static final int PIXELS_MAX = 4_000;

    /** At the height of a logo on paper, over 600 dots an inch. */
    private static final int DRAWN_PIXELS = 800;

    private static final double WIDTH_POINTS_MAX = 130;
    private static final double HEIGHT_POINTS_MAX = 30;
    private static final int EMU_A_POINT = 12_700;

    private final byte[] png;
    private final double width;
    private final double height;

    private Logo(byte[] png, double width, double height) {
        double scale = Math.min(WIDTH_POINTS_MAX / width, HEIGHT_POINTS_MAX / height);
        this.png = png;
        this.width = width * scale;
        this.height = height * scale;
    }

    /**
     * Reads a PNG or SVG file.
     *
     * @throws IllegalArgumentException if there is none; it says why, to go on after "the file"
     */
    public static Logo of(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new IllegalArgumentException("is larger than 2 MB");
            }
            byte[] bytes = Files.readAllBytes(file);
            return png(bytes)
                    .or(() -> svg(bytes))
                    .orElseThrow(() -> new IllegalArgumentException("is neither PNG nor SVG"));
        } catch (IOException e) {
            throw new IllegalArgumentException("can't be read", e);
        }
    }

    private static Optional<Logo> png(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != (byte) 0x89 || bytes[1] != 'P') {
            return Optional.empty();
        }
        BufferedImage image = read(bytes);
        if (image == null || Math.max(image.getWidth(), image.getHeight()) > PIXELS_MAX) {
            throw new IllegalArgumentException(
                    image == null ? "is a damaged PNG" : "is more than " + PIXELS_MAX + " pixels wide or high");
        }
        // Written anew: nothing but the picture goes into a document.
        return Optional.of(new Logo(written(image), image.getWidth(), image.getHeight()));
    }

    private static @Nullable BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Optional<Logo> svg(byte[] bytes) {
        return SvgDrawing.of(bytes).map(Logo::drawn);
    }

    private static Logo drawn(SvgDrawing drawing) {
        double scale = DRAWN_PIXELS / Math.max(drawing.width(), drawing.height());
        int width = Math.max(1, (int) Math.round(drawing.width() * scale));
        int height = Math.max(1, (int) Math.round(drawing.height() * scale));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.draw(pen, width);
        pen.dispose();
        return new Logo(written(image), width, height);
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    public byte[] png() {
        return png.clone();
    }

    /** As an address that holds the picture itself. */
    public String address() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** In points, as {@link #height}: no wider and no higher than there is room for at the head of a page. */
    public String width() {
        return BigDecimal.valueOf(width).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    public String height() {
        return BigDecimal.valueOf(height).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** In the unit of office programs, as {@link #heightEmu}. */
    public long widthEmu() {
        return Math.round(width * EMU_A_POINT);
    }

    public long heightEmu() {
        return Math.round(height * EMU_A_POINT);
    }
}
