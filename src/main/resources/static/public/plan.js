/* Keeps what is typed from getting lost: a session that has ended is noticed before the page is sent. */
const form = document.getElementById('plan');
const state = document.getElementById('plan-state');
let changed = document.querySelector('.error-summary') !== null;
let sending = false;

document.querySelector('.error-summary')?.focus();

form.addEventListener('input', () => {
  changed = true;
  state.textContent = 'There are changes that are not saved.';
});
window.addEventListener('beforeunload', event => {
  if (changed && !sending) {
    event.preventDefault();
  }
});

/* The form's token belongs to the session; after signing in again in another tab the page needs the new one. */
async function tokenOfThisSession() {
  const answer = await fetch(window.location.pathname, { headers: { Accept: 'text/html' } });
  if (answer.redirected || !answer.ok) {
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('#plan input[name=_csrf]')?.value ?? null;
}

form.addEventListener('submit', async event => {
  if (sending) {
    return;
  }
  event.preventDefault();
  const button = event.submitter;
  state.textContent = 'Saving.';
  try {
    const token = await tokenOfThisSession();
    if (token === null) {
      state.replaceChildren('Nothing is saved yet: you have been signed out, or the plan cannot be changed any more. Your text is still here. ');
      const link = document.createElement('a');
      Object.assign(link, { href: '/login', target: '_blank', rel: 'noopener', textContent: 'Sign in in another tab' });
      state.append(link, ', then save again.');
      return;
    }
    form.querySelector('input[name=_csrf]').value = token;
    sending = true;
    form.requestSubmit(button);
  } catch (offline) {
    state.textContent = 'Nothing is saved yet: the service cannot be reached. Your text is still here; save again in a minute.';
  }
});
