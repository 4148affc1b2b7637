package org.ehcpathway.casefile;

import java.util.List;
import java.util.regex.Pattern;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The schools, colleges and nurseries this council works with. */
@Service
@Transactional
public class SettingRegister {

    private static final Pattern URN = Pattern.compile("[0-9]{5,6}");

    /** Nobody older than this has a plan. */
    private static final int OLDEST = 25;

    private final SettingRepository settings;

    SettingRegister(SettingRepository settings) {
        this.settings = settings;
    }

    /** Adds a setting that is not yet known. */
    public Setting add(String urn, String name, String headName, String email, Address address) {
        String number = Entry.line(urn, "the unique reference number (URN) of the setting", 10);
        if (!URN.matcher(number).matches()) {
            throw new Refusal("Check the URN; it has 5 or 6 digits.");
        }
        if (settings.findByUrn(number).isPresent()) {
            throw new Refusal("A setting with the URN " + number + " is already known.");
        }
        return settings.save(new Setting(
                null,
                number,
                Entry.line(name, "the name of the setting", 200),
                Entry.line(headName, "the name of the head or principal", Entry.NAME),
                Entry.email(email, "the e-mail address of the setting"),
                Entry.address(address, "the setting"),
                null,
                null));
    }

    /**
     * Keeps the ages a setting teaches, from which phase transfers are worked out.
     *
     * @param lowest the age of its youngest, such as 4
     * @param highest the age its oldest reach, such as 11 for a primary school
     */
    public Setting teaches(String urn, int lowest, int highest) {
        if (lowest < 0 || highest > OLDEST || lowest >= highest) {
            throw new Refusal("Check the ages of the setting: from 0 to 25, the lowest first.");
        }
        return settings.save(get(urn).teaching(lowest, highest));
    }

    /**
     * The setting with this unique reference number.
     *
     * @throws Refusal when none is known
     */
    @Transactional(readOnly = true)
    public Setting get(String urn) {
        return settings.findByUrn(urn == null ? "" : urn.strip())
                .orElseThrow(
                        () -> new Refusal("No setting with this URN is known; check it or choose one from the list."));
    }

    /** Every known setting, by name. */
    @Transactional(readOnly = true)
    public List<Setting> all() {
        return settings.findAllByOrderByName();
    }
}
