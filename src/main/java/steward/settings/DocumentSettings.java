package steward.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import steward.export.brand.Brand;
import steward.export.brand.Logo;
import steward.export.fonts.MachineFonts;
import steward.settings.Settings.Environment;

/** What the environment says about documents: what they show of the company, and where fonts are that the program does not bring. */
public final class DocumentSettings {

    private DocumentSettings() {}

    public static Brand brand(Environment env) {
        return Brand.of(env.get("STEWARD_COMPANY").orElse(""), logo(env), colour(env));
    }

    static Optional<Logo> logo(Environment env) {
        return env.get("STEWARD_LOGO").map(file -> {
            try {
                return Logo.of(Settings.path("STEWARD_LOGO", file, "a picture"));
            } catch (IllegalArgumentException e) {
                throw new UserFacingException("STEWARD_LOGO must be a PNG or SVG file that can be read here; \"" + file
                        + "\" " + e.getMessage() + ".");
            }
        });
    }

    static Optional<String> colour(Environment env) {
        return env.get("STEWARD_COLOUR")
                .map(colour -> Brand.colour(colour)
                        .orElseThrow(() -> new UserFacingException(
                                "STEWARD_COLOUR must be a colour like #0b5fff, not \"" + colour + "\".")));
    }

    static Optional<Path> fonts(Environment env) {
        Optional<Path> folder = env.get("STEWARD_FONTS").map(path -> Settings.path("STEWARD_FONTS", path, "a folder"));
        if (folder.filter(path -> !Files.isDirectory(path)).isPresent()) {
            throw new UserFacingException(
                    "STEWARD_FONTS must be a folder of fonts (.ttf, .otf), and \"" + folder.get() + "\" is none.");
        }
        return folder;
    }

    /** Looks for letters in the folder that is set, before the machine's own. */
    public static void useFonts(Environment env) {
        fonts(env).ifPresent(MachineFonts::lookFirstIn);
    }
}
