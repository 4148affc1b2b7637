/*
 * What all webapps of Camunda need: names for controls that show a picture only, a log out that logs out, and the way back to
 * the login page when the session has ended. Loaded by the config.js of each webapp, before it starts.
 */
const base = document.querySelector('base');
const webapps = base.getAttribute('app-root');
const root = webapps.replace(/\/camunda$/, '');

/* Our words in place of Camunda's. */
const WORDS = {
  COMPLETE_ERROR: 'The form was not sent',
  PROCESS_START_ERROR: 'The form was not sent',
  PROCESS_START_OK: 'It is recorded, and the case is open.',
  CLICK_PROCESS_TO_START: 'Choose what has come in. You record it on the next page.',
  NO_MATCHING_TASK: 'No task here. New work comes in under “My team\'s tasks”.'
};

/*
 * Camunda keeps its words in the browser and shows bare keys while they are not there yet, at somebody's first visit. So they
 * are put there before the webapp starts, with ours among them.
 */
async function prepareWords() {
  const folder = `${webapps}/app/${base.getAttribute('app-name')}/locales/`;
  const key = `${folder}_locales_data_en_${window.bust}`;
  try {
    const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    const locale = kept[key] ? JSON.parse(kept[key]) : await (await fetch(`${folder}en.json?bust=${window.bust}`)).json();
    Object.assign(locale.labels, WORDS);
    kept[key] = JSON.stringify(locale);
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch (failure) {
    console.error('The words of this webapp could not be prepared', failure);
  }
}
await prepareWords();

/* The names of the pictures that stand alone on a control, for those without a tooltip. */
const NAMES = {
  'glyphicon-chevron-left': 'Close or open the part to the left',
  'glyphicon-chevron-right': 'Close or open the part to the right',
  'glyphicon-chevron-up': 'Sort the other way',
  'glyphicon-chevron-down': 'Sort the other way',
  'glyphicon-resize-full': 'Make larger',
  'glyphicon-resize-small': 'Make smaller',
  'glyphicon-fullscreen': 'Make larger',
  'glyphicon-menu-left': 'Close or open the part to the left',
  'glyphicon-menu-right': 'Close or open the part to the right',
  'glyphicon-menu-hamburger': 'Menu',
  'glyphicon-home': 'Change the application',
  'glyphicon-user': 'My account',
  'glyphicon-plus': 'Add',
  'glyphicon-plus-sign': 'Add',
  'glyphicon-minus': 'Less',
  'glyphicon-remove': 'Remove',
  'glyphicon-remove-circle': 'Remove',
  'glyphicon-pencil': 'Change',
  'glyphicon-trash': 'Delete',
  'glyphicon-search': 'Search',
  'glyphicon-question-sign': 'Help',
  'glyphicon-calendar': 'Choose a date',
  'glyphicon-link': 'Copy the link',
  'glyphicon-floppy-disk': 'Save',
  'glyphicon-refresh': 'Load again',
  'glyphicon-screenshot': 'Show all',
  'glyphicon-cog': 'Settings',
  'glyphicon-sort-by-attributes': 'Sort the other way',
  'glyphicon-sort-by-attributes-alt': 'Sort the other way'
};

function hasAName(control) {
  // The words of this one are hidden on all but the widest screens.
  const words = control.closest('.new-sort') ? '' : control.textContent.trim();
  return words || control.getAttribute('aria-label') || control.getAttribute('aria-labelledby')
    || control.getAttribute('title');
}

/* The buttons that fold the columns of Tasklist carry the name of the column. */
const COLUMNS = { filters: 'Fold or unfold the filters', list: 'Fold or unfold the list of tasks', task: 'Fold or unfold the task' };

function nameOf(control) {
  if (control.classList.contains('region-toggle')) {
    return COLUMNS[control.dataset.region];
  }
  if (control.closest('.new-sort')) {
    return 'Add a way to sort';
  }
  const tip = control.getAttribute('uib-tooltip') || control.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip');
  if (tip && !tip.includes('{{')) {
    return tip;
  }
  const picture = control.querySelector('[class*="glyphicon-"]') || control;
  const known = Object.keys(NAMES).find(name => picture.classList.contains(name));
  return known && NAMES[known];
}

function nameControls() {
  for (const control of document.querySelectorAll('a, button')) {
    if (hasAName(control)) {
      continue;
    }
    const name = nameOf(control);
    if (name) {
      control.setAttribute('aria-label', name);
      if (control.tagName === 'A' && !control.hasAttribute('href')) {
        control.setAttribute('role', 'button');
      }
    }
  }
}

/* Camunda's own log out ends nothing: the next request signs the person in again. */
function replaceLogOut() {
  for (const link of document.querySelectorAll('li.account li.logout a:not([data-ehc])')) {
    const ours = link.cloneNode(true);
    ours.removeAttribute('ng-click');
    ours.setAttribute('data-ehc', 'logout');
    ours.setAttribute('href', root + '/logout');
    ours.addEventListener('click', event => {
      event.preventDefault();
      event.stopPropagation();
      window.location.assign(root + '/logout');
    });
    link.replaceWith(ours);
  }
}

/* What was refused is read out at once. */
function announceRefusals() {
  const boxes = document.querySelector('.page-notifications:not([role])');
  if (boxes) {
    boxes.setAttribute('role', 'alert');
  }
}

/* Who sends a form again has read why it was refused before; the old sentences would pile up above the new one. */
document.addEventListener('click', event => {
  if (event.target.closest('.btn-primary')) {
    document.querySelectorAll('.notifications .alert-danger .close:not(.ng-hide)').forEach(close => close.click());
  }
}, true);

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      replaceLogOut();
      announceRefusals();
      nameControls();
    });
  }
}).observe(document.documentElement, { childList: true, subtree: true });

/* Camunda's own login page cannot sign anybody in here. */
function toOurLogin() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.assign(root + '/login');
  }
}
window.addEventListener('hashchange', toOurLogin);
toOurLogin();
