// Everything that only the browser can do. The pages themselves live on the server.
(() => {
  const root = document.documentElement;
  const typing = target => target.closest('input, textarea, select, [contenteditable="true"]');

  window.fel = {
    page: reference => { window.felPage = reference; },
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: () => root.dataset.theme,
    setTheme: name => { root.dataset.theme = name; localStorage.setItem('fel-theme', name); },
    focus: selector => document.querySelector(selector)?.focus(),
    toTop: () => window.scrollTo({ top: 0 }),
    toEnd: selector => { const box = document.querySelector(selector); if (box) box.scrollTop = box.scrollHeight; },
    leaveGuard: on => { window.onbeforeunload = on ? event => { event.preventDefault(); return ''; } : null; },
    keep: (key, value) => value === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value),
    kept: key => sessionStorage.getItem(key),
    save: async (name, type, stream) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  };

  // Posters that cannot be had leave the quiet gradient that lies beneath them.
  document.addEventListener('error', event => { if (event.target.matches?.('.poster img')) event.target.classList.add('broken'); }, true);
  document.addEventListener('load', event => { if (event.target.matches?.('.poster img')) event.target.classList.remove('broken'); }, true);

  document.addEventListener('click', async event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      event.preventDefault();
      try { await navigator.clipboard.writeText(copy.dataset.copy); }
      catch { // no clipboard without TLS: the old way still works
        const area = document.createElement('textarea');
        area.value = copy.dataset.copy;
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
      }
      copy.dataset.copied = '';
      setTimeout(() => delete copy.dataset.copied, 1500);
    }
  });

  // Keyboard: / search, j k move, a approve, d skip, g + letter go, ? help.
  let going = 0;
  const items = () => [...document.querySelectorAll('main [data-item]')].filter(item => item.offsetParent !== null);
  const move = step => {
    const all = items();
    if (all.length === 0) return;
    const here = all.findIndex(item => item === document.activeElement || item.contains(document.activeElement));
    const next = all[Math.max(0, Math.min(all.length - 1, here < 0 ? 0 : here + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
  const press = name => {
    const item = document.activeElement?.closest('[data-item]') ?? (items().length === 1 ? items()[0] : null);
    item?.querySelector(`[data-do="${name}"]`)?.click();
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('.rz-dialog')) return;
    if (going && Date.now() - going < 1200) {
      going = 0;
      const link = document.querySelector(`[data-go="${event.key}"]`);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    const act = {
      '/': () => (document.querySelector('[data-search]') ?? document.querySelector('[data-go="l"]'))?.[document.querySelector('[data-search]') ? 'focus' : 'click'](),
      'j': () => move(1), 'k': () => move(-1), 'a': () => press('approve'), 'd': () => press('skip'), 'o': () => press('open'),
      'g': () => { going = Date.now(); },
      '?': () => document.querySelector('[data-help]')?.click(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // Pull to refresh, for the installed app that has no reload button.
  let from = null;
  let pull = null;
  document.addEventListener('touchstart', event => { from = window.scrollY === 0 && event.touches.length === 1 && !event.target.closest('.rz-dialog, .tabsrow, .chips') ? event.touches[0].clientY : null; }, { passive: true });
  document.addEventListener('touchmove', event => {
    if (from === null) return;
    const far = event.touches[0].clientY - from;
    if (far < 12) return;
    if (!pull) {
      pull = document.createElement('div');
      pull.className = 'pull';
      pull.setAttribute('aria-hidden', 'true');
      pull.textContent = '↻';
      document.body.append(pull);
    }
    pull.style.transform = `translateY(${Math.min(far, 110)}px) rotate(${far * 3}deg)`;
    pull.dataset.go = far > 100 ? 'now' : '';
  }, { passive: true });
  document.addEventListener('touchend', () => {
    const go = pull?.dataset.go === 'now';
    pull?.remove();
    pull = null;
    from = null;
    if (go) location.reload();
  });

  if ('serviceWorker' in navigator && window.isSecureContext) navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI));

  if (window.Blazor) {
    Blazor.start({
      circuit: {
        reconnectionHandler: window.felReconnect,
        configureSignalR: builder => builder.withServerTimeout(12000).withKeepAliveInterval(4000),
      },
    });
  }
})();
