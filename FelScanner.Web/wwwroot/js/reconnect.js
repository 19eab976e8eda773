// The page comes back by itself: after sleep, a lost network or a restart of the program.
(() => {
  const box = () => document.getElementById('components-reconnect-modal');
  const base = () => document.baseURI;
  const mine = () => document.querySelector('meta[name="fel-version"]')?.content ?? '';
  const wait = ms => new Promise(done => setTimeout(done, ms));
  let down = false;

  const show = (state, words) => {
    const modal = box();
    if (!modal) return;
    modal.className = state ? `components-reconnect-${state}` : '';
    const text = modal.querySelector('[data-words]');
    if (text && words) text.textContent = words;
  };

  // null: nobody answers. Otherwise the version that answers.
  const version = async () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 1500);
    try {
      const answer = await fetch(new URL('health/live', base()), { cache: 'no-store', signal: stop.signal });
      return answer.ok ? answer.headers.get('X-FelScanner-Version') ?? '' : null;
    } catch { return null; } finally { clearTimeout(timer); }
  };

  const unsaved = () => document.querySelector('[data-unsaved="true"]') !== null;

  const leave = words => {
    down = false;
    if (unsaved()) show('rejected', words + ' What you typed and did not save is still on this page, but only until you reload.');
    else location.reload();
  };

  const goOn = async () => {
    if (down) return;
    down = true;
    const since = Date.now();
    while (down) {
      if (Date.now() - since > 400) show('show', 'The connection is gone. Trying again.');
      const answered = await version();
      if (answered !== null) {
        if (answered && mine() && answered !== mine()) return leave('FelScanner was updated.');
        try {
          if (await Blazor.reconnect()) { down = false; show(''); return; }
          return leave('FelScanner was restarted.');
        } catch { /* it went away again between the two calls: the loop goes on */ }
      }
      await wait(answered === null && Date.now() - since > 15000 ? 1000 : 300);
    }
  };

  // A laptop that slept has a dead socket that nobody has noticed yet.
  let hiddenAt = 0;
  const wake = async () => {
    if (document.hidden) { hiddenAt = Date.now(); return; }
    if (!window.felPage || Date.now() - hiddenAt < 4000) return;
    const answer = await Promise.race([window.felPage.invokeMethodAsync('Alive').catch(() => false), wait(1200).then(() => false)]);
    if (answer !== true && !down) Blazor._internal.forceCloseConnection();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', () => { hiddenAt = 0; wake(); });
  document.addEventListener('click', event => { if (event.target.closest('[data-reload]')) location.reload(); });

  window.felReconnect = { onConnectionDown: goOn, onConnectionUp: () => { down = false; show(''); } };
})();
