// Runs before the first paint, so that the page never flashes in the wrong colours.
(() => {
  const stored = localStorage.getItem('fel-theme');
  document.documentElement.dataset.theme = stored === 'light' || stored === 'system' ? stored : 'dark';
})();
