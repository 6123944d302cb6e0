package steward.rep;

import java.time.ZoneId;
import java.util.regex.Pattern;

/** Tells by a time zone on which half of the globe it lies, where the seasons are half a year apart. */
final class Hemispheres {

    private static final Pattern SOUTHERN = Pattern.compile(
            "(?:Australia|Antarctica)/.+"
                    + "|America/(?:Argentina/.+|Buenos_Aires|Sao_Paulo|Bahia|Campo_Grande|Cuiaba|Porto_Velho|Recife|Santiago"
                    + "|Punta_Arenas|Coyhaique|Montevideo|Asuncion|La_Paz|Lima)"
                    + "|Africa/(?:Johannesburg|Harare|Maputo|Windhoek|Lusaka|Gaborone|Maseru|Mbabane|Luanda|Blantyre|Lubumbashi)"
                    + "|Indian/(?:Antananarivo|Mauritius|Reunion)"
                    + "|Pacific/(?:Auckland|Chatham|Fiji|Noumea|Tongatapu|Apia|Tahiti|Rarotonga)|NZ(?:-CHAT)?|Brazil/East|Chile/Continental");

    private Hemispheres() {}

    static boolean isSouthern(ZoneId zone) {
        return SOUTHERN.matcher(zone.getId()).matches();
    }
}
