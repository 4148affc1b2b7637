package org.ehcpathway.casefile;

import org.springframework.stereotype.Component;

/** Reads everything of one case, one statement for each table. */
@Component
class CaseReader {

    private final PersonRepository persons;
    private final ContactRepository contacts;
    private final SettingRepository settings;
    private final DecisionRepository decisions;
    private final RecommendationRepository recommendations;
    private final DeadlineRepository deadlines;
    private final ClaimedExceptions exceptions;
    private final AdviceRepository advice;
    private final DocumentRepository documents;
    private final FamilyViewRepository views;
    private final CaseEventRepository events;
    private final DecisionRemarkRepository remarks;

    CaseReader(
            PersonRepository persons,
            ContactRepository contacts,
            SettingRepository settings,
            DecisionRepository decisions,
            RecommendationRepository recommendations,
            DeadlineRepository deadlines,
            ClaimedExceptions exceptions,
            AdviceRepository advice,
            DocumentRepository documents,
            FamilyViewRepository views,
            CaseEventRepository events,
            DecisionRemarkRepository remarks) {
        this.persons = persons;
        this.contacts = contacts;
        this.settings = settings;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.exceptions = exceptions;
        this.advice = advice;
        this.documents = documents;
        this.views = views;
        this.events = events;
        this.remarks = remarks;
    }

    CaseCard card(EhcCase ehcCase) {
        return new CaseCard(
                ehcCase,
                persons.findById(ehcCase.personId()).orElseThrow(),
                Limit.of(deadlines.findByCaseIdOrderById(ehcCase.id()), exceptions.ofCase(ehcCase.id())));
    }

    CaseFile read(EhcCase ehcCase) {
        Long id = ehcCase.id();
        return new CaseFile(
                ehcCase,
                persons.findById(ehcCase.personId()).orElseThrow(),
                setting(ehcCase.settingId()),
                setting(ehcCase.namedSettingId()),
                contacts.findByPersonIdOrderById(ehcCase.personId()),
                decisions.findByCaseIdOrderById(id),
                recommendations.findByCaseIdOrderById(id),
                deadlines.findByCaseIdOrderById(id),
                exceptions.ofCase(id),
                advice.findByCaseIdOrderById(id),
                documents.findByCaseIdOrderById(id),
                views.findByCaseIdOrderById(id),
                events.findByCaseIdOrderById(id),
                remarks.findByCase(id));
    }

    private Setting setting(Long id) {
        return id == null ? null : settings.findById(id).orElseThrow();
    }
}
