// Runs before the first paint, so that the page never flashes in the wrong colours.
(() => {
  const root = document.documentElement;
  const stored = localStorage.getItem('fel-theme');
  root.dataset.theme = stored === 'light' || stored === 'system' ? stored : 'dark';

  // The bar around the page follows.
  const dye = () => document.querySelector('meta[name="theme-color"]')?.setAttribute('content', getComputedStyle(root).getPropertyValue('--bg').trim() || '#0b0d12');
  new MutationObserver(dye).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  addEventListener('load', dye);

  // Posters that cannot be had leave the quiet gradient that lies beneath them. Here, because a picture may fail before any other script runs.
  document.addEventListener('error', event => { if (event.target.matches?.('.poster img')) event.target.classList.add('broken'); }, true);
  document.addEventListener('load', event => { if (event.target.matches?.('.poster img')) event.target.classList.remove('broken'); }, true);
})();
