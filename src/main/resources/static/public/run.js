'use strict';
// Follows a run of letters without loading the page again, so that nobody loses their place on it. What changes every two seconds is
// seen and not spoken; a screen reader hears each quarter and the end.
(function () {
  const watched = document.querySelector('[data-run]');
  if (!watched) {
    return;
  }
  const words = document.getElementById('how-far');
  const bar = document.getElementById('progress');
  const spoken = document.getElementById('spoken');
  let quarter = Math.floor(bar.value / 25);

  async function look() {
    try {
      const answer = await fetch(watched.dataset.run, { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        return;
      }
      const run = await answer.json();
      if (run.state !== 'RUNNING') {
        location.reload();
        return;
      }
      bar.value = run.percent;
      words.textContent = run.ready + ' of ' + run.letters + ' letters are ready for print'
        + (run.failed > 0 ? ', ' + run.failed + ' could not be made.' : '.');
      const now = Math.floor(run.percent / 25);
      if (now > quarter) {
        quarter = now;
        spoken.textContent = run.percent + ' per cent';
      }
    } catch (offline) {
      // The next look may reach the server again.
    }
  }

  setInterval(look, 2000);
}());
