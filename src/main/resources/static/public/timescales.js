/* The fields for further dates belong to the rule that was answered last: another rule asks for its own. */
const rule = document.getElementById('rule');
rule.addEventListener('change', () => {
  document.querySelector('[data-further]')?.remove();
  document.getElementById('from-hint')?.remove();
  document.getElementById('from').removeAttribute('aria-describedby');
});
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
document.querySelector('.error-summary')?.focus();
