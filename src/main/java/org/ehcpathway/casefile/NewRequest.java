package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A request for an EHC needs assessment as it was typed, before any check.
 *
 * @param knownAs may be null, as may upn, nhsNumber, interpreter and accessNeeds
 * @param settingUrn null when the person attends no setting
 * @param team id of one of the council's teams
 * @param receivedOn the day the request came in, not the day it is typed
 * @param requestedBy name of the person who asked, with their office when they ask for a setting
 * @param requestSummary what the request says
 */
public record NewRequest(
        String firstNames,
        String lastName,
        String knownAs,
        LocalDate birthDate,
        String upn,
        String nhsNumber,
        Address address,
        String firstLanguage,
        String interpreter,
        String accessNeeds,
        List<NewContact> contacts,
        String settingUrn,
        String team,
        LocalDate receivedOn,
        RequestSource source,
        String requestedBy,
        String requestSummary) {}
