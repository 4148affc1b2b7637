/*
 * The Plan page saves while people type, and loses nothing: what is typed is kept in this browser until the server has it. The page
 * is made by the server alone; after an act such as a move the form is fetched anew, and what is not saved yet is put back into it.
 * A unit is what is saved by itself: the words of a section, an item, or the ticks of what the family said (data-unit).
 */
const form = document.getElementById('plan');
const state = document.getElementById('plan-state');
const { person, reference } = form.dataset;
const page = window.location.pathname;
const PAUSE = 1200;
const BEAT = 20000;
const IDLE = 600000;
const KEPT_DAYS = 14;
const PREFIX = `ehc-plan:${person}:${reference}:`;

/* Units that are not saved: name -> { timer, sentence } */
const dirty = new Map();
/* Units that wait for a person to choose between two texts, or to change what was refused. */
const stopped = new Set();
let queue = Promise.resolve();
let tries = 0;
let again = 0;
let lastTouch = Date.now();
let leaving = false;

const all = () => [...form.querySelectorAll('[data-unit]')];
const unitNamed = name => form.querySelector(`[data-unit="${CSS.escape(name)}"]`);
const unitOf = element => element?.closest?.('[data-unit]') ?? null;
const controls = unit => [...unit.querySelectorAll('input, textarea, select')].filter(c => c.name && c.name !== 'act');
const isTick = control => control.type === 'checkbox';
const version = () => form.elements.version.value;
const counterOf = unit => unit.querySelector(`input[name$=".counter"]`);

function say(sentence) {
  if (state.textContent !== sentence) {
    state.textContent = sentence;
  }
}

/* What is typed, kept in this browser. */
function valuesOf(unit) {
  return controls(unit)
    .filter(c => !/\.(was|counter)$/.test(c.name))
    .map(c => isTick(c) ? [c.name, c.value, c.checked] : [c.name, c.value]);
}

function keep(unit) {
  const kept = { values: valuesOf(unit), counter: counterOf(unit)?.value, version: version(), label: unit.dataset.label, at: Date.now() };
  try {
    localStorage.setItem(PREFIX + unit.dataset.unit, JSON.stringify(kept));
  } catch (full) {
    say('This browser cannot keep a copy of your text. It is saved on the server as usual.');
  }
}

function forget(name) {
  localStorage.removeItem(PREFIX + name);
}

function fill(unit, values) {
  for (const [name, value, checked] of values) {
    if (checked === undefined) {
      const control = form.elements[name];
      if (control && unit.contains(control)) {
        control.value = value;
      }
    } else {
      const tick = [...unit.querySelectorAll('input[type=checkbox]')].find(c => c.name === name && c.value === value);
      if (tick) {
        tick.checked = checked;
      }
    }
  }
}

/* The requests. A session that ended answers with the way to the login page, which fetch must not follow. */
async function ask(address, fields) {
  const body = fields && new URLSearchParams(fields);
  body?.set('_csrf', form.elements._csrf.value);
  const answer = await fetch(page + address, {
    // Not text/html: what is fetched in the background is no page to come back to after signing in.
    method: body ? 'POST' : 'GET', body, redirect: 'manual', headers: { Accept: 'application/json, */*' },
  }).catch(() => { throw new Error('out of reach'); });
  if (answer.type === 'opaqueredirect') {
    throw new Error('signed out');
  }
  if (answer.status >= 500) {
    throw new Error('not now');
  }
  const json = (answer.headers.get('content-type') ?? '').includes('json');
  const said = await (json ? answer.json() : answer.text()).catch(() => { throw new Error('out of reach'); });
  // Who may not write is told so in a sentence; a token that is too old is not.
  if (answer.status === 403 && body && !said.sentence) {
    throw new Error('old token');
  }
  return { ok: answer.ok, said };
}

/* After signing in again in another tab the page has the token of a session that is gone. */
async function askAgain(address, fields) {
  try {
    return await ask(address, fields);
  } catch (refused) {
    if (refused.message !== 'old token') {
      throw refused;
    }
    const { ok, said } = await ask('/token');
    if (!ok) {
      throw new Error('signed out');
    }
    if (said.person !== person) {
      throw new Error('somebody else');
    }
    form.elements._csrf.value = said.token;
    return ask(address, fields);
  }
}

const FORESEEN = ['out of reach', 'signed out', 'old token', 'somebody else', 'not now'];

function trouble(failure) {
  if (!FORESEEN.includes(failure.message)) {
    throw failure;
  }
  tries += 1;
  const seconds = Math.min(60, 2 ** tries);
  clearTimeout(again);
  again = setTimeout(saveAll, seconds * 1000);
  if (failure.message === 'signed out' || failure.message === 'somebody else') {
    const link = document.createElement('a');
    link.href = page;
    link.textContent = 'Sign in again';
    const why = failure.message === 'signed out' ? 'You have been signed out.' : 'Somebody else has signed in to this browser.';
    if (!state.querySelector('a')) {
      state.replaceChildren(`Not saved: ${why} Your text is kept in this browser. `, link, ', and this page will offer it to you.');
    }
  } else if (!state.textContent.startsWith('Not saved: the service')) {
    say('Not saved: the service cannot be reached. Your text is kept in this browser, and the page tries again by itself.');
  }
}

function touch(unit, pause) {
  const name = unit.dataset.unit;
  keep(unit);
  clearTimeout(dirty.get(name)?.timer);
  if (stopped.has(name)) {
    if (unit.querySelector('.compare .both')) {
      dirty.set(name, {});
      return;
    }
    stopped.delete(name);
  }
  const since = dirty.get(name)?.since ?? Date.now();
  // Who types without a pause is saved all the same.
  const wait = Date.now() - since > 5000 ? 0 : pause;
  dirty.set(name, { since, timer: setTimeout(() => save(name), wait) });
  if (tries === 0) {
    say('Not saved yet.');
  }
}

function save(name) {
  const sent = queue.then(() => send(name));
  queue = sent.catch(() => {});
  return sent;
}

async function send(name) {
  const unit = unitNamed(name);
  if (!unit || !dirty.has(name) || stopped.has(name)) {
    return;
  }
  const sent = valuesOf(unit);
  const fields = [['version', version()]];
  for (const control of controls(unit)) {
    // Without the mark of what stood there the server takes the unit as touched, also when it was changed back.
    if (!/\.was$/.test(control.name) || name === 'quotes') {
      if (!isTick(control) || control.checked) {
        fields.push([control.name, control.value]);
      }
    }
  }
  let answer;
  try {
    answer = await askAgain('/units', fields);
  } catch (failure) {
    trouble(failure);
    return;
  }
  tries = 0;
  clearTimeout(again);
  const same = JSON.stringify(valuesOf(unit)) === JSON.stringify(sent);
  const refused = answer.said.troubles?.find(one => one.unit === name) ?? (answer.ok ? null : { sentence: answer.said.sentence ?? 'This was not saved. Load the page again.', differences: [] });
  if (refused) {
    stopped.add(name);
    showTrouble(unit, refused);
    return;
  }
  showTrouble(unit, null);
  const kept = answer.said.kept.find(one => one.unit === name);
  if (kept) {
    counterOf(unit).value = kept.counter;
    takeCleaned(unit, name, sent, kept.says);
  }
  if (name === 'quotes') {
    form.elements['quotes.was'].value = sent.filter(v => v[2]).map(v => v[1]).join(',');
  }
  const was = form.elements[`${name}.was`];
  if (was && name !== 'quotes') {
    was.value = '';
  }
  if (same) {
    clearTimeout(dirty.get(name)?.timer);
    dirty.delete(name);
    forget(name);
  } else {
    keep(unit);
  }
  if (kept) {
    const edited = unit.querySelector('.edited');
    if (edited) {
      edited.textContent = `Saved by you, ${answer.said.at}`;
    }
    relabel(unit);
  }
  say(dirty.size === 0 ? `Saved ${answer.said.at}` : 'Not saved yet.');
  soon();
}

/* The server takes out what Word leaves in pasted text; the boxes show what is kept, but not under a typing hand. */
function takeCleaned(unit, name, sent, says) {
  for (const [field, text] of Object.entries(says)) {
    const control = form.elements[`${name}.${field}`];
    const was = sent.find(v => v[0] === `${name}.${field}`)?.[1];
    if (control && control !== document.activeElement && control.value === was && control.value !== text) {
      control.value = text;
    }
  }
}

/* The heading of an item and the lists of ties show its first words. */
function relabel(unit) {
  const words = unit.querySelector('textarea[name$=".words"]')?.value.trim().replace(/\s+/g, ' ') ?? '';
  const first = words === '' ? '(empty)' : words.length > 80 ? `${words.slice(0, 80)} …` : words;
  const line = unit.dataset.line;
  if (line) {
    unit.querySelector('legend .first').textContent = first;
    const chosen = unit.querySelectorAll('.choices .chosen');
    const labels = part => [...unit.querySelectorAll(`input[name$=".${part}"]:checked + label b`)].map(b => b.textContent);
    const other = unit.querySelector('input[name$=".otherSource"]').value.trim();
    const ties = unit.querySelector('details[id$="-ties"] .chosen');
    if (ties) {
      ties.textContent = labels('tie').join(', ') || 'nothing yet';
    }
    chosen[chosen.length - 1].textContent = [...labels('advice'), ...(other ? [other] : [])].join(', ') || 'nothing yet';
    for (const label of form.querySelectorAll(`input[name$=".tie"][value="${line}"] + label`)) {
      label.lastChild.textContent = ` ${first}`;
    }
  }
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/* As the server shows it on a page without scripts. */
function showTrouble(unit, what) {
  unit.querySelector('.compare')?.remove();
  unit.classList.toggle('wrong', Boolean(what));
  const words = unit.querySelector('textarea[name$=".words"]');
  words?.[what ? 'setAttribute' : 'removeAttribute']('aria-invalid', 'true');
  if (!what) {
    return;
  }
  const box = element('div', { class: 'compare', role: 'group', 'aria-label': 'Not saved' }, element('p', { class: 'error-text' }, what.sentence));
  if (what.stale) {
    for (const d of what.differences) {
      box.append(element('dl', { class: 'both' },
        element('div', {}, element('dt', {}, `${d.what}: yours`), element('dd', { class: 'words' }, d.mine || '(empty)')),
        element('div', {}, element('dt', {}, `${d.what}: saved meanwhile`), element('dd', { class: 'words' }, d.theirs || '(empty)'))));
    }
    const mine = element('button', { type: 'submit', name: 'act', value: 'save', 'data-keep': unit.dataset.unit }, 'Save what stands below');
    mine.dataset.counter = what.counter;
    box.append(
      element('p', { class: 'hint' }, 'Your text is in the boxes below; put both together there if you like.'),
      element('p', { class: 'actions' }, mine, ' ', element('button', { type: 'submit', name: 'act', value: `theirs.${unit.dataset.unit}` }, 'Take the other text')));
  }
  const legend = unit.querySelector(':scope > legend');
  if (legend) {
    legend.after(box);
  } else {
    unit.prepend(box);
  }
  say(what.sentence.startsWith(unit.dataset.label) ? what.sentence : `${unit.dataset.label}: ${what.sentence}`);
}

async function saveAll() {
  clearTimeout(again);
  for (const name of [...dirty.keys()]) {
    // What was on its way already may be saved by now.
    clearTimeout(dirty.get(name)?.timer);
    await save(name);
  }
  await queue;
  if (dirty.size === 0 && !state.textContent.startsWith('Saved')) {
    say('Everything is saved.');
  }
  return dirty.size === 0;
}

/* Fetches the form anew. What is not saved stays as it is, with the counter it started from, so that nobody's text is written over. */
async function refresh(focus, dropped) {
  const { ok, said } = await ask('');
  const fresh = new DOMParser().parseFromString(said, 'text/html').getElementById('plan');
  if (!ok || !fresh) {
    window.location.reload();
    return;
  }
  const open = [...form.querySelectorAll('details[open][id]')].map(d => d.id);
  const pending = all().filter(u => dirty.has(u.dataset.unit) && u.dataset.unit !== dropped)
    .map(u => ({ name: u.dataset.unit, values: valuesOf(u), counter: counterOf(u)?.value, compare: u.querySelector('.compare') }));
  const spoken = dropped === 'speak' ? [] : [...form.querySelectorAll('#speak [name^="spoken."]')].map(c => [c.id, c.value, c.checked]);
  const at = document.activeElement?.id;
  const caret = document.activeElement?.selectionStart;
  const scroll = window.scrollY;
  const bar = form.querySelector('.plan-bar');
  form.replaceChildren(...fresh.childNodes);
  form.querySelector('.plan-bar').replaceWith(bar);
  for (const id of open) {
    document.getElementById(id)?.setAttribute('open', '');
  }
  for (const { name, values, counter, compare } of pending) {
    const unit = unitNamed(name);
    if (unit) {
      fill(unit, values);
      if (counterOf(unit)) {
        counterOf(unit).value = counter;
      }
      if (compare) {
        unit.classList.add('wrong');
        (unit.querySelector(':scope > legend') ?? unit.firstChild).after(compare);
      }
    }
  }
  for (const [id, value, checked] of spoken) {
    const control = document.getElementById(id);
    control.value = value;
    control.checked = checked;
  }
  window.scrollTo(0, scroll);
  const target = document.getElementById(focus ?? at);
  if (target) {
    target.closest('details')?.setAttribute('open', '');
    const inside = target.matches('[data-line]') ? target.querySelector('textarea') : target;
    inside.focus();
    if (!focus && typeof caret === 'number') {
      inside.setSelectionRange?.(caret, caret);
    }
  }
}

async function act(what) {
  const line = what.slice(what.indexOf('.') + 1);
  if (!await saveAll() && [...dirty.keys()].some(name => name === `item.${line}`)) {
    say('Save this item first: see what is said about it.');
    return;
  }
  const fields = [['version', version()], ['act', what]];
  for (const unit of all()) {
    const counter = counterOf(unit);
    if (counter) {
      fields.push([counter.name, counter.value]);
    }
  }
  const verb = what.split('.')[0];
  if (verb === 'split') {
    const words = form.elements[`item.${line}.words`];
    fields.push(['first', words.value.slice(0, words.selectionStart)], ['second', words.value.slice(words.selectionStart)]);
  }
  if (verb === 'speak') {
    for (const control of form.querySelectorAll('#speak [name^="spoken."]')) {
      if (!isTick(control) || control.checked) {
        fields.push([control.name, control.value]);
      }
    }
  }
  let answer;
  try {
    answer = await askAgain('/acts', fields);
  } catch (failure) {
    trouble(failure);
    return;
  }
  tries = 0;
  if (!answer.ok) {
    const sentence = answer.said.sentence ?? 'This could not be done. Load the page again.';
    if (verb === 'speak') {
      document.getElementById('spoken-error').textContent = sentence;
      document.getElementById('spoken-words').focus();
    } else {
      say(sentence);
    }
    return;
  }
  await refresh(answer.said.focus, verb === 'speak' ? 'speak' : null);
  const moved = verb === 'up' || verb === 'down';
  if (moved) {
    const button = form.querySelector(`button[value="${what}"]`);
    if (lastKeyWasShortcut) {
      document.getElementById(answer.said.focus)?.querySelector('textarea')?.focus();
    } else {
      (button.disabled ? button.parentElement.querySelector('button:not([disabled])') : button).focus();
    }
  }
  say(answer.said.sentence);
  soon();
}

async function takeTheirs(name) {
  clearTimeout(dirty.get(name)?.timer);
  dirty.delete(name);
  stopped.delete(name);
  forget(name);
  await refresh(name.startsWith('item.') ? name.replace('.', '-') : `words-${name.split('.')[1]}`, name);
  say('The other text stands in the plan; yours is given up.');
}

async function keepMine(button) {
  const unit = unitOf(button);
  if (button.dataset.counter) {
    counterOf(unit).value = button.dataset.counter;
  }
  const name = unit.dataset.unit;
  stopped.delete(name);
  dirty.set(name, {});
  keep(unit);
  await save(name);
  unit.querySelector('textarea')?.focus();
}

/* One thing after the other, so that a second press of a key does not act on a page that is about to change. */
let working = Promise.resolve();
let lastKeyWasShortcut = false;
function inTurn(job) {
  const done = working.then(job).catch(trouble);
  working = done.catch(() => {});
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const button = event.submitter;
  const what = button?.value ?? 'save';
  lastKeyWasShortcut = false;
  if (button?.dataset.keep) {
    inTurn(() => keepMine(button));
  } else if (what === 'save') {
    inTurn(saveAll);
  } else if (what.startsWith('theirs.')) {
    inTurn(() => takeTheirs(what.slice('theirs.'.length)));
  } else {
    inTurn(() => act(what));
  }
});

const SHORTCUTS = { ArrowUp: 'up', ArrowDown: 'down', KeyS: 'split', KeyM: 'merge', KeyR: 'remove' };

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyS') {
    event.preventDefault();
    inTurn(saveAll);
    return;
  }
  if (!event.altKey || !event.shiftKey || event.ctrlKey || !form.contains(event.target)) {
    return;
  }
  const item = event.target.closest('[data-line]');
  const part = event.target.closest('[data-part]')?.dataset.part;
  if (event.code === 'Enter' && part && form.querySelector(`button[value="add.${part}"]`)) {
    event.preventDefault();
    lastKeyWasShortcut = true;
    inTurn(() => act(`add.${part}`));
  } else if (item && SHORTCUTS[event.code]) {
    event.preventDefault();
    const what = `${SHORTCUTS[event.code]}.${item.dataset.line}`;
    if (form.querySelector(`button[value="${what}"]`)?.disabled) {
      say(`${item.dataset.label} is the ${event.code === 'ArrowDown' ? 'last' : 'first'} of its section.`);
    } else {
      lastKeyWasShortcut = true;
      inTurn(() => act(what));
    }
  }
});

form.addEventListener('input', event => {
  lastTouch = Date.now();
  const unit = unitOf(event.target);
  if (unit) {
    touch(unit, isTick(event.target) || event.target.tagName === 'SELECT' ? 200 : PAUSE);
  }
});

form.addEventListener('focusout', event => {
  const name = unitOf(event.target)?.dataset.unit;
  if (name && dirty.has(name) && unitOf(event.relatedTarget)?.dataset.unit !== name) {
    save(name);
  }
});

/* A clipboard may hold rich text alone: its words are taken, paragraph by paragraph. */
form.addEventListener('paste', event => {
  const html = event.clipboardData?.getData('text/html');
  const box = event.target;
  if (!html || event.clipboardData.getData('text/plain') !== '' || !box.matches('textarea, input[type=text]')) {
    return;
  }
  event.preventDefault();
  const rich = new DOMParser().parseFromString(html, 'text/html');
  rich.querySelectorAll('style, script, head, title').forEach(e => e.remove());
  rich.querySelectorAll('li').forEach(e => e.prepend('\u2022 '));
  rich.querySelectorAll('br, p, div, li, tr, h1, h2, h3, h4, h5, h6').forEach(e => e.append('\n'));
  rich.querySelectorAll('td, th').forEach(e => e.append('\t'));
  const text = rich.body.textContent.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
});

/* Beside the plan: the thread of the item in focus, and what the checks found. */
let line = new URLSearchParams(window.location.search).get('thread');
let besideTimer = 0;
function soon(pause = 600) {
  clearTimeout(besideTimer);
  besideTimer = setTimeout(async () => {
    try {
      const { ok, said } = await ask(`/beside${line ? `?line=${line}` : ''}`);
      const fresh = ok && new DOMParser().parseFromString(said, 'text/html').getElementById('beside');
      const shown = document.getElementById('beside');
      if (fresh && shown && !shown.contains(document.activeElement)) {
        shown.replaceWith(fresh);
      }
    } catch (later) {
      // The next save asks again.
    }
  }, pause);
}

form.addEventListener('focusin', event => {
  lastTouch = Date.now();
  const now = event.target.closest('[data-line]')?.dataset.line;
  if (now && now !== line) {
    line = now;
    soon(250);
  }
});

/* Who else has the plan open. It is not read out again each time they move on to another item. */
let known = '';
async function beat() {
  // A page that nobody uses must not keep the session from ending.
  if (document.visibilityState !== 'visible' || Date.now() - lastTouch > IDLE) {
    return;
  }
  try {
    const { ok, said } = await askAgain('/open', [['place', unitOf(document.activeElement)?.dataset.unit ?? '']]);
    if (ok) {
      showOthers(said);
    }
  } catch (later) {
    // Said when something is to be saved.
  }
}

function showOthers(others) {
  document.getElementById('plan-others').replaceChildren(...others.map(other =>
    element('span', {}, `${other.name} has this plan open too${other.place ? `, in ${other.place}` : ''}.`)));
  const names = others.map(other => other.name).join(', ');
  if (names !== known && names !== '') {
    say(`${names} ${others.length === 1 ? 'has' : 'have'} this plan open too.`);
  }
  known = names;
}

window.addEventListener('online', saveAll);
window.addEventListener('beforeunload', event => {
  if (dirty.size > 0 && !leaving) {
    event.preventDefault();
  }
});
/* Signing in again loses nothing: the text is kept in this browser and offered. */
state.addEventListener('click', event => { leaving = event.target.tagName === 'A'; });
window.addEventListener('pagehide', () => {
  navigator.sendBeacon(`${page}/left`, new URLSearchParams({ _csrf: form.elements._csrf.value }));
});
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    beat();
  }
});

/* What an earlier page could not save. */
function offer() {
  const box = document.getElementById('kept-text');
  const rows = [];
  for (const key of Object.keys(localStorage).filter(k => k.startsWith(PREFIX))) {
    const name = key.slice(PREFIX.length);
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(key));
    } catch (broken) {
      localStorage.removeItem(key);
      continue;
    }
    const unit = unitNamed(name);
    const now = unit && JSON.stringify(valuesOf(unit));
    if (now === JSON.stringify(kept.values) || Date.now() - kept.at > KEPT_DAYS * 86400000) {
      localStorage.removeItem(key);
    } else {
      rows.push({ key, name, unit, kept });
    }
  }
  if (rows.length === 0) {
    return;
  }
  box.replaceChildren(element('h2', {}, 'Text that was not saved'),
    element('p', {}, 'It was typed in this browser and did not reach the service. It is kept here until you choose.'));
  for (const { key, name, unit, kept } of rows) {
    const words = kept.values.filter(v => v[2] === undefined && v[1] !== '').map(v => v[1]).join('\n');
    const away = element('button', { type: 'button' }, 'Throw it away');
    const actions = element('p', { class: 'actions' });
    const row = element('div', { class: 'record' },
      element('p', {}, element('strong', {}, kept.label ?? name), `, ${new Date(kept.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}${unit ? '' : ': it is not in the plan any more; copy what you need'}`),
      element('p', { class: 'words' }, words), actions);
    const done = () => {
      row.remove();
      box.hidden = box.querySelector('.record') === null;
    };
    if (unit) {
      const back = element('button', { type: 'button' }, 'Put it back and save it');
      back.addEventListener('click', () => {
        fill(unitNamed(name), kept.values);
        // From where it started: what somebody else has saved since is shown beside it.
        const counter = counterOf(unitNamed(name));
        if (counter) {
          counter.value = kept.version === version() ? kept.counter : -1;
        }
        dirty.set(name, {});
        done();
        save(name);
        unitNamed(name).querySelector('textarea, input')?.focus();
      });
      actions.append(back, ' ');
    }
    away.addEventListener('click', () => {
      localStorage.removeItem(key);
      done();
    });
    actions.append(away);
    box.append(row);
  }
  box.hidden = false;
  say('There is text in this browser that was not saved.');
}

document.querySelector('.error-summary')?.focus();
/* A page that came back with trouble holds text that is not saved. */
for (const unit of form.querySelectorAll('[data-unit].wrong')) {
  dirty.set(unit.dataset.unit, {});
  stopped.add(unit.dataset.unit);
  keep(unit);
}
offer();
beat();
setInterval(beat, BEAT);
document.documentElement.dataset.ready = 'plan';
