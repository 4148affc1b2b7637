package org.ehcpathway.pathway.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.SamePerson;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.form.CaseForms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fits the engine to the pathway: forms that write to the file, cards on every task, a history without names. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class PathwayEnginePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<CaseForms> forms;
    private final ObjectProvider<CaseFiles> files;
    private final ObjectProvider<SamePerson> samePerson;
    private final ObjectProvider<Endings> endings;
    private final ObjectProvider<Enquiries> enquiries;
    private final ObjectProvider<TaskTimes> times;
    private final ObjectProvider<Clock> clock;

    public PathwayEnginePlugin(
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<CaseForms> forms,
            ObjectProvider<CaseFiles> files,
            ObjectProvider<SamePerson> samePerson,
            ObjectProvider<Endings> endings,
            ObjectProvider<Enquiries> enquiries,
            ObjectProvider<TaskTimes> times,
            ObjectProvider<Clock> clock) {
        this.engine = engine;
        this.forms = forms;
        this.files = files;
        this.samePerson = samePerson;
        this.endings = endings;
        this.enquiries = enquiries;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new HistoryWithoutNames())));
        configuration.setHistory(HistoryWithoutNames.NAME);
        CaseFormService formService = new CaseFormService(engine::getObject, forms::getObject);
        configuration.setFormService(formService);
        configuration.setTaskService(new CaseTaskService(formService));
        List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners =
                configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new EveryTask());
    }

    private final class EveryTask extends AbstractBpmnParseListener {

        private final FormIsTheOnlyWay onlyWay = new FormIsTheOnlyWay();
        private final TaskCards cards = new TaskCards(
                files::getObject,
                times::getObject,
                enquiries::getObject,
                clock::getObject,
                new FormWords(files::getObject, samePerson::getObject, endings::getObject, clock::getObject));

        @Override
        public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, cards);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onlyWay);
        }

        @Override
        public void parseStartEvent(Element startEvent, ScopeImpl scope, ActivityImpl start) {
            if (startEvent.attributeNS(
                            org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef")
                    != null) {
                // Of the process and not of its start event, which a start in the middle passes by.
                scope.addBuiltInListener(ExecutionListener.EVENTNAME_START, onlyWay);
            }
        }
    }
}
