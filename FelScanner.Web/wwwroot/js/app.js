// Everything that only the browser can do. The pages themselves live on the server.
(() => {
  const root = document.documentElement;
  const typing = target => target.closest('input, textarea, select, [contenteditable="true"]');

  window.fel = {
    page: reference => { window.felPage = reference; giveBack(); },
    keepTyped: () => sessionStorage.setItem('fel-typed', JSON.stringify([...typed])),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    toSight: selector => document.querySelector(selector)?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    theme: () => root.dataset.theme,
    setTheme: name => { root.dataset.theme = name; localStorage.setItem('fel-theme', name); },
    toEnd: selector => { const box = document.querySelector(selector); if (box) box.scrollTop = box.scrollHeight; },
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

  // What somebody typed, by its field, so that a restart of the program takes nothing away. Settings keep their own changes.
  const typed = new Map();
  const fieldOf = target => target.id ? `#${CSS.escape(target.id)}` : target.getAttribute('aria-label') ? `[aria-label="${CSS.escape(target.getAttribute('aria-label'))}"]` : null;
  document.addEventListener('input', event => {
    const place = event.target.type !== 'password' && !event.target.closest('[data-kept]') && typing(event.target) && fieldOf(event.target);
    if (place) typed.set(place, [location.href, event.target.value]);
  });
  const giveBack = async () => {
    const kept = JSON.parse(sessionStorage.getItem('fel-typed') ?? '[]').filter(([, [address]]) => address === location.href);
    sessionStorage.removeItem('fel-typed');
    for (let tries = 0; kept.length > 0 && tries < 30; tries++) {
      for (const one of [...kept]) {
        const [place, [, value]] = one;
        const field = document.querySelector(place);
        if (!field) continue;
        kept.splice(kept.indexOf(one), 1);
        if (field.value === value) continue;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (kept.length > 0) await new Promise(done => setTimeout(done, 100));
    }
  };

  // A badge says what it means: under the pointer by its title, under a finger by this.
  const tellBadge = badge => {
    document.querySelector('.tip')?.remove();
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.setAttribute('role', 'status');
    tip.textContent = badge.title;
    document.body.append(tip);
    const at = badge.getBoundingClientRect();
    tip.hasLeft = () => !badge.isConnected || Math.abs(badge.getBoundingClientRect().top - at.top) > 8;
    tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${at.bottom + tip.offsetHeight + 12 > innerHeight ? at.top - tip.offsetHeight - 6 : at.bottom + 6}px`;
  };
  for (const name of ['keydown', 'pointerdown']) window.addEventListener(name, () => document.querySelector('.tip')?.remove(), { passive: true, capture: true });
  // A page that was still coming to rest when it was tapped keeps it.
  window.addEventListener('scroll', () => { const tip = document.querySelector('.tip'); if (tip?.hasLeft()) tip.remove(); }, { passive: true, capture: true });

  document.addEventListener('click', async event => {
    const badge = event.target.closest('.b[title]');
    if (badge && !event.target.closest('a, button')) tellBadge(badge);
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

  // Keyboard: / search, j k move, a approve, d skip, u undo, g + letter go, ? help.
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
      'u': () => [...document.querySelectorAll('[data-undo]')].at(-1)?.click(),
      'g': () => { going = Date.now(); },
      '?': () => document.querySelector('[data-help]')?.click(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // Whoever works by keys keeps their place: what goes away with the focus hands it to the next of its kind, to where they were before, or to the heading.
  let places = [];
  const itemsOf = list => items().filter(item => item.parentElement === list);
  const inSight = element => element.isConnected && !element.disabled && element.getClientRects().length > 0;
  const remember = target => {
    if (!target || target === document.body || target.closest('.rz-dialog')) return;
    const item = target.closest('[data-item]');
    const list = item?.parentElement;
    places = [{ target, item, list, address: location.pathname, at: item ? itemsOf(list).indexOf(item) : -1 }, ...places.filter(one => one.target !== target)].slice(0, 6);
  };
  const resume = () => {
    const [last, ...before] = places;
    const dialog = [...document.querySelectorAll('.rz-dialog')].at(-1);
    if (dialog && !dialog.contains(document.activeElement)) (dialog.querySelector('.rz-dialog-content :is(input, select, button, a[href])') ?? dialog.querySelector('button, a'))?.focus();
    if (dialog || !last || (document.activeElement ?? document.body) !== document.body) return;
    if (last.target.isConnected && last.target.disabled) return; // busy: it takes the focus back by itself
    const here = last.address === location.pathname;
    const next = here && inSight(last.target) ? last.target
      : here && last.item?.isConnected ? last.item
      : here && last.item ? itemsOf(last.list).at(Math.min(last.at, itemsOf(last.list).length - 1))
      : here ? before.find(one => inSight(one.target))?.target : null;
    const to = next ?? document.querySelector('main h1[tabindex]');
    to?.focus({ preventScroll: true });
    if (to?.matches(':focus-visible')) to.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('focusin', event => {
    remember(event.target);
    // A menu that the focus has left closes.
    for (const shade of document.querySelectorAll('.menu > .shade')) if (!shade.parentElement.contains(event.target)) shade.click();
    // A row that scrolls sideways leaves a half-hidden stop where it is.
    if (event.target.matches(':focus-visible') && event.target.closest('.chips, .tabsrow')) event.target.scrollIntoView({ block: 'nearest', inline: 'center' });
  });
  document.addEventListener('pointerdown', event => { places = []; remember(event.target.closest('a, button, summary, select, input, textarea, [tabindex]')); });
  new MutationObserver(() => requestAnimationFrame(resume)).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });

  // Escape closes a sheet from its first moment on; the component library listens only a round trip later.
  window.addEventListener('keydown', event => {
    const close = event.key === 'Escape' && [...document.querySelectorAll('.rz-dialog-titlebar-close')].at(-1);
    if (!close) return;
    event.stopImmediatePropagation();
    close.click();
  }, true);

  // The framework would only scroll there.
  document.addEventListener('click', event => {
    if (!event.target.closest('.skip')) return;
    event.preventDefault();
    document.querySelector('main').focus();
  }, true);

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
