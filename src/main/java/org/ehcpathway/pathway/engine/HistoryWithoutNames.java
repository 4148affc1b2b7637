package org.ehcpathway.pathway.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history, less the child's name that Tasklist's cards show: that copy ends with the task. History is no
 * place for personal data, which has its own life in the file.
 */
public class HistoryWithoutNames extends AbstractHistoryLevel {

    static final String NAME = "full-without-names";

    /** Stored in the database with the engine's properties: never change it. */
    private static final int ID = 101;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        if (entity instanceof VariableInstanceEntity variable && TaskCards.isPersonal(variable.getName())) {
            return false;
        }
        return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(eventType, entity);
    }
}
