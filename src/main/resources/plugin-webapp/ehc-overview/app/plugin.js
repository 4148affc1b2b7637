/* The first thing in Cockpit: how many cases are open, and which are late. */
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function count(number, words, className) {
  return element('li', { className }, element('strong', {}, String(number ?? 0)), ' ' + words);
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Europe/London' });

function row(late) {
  const address = late.url ? root + late.url : root + '/cases/' + encodeURIComponent(late.reference);
  return element('tr', {},
    element('td', {}, element('a', { href: address, target: '_blank', rel: 'noopener' }, late.reference)),
    element('td', {}, late.rule ?? ''),
    element('td', {}, late.due ? DAY.format(new Date(late.due)) : ''),
    element('td', {}, late.team ?? ''));
}

function table(late) {
  const head = element('tr', {}, ...['Case', 'Rule', 'Was due', 'Team'].map(name => element('th', { scope: 'col' }, name)));
  return element('table', { className: 'table' },
    element('caption', {}, 'Late, the longest first'),
    element('thead', {}, head),
    element('tbody', {}, ...late.map(row)));
}

async function showOverview(node) {
  const section = element('section', { className: 'ehc-overview' }, element('h3', {}, 'Cases'));
  const content = element('div', {}, element('p', {}, 'Counting the cases.'));
  content.setAttribute('aria-live', 'polite');
  section.append(content);
  node.replaceChildren(section);
  try {
    const answer = await fetch(root + '/api/overview', { headers: { Accept: 'application/json' } });
    if (answer.status === 401) {
      window.location.assign(root + '/login');
      return;
    }
    if (answer.status === 403) {
      content.replaceChildren(element('p', {}, 'Your log-in does not show cases.'));
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const overview = await answer.json();
    const late = overview.late ?? [];
    content.replaceChildren(
      element('ul', { className: 'ehc-counts' },
        count(overview.open, 'open', ''),
        count(overview.dueSoon, 'due soon', 'soon'),
        count(overview.overdue, 'overdue', 'overdue')),
      late.length ? table(late) : element('p', {}, 'No case is late.'));
  } catch (failure) {
    content.replaceChildren(element('p', {},
      'The cases could not be counted just now. Load the page again; if it stays so, tell an administrator.'));
  }
}

export default [{
  id: 'ehc-overview',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: { label: 'Cases' },
  render: showOverview,
  unmount: () => {}
}];
