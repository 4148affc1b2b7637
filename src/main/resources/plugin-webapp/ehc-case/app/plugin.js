/*
 * Tasklist for casework: the case beside every task, the earliest due date first, and lists in forms that can be sent.
 */
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/* Tasklist sorts by creation unless its address says otherwise; the law looks at the due date. */
function sortByDueDate() {
  const [path, query = ''] = window.location.hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query);
  if (path.startsWith('/login') || parameters.has('sorting')) {
    return;
  }
  parameters.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  window.history.replaceState(null, '', '#' + (path || '/') + '?' + parameters);
}
sortByDueDate();

/*
 * form-js reports an empty error for each row of a list, and Tasklist counts them as mistakes: the button stays disabled for
 * good. With a list on the form the button stays open; sending checks every field all the same.
 */
window.angular.module('cam.tasklist.form').config(['$provide', provide => {
  provide.decorator('camTasklistFormCamundaDirective', ['$delegate', delegate => {
    const directive = delegate[0];
    const link = directive.link;
    directive.compile = () => (scope, element, attributes, form) => {
      const notify = form.notifyFormValidated;
      form.notifyFormValidated = invalid =>
        notify.call(form, invalid && !element[0].querySelector('.fjs-form-field-dynamiclist'));
      return link(scope, element, attributes, form);
    };
    return delegate;
  }]);
}]);

/*
 * The next task comes a moment after a form was sent, when the letter or the step in between is done. Tasklist would look
 * again only after ten seconds.
 */
const SOON = [700, 1500, 3000, 5000];

window.angular.module('cam.tasklist.form').run(['$rootScope', everything => {
  new PerformanceObserver(requests => {
    if (requests.getEntries().some(request => request.name.endsWith('/submit-form'))) {
      SOON.forEach(wait => window.setTimeout(() => everything.$broadcast('refresh'), wait));
    }
  }).observe({ type: 'resource' });
}]);

/* The style sheet hides what this person may not do. */
async function read(address) {
  const answer = await fetch(root + address, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
}

async function markRights() {
  const [person, startable] = await Promise.all([
    read('/camunda/api/admin/auth/user/default'),
    read('/camunda/api/engine/engine/default/process-definition/count?latest=true&active=true&startableInTasklist=true'
      + '&startablePermissionCheck=true')
  ]);
  const applications = person.authorizedApps ?? [];
  document.body.classList.toggle('ehc-assigns', applications.includes('cockpit'));
  document.body.classList.toggle('ehc-administers', applications.includes('admin'));
  document.body.classList.toggle('ehc-starts', startable.count > 0);
}
markRights();

/* The login page inside the tab would sign nobody in where it matters. */
function leaveWhenSignedOut(frame) {
  if (frame.contentWindow.location.pathname === root + '/login') {
    window.location.assign(root + '/login');
  }
}

/* Down to the foot of the window, however long the name of the task above it is. */
function fillTheRoom(frame) {
  const scrolled = frame.closest('.content')?.scrollTop ?? 0;
  const room = window.innerHeight - frame.getBoundingClientRect().top - scrolled - 45;
  frame.style.height = Math.max(room, 420) + 'px';
}

function showCase(node, { taskId }) {
  const frame = document.createElement('iframe');
  frame.className = 'ehc-case';
  frame.title = 'The case of this task';
  frame.addEventListener('load', () => {
    fillTheRoom(frame);
    leaveWhenSignedOut(frame);
  });
  frame.src = root + '/cases/by-task/' + encodeURIComponent(taskId);
  node.replaceChildren(frame);
}

export default [{
  id: 'ehc-case',
  pluginPoint: 'tasklist.task.detail',
  // Above the form's own 1000: the case is the first tab from the left.
  priority: 2000,
  properties: { label: 'Case' },
  render: showCase,
  unmount: () => {}
}];
