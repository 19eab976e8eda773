// Runs before the first paint, so that the page never flashes in the wrong colours.
(() => {
  const stored = localStorage.getItem('fel-theme');
  document.documentElement.dataset.theme = stored === 'light' || stored === 'system' ? stored : 'dark';

  // Posters that cannot be had leave the quiet gradient that lies beneath them. Here, because a picture may fail before any other script runs.
  document.addEventListener('error', event => { if (event.target.matches?.('.poster img')) event.target.classList.add('broken'); }, true);
  document.addEventListener('load', event => { if (event.target.matches?.('.poster img')) event.target.classList.remove('broken'); }, true);
})();
