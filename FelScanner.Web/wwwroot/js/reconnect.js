// The page comes back by itself: after sleep, a lost network or a restart of the program.
(() => {
  const told = name => document.querySelector(`meta[name="fel-${name}"]`)?.content ?? '';
  const pause = ms => new Promise(done => setTimeout(done, ms));
  let down = false;
  let leaving = false;
  let again = () => {};
  let giveUp = () => {};

  const show = (state, words) => {
    const modal = document.getElementById('components-reconnect-modal');
    if (!modal) return;
    modal.className = state ? `components-reconnect-${state}` : '';
    const text = modal.querySelector('[data-words]');
    if (text && words) text.textContent = words;
  };

  // A pause that an event can end: the network is back, or somebody looks again.
  const wait = ms => new Promise(done => {
    const timer = setTimeout(done, ms);
    again = () => { clearTimeout(timer); done(); };
  });

  // null: nobody answers. Otherwise which program answers: its version, and which of its runs.
  const ask = async () => {
    const stop = new AbortController();
    giveUp = () => stop.abort();
    const timer = setTimeout(giveUp, 1000);
    try {
      const answer = await fetch(new URL('health/live', document.baseURI), { cache: 'no-store', signal: stop.signal });
      return answer.ok ? { version: answer.headers.get('X-FelScanner-Version'), run: answer.headers.get('X-FelScanner-Run') } : null;
    } catch { return null; } finally { clearTimeout(timer); }
  };

  const is = (name, answered) => !answered || !told(name) || answered === told(name);

  // What was typed comes back after the reload; a secret is never stored, so its page waits for the person.
  const leave = words => {
    down = false;
    if (document.querySelector('[data-unsaved="secret"]')) {
      show('rejected', words + ' You typed a secret that is not saved yet: copy it, then load the page again. The rest comes back by itself.');
      return;
    }
    reload();
  };

  const reload = () => {
    leaving = true;
    window.fel?.keepTyped();
    location.reload();
  };

  const goOn = async () => {
    if (down) return;
    down = true;
    const since = Date.now();
    while (down) {
      const lost = Date.now() - since;
      if (lost > 400) show('show', 'The connection is gone. Trying again.');
      const answered = await ask();
      if (answered !== null) {
        if (!is('version', answered.version)) return leave('FelScanner was updated.');
        if (!is('run', answered.run)) return leave('FelScanner was restarted.');
        try {
          if (await Blazor.reconnect()) { down = false; show(''); return; }
          return leave('The page was away for too long.');
        } catch { /* it went away again between the two calls: the loop goes on */ }
      }
      await wait(lost < 60000 ? 250 : lost < 600000 ? 1000 : 4000);
    }
  };

  // After sleep or a change of network the socket may be dead, and nobody has noticed yet.
  let looking = false;
  const look = async () => {
    if (down) { giveUp(); again(); return; }
    if (!window.felPage || looking) return;
    looking = true;
    const alive = await Promise.race([window.felPage.invokeMethodAsync('Alive').catch(() => false), pause(1000).then(() => false)]);
    looking = false;
    if (alive !== true && !down) Blazor._internal.forceCloseConnection();
  };

  let hiddenAt = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > 2000) look();
  });
  for (const name of ['online', 'offline']) window.addEventListener(name, look);
  window.addEventListener('pageshow', event => { if (event.persisted) look(); });

  // A clock that jumped is a machine that slept with the page in sight.
  let tick = Date.now();
  setInterval(() => {
    const jumped = Date.now() - tick > 5000;
    tick = Date.now();
    if (jumped && !document.hidden) look();
  }, 1000);

  // Our own reload brings the input back, so nobody is asked whether to leave.
  window.addEventListener('beforeunload', event => { if (leaving) event.stopImmediatePropagation(); }, true);
  document.addEventListener('click', event => { if (event.target.closest('[data-reload]')) reload(); });

  window.felReconnect = { onConnectionDown: goOn, onConnectionUp: () => { down = false; show(''); } };
})();
