/* Tells at once that a file is too large, before it travels; what was typed stays in the form. */
for (const form of document.querySelectorAll('form[data-largest]')) {
  const file = form.querySelector('input[type=file]');
  const error = form.querySelector('.error-text');
  const largest = Number(form.dataset.largest);

  const check = () => {
    const chosen = file.files[0];
    const sentence = !chosen ? ''
      : chosen.size > largest ? `The file is larger than ${largest / 1048576} MB; make it smaller or split it.`
      : chosen.size === 0 ? 'The file is empty; check it and choose it again.'
      : '';
    error.textContent = sentence;
    error.hidden = !sentence;
    file.closest('.field').classList.toggle('wrong', Boolean(sentence));
    file.setAttribute('aria-invalid', String(Boolean(sentence)));
    return !sentence;
  };

  file.addEventListener('change', check);
  form.addEventListener('submit', event => {
    if (!check()) {
      event.preventDefault();
      file.focus();
    }
  });
}
document.querySelector('.error-summary')?.focus();
