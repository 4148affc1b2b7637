package org.ehcpathway.casefile;

/** A contact as it was typed; a null address means that the contact lives with the child or young person. */
public record NewContact(
        String name,
        String relationship,
        boolean parentalResponsibility,
        Channel preferredChannel,
        boolean emailConsent,
        String email,
        String phone,
        Address address) {}
