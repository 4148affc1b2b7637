/*
 * What all webapps of Camunda need: names for controls that show a picture only, a log out that logs out, and the way back to
 * the login page when the session has ended. Loaded by the config.js of each webapp, before it starts.
 */
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

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
  return control.textContent.trim() || control.getAttribute('aria-label') || control.getAttribute('aria-labelledby')
    || control.getAttribute('title');
}

/* The buttons that fold the columns of Tasklist carry the name of the column. */
const COLUMNS = { filters: 'Fold or unfold the filters', list: 'Fold or unfold the list of tasks', task: 'Fold or unfold the task' };

function nameOf(control) {
  if (control.classList.contains('region-toggle')) {
    return COLUMNS[control.dataset.region];
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

/* What was refused is read out at once, under a heading that says what it means for the person. */
function sayWhatWasRefused() {
  const boxes = document.querySelector('.page-notifications');
  if (boxes && !boxes.hasAttribute('role')) {
    boxes.setAttribute('role', 'alert');
  }
  for (const heading of document.querySelectorAll('.page-notifications .status')) {
    if (heading.textContent.includes('An error happened while submitting the task form')) {
      heading.textContent = 'The form was not sent. What you entered is kept.';
    }
  }
}

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      replaceLogOut();
      sayWhatWasRefused();
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
