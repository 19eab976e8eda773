// Starts the demo (real clients, simulated services on loopback), drives real pages, and prints what people would feel.
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { readFileSync } from 'node:fs';

const { chromium } = createRequire(import.meta.url)(process.env.PLAYWRIGHT + '/index.js');
const url = 'http://127.0.0.1:5190';
const rest = ms => new Promise(done => setTimeout(done, ms));
const until = async (what, holds, patience = 60000) => {
  const end = Date.now() + patience;
  while (Date.now() < end) { const got = await holds().catch(() => null); if (got) return got; await rest(50); }
  throw new Error(`never: ${what}`);
};
const api = async (path, body) => {
  const answer = await fetch(url + path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return answer.json();
};
const start = async () => {
  const program = spawn(process.env.PROGRAM, ['--demo', '--urls', url], { stdio: 'ignore' });
  await until('ready', async () => (await fetch(url + '/health/ready')).ok);
  return program;
};
const stop = async program => { program.kill('SIGTERM'); if (program.exitCode === null) await new Promise(done => program.once('exit', done)); };
const rank = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];
const memory = program => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))[1]) / 1024;
const rows = [];
const tell = (what, figure, target) => { rows.push(`| ${what} | ${figure} | ${target} |`); console.error(rows.at(-1)); };

// A counter between the program and qBittorrent: how often one asks the other.
let asked = 0;
const counter = async port => {
  const server = createServer((from, to) => {
    asked++;
    const on = request({ host: '127.0.0.1', port, path: from.url, method: from.method, headers: { ...from.headers, host: `127.0.0.1:${port}` } }, answer => { to.writeHead(answer.statusCode, answer.headers); answer.pipe(to); });
    on.on('error', () => to.destroy());
    from.pipe(on);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return server;
};

let program = await start();
await rest(20000); // The demo's library and first feeds are read meanwhile; a start has its own figure in docs/benchmarks/operation.md.
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-renderer-backgrounding', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows'] });
const complaints = [];
const watched = async (context, path = '/') => {
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|status of 404/.test(message.text())) complaints.push(message.text()); });
  page.on('response', answer => { if (answer.status() === 404) complaints.push('missing ' + answer.url()); });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', one => { if (!/^(data|blob):/.test(one.url()) && new URL(one.url()).host !== new URL(url).host) complaints.push('asked ' + one.url()); });
  await page.goto(url + path);
  await page.waitForFunction(() => window.felPage !== undefined);
  return page;
};

try {
  // First paint with a cold cache, and what a first visit loads.
  const paints = [];
  let weight = 0;
  for (let visit = 0; visit < 12; visit++) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    const kinds = new Map();
    let bytes = 0;
    await wire.send('Network.enable');
    wire.on('Network.responseReceived', one => kinds.set(one.requestId, one.type));
    wire.on('Network.loadingFinished', one => { if (['Script', 'Stylesheet'].includes(kinds.get(one.requestId))) bytes += one.encodedDataLength; });
    await page.goto(url + '/');
    await page.waitForFunction(() => window.felPage !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0);
    if (visit > 1) paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    weight = Math.max(weight, bytes);
    await context.close();
  }
  tell('first paint, cold cache, loopback (10 visits)', `median ${Math.round(rank(paints, .5))} ms, slowest ${Math.round(rank(paints, 1))} ms`, '≤ 500 ms');
  tell('scripts and styles of a first visit, as sent', `${Math.round(weight / 1024)} KB`, '≤ 350 KB');

  // A press in Telegram → every tab. The chat is a page of the demo.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const tabs = [];
  for (let tab = 0; tab < 3; tab++) tabs.push(await watched(context));
  const chat = await watched(context, '/demo/telegram');
  const presses = [];
  for (let press = 0; press < 6; press++) {
    const card = await until('a request waits', async () => (await api('/api/download/pending')).find(one => one.status === 'pending'));
    const button = chat.locator('.demo-msg', { hasText: card.movie_title }).getByRole('button', { name: press % 2 ? '❌ Skip' : '✅ Download' }).first();
    await button.waitFor();
    for (const tab of tabs) {
      await tab.locator('article.req', { hasText: card.movie_title }).first().waitFor();
      await tab.evaluate(title => {
        window.seenAt = new Promise(done => {
          const gone = () => ![...document.querySelectorAll('article.req h3 a')].some(one => one.textContent === title);
          const look = new MutationObserver(() => { if (gone()) { look.disconnect(); requestAnimationFrame(() => done(Date.now())); } });
          look.observe(document.body, { subtree: true, childList: true });
        });
      }, card.movie_title);
    }
    const began = await button.evaluate(one => { const at = Date.now(); one.click(); return at; });
    presses.push(Math.max(...await Promise.all(tabs.map(tab => tab.evaluate(() => window.seenAt)))) - began);
  }
  tell('a press in Telegram → all of 3 tabs (6 presses)', `median ${rank(presses, .5)} ms, slowest ${rank(presses, 1)} ms`, '≤ 1,000 ms');

  // A change in qBittorrent → pixel: it is paused and resumed behind the program's back.
  const settings = await api('/api/qbittorrent/settings');
  const qb = `http://${settings.qbittorrent_host}:${settings.qbittorrent_port}/api/v2/`;
  const post = (path, body, cookie) => fetch(qb + path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie && { Cookie: cookie }) }, body });
  const session = (await post('auth/login', 'username=admin&password=spikepass1')).headers.get('set-cookie').split(';')[0];
  const change = (verb, hash) => post('torrents/' + verb, 'hashes=' + hash, session);
  const fresh = () => until('a download', async () => {
    const running = (await api('/api/download/active')).find(one => one.progress < 60 && one.state === 'downloading');
    const waiting = running ? null : (await api('/api/download/pending')).find(one => one.status === 'pending');
    if (waiting) await api('/api/download/approve', { request_id: waiting.request_id });
    else if (!running) await api('/api/jobs/check-feeds/run', {});
    return running;
  });
  let down = await fresh();
  const modern = (await change('stop', down.hash)).ok;
  if (!modern && !(await change('pause', down.hash)).ok) throw new Error('the simulated qBittorrent takes no command');
  await change(modern ? 'start' : 'resume', down.hash);
  await rest(2500);
  const pixels = [];
  for (let turn = 0; turn < 40; turn++) {
    const pause = turn % 2 === 0;
    if (pause) down = await fresh();
    const line = tabs[0].locator(`a.dl[href*="${down.request_id}"] .state`);
    await line.waitFor();
    await line.evaluate((state, pause) => {
      const line = state.closest('a.dl');
      const good = () => /Paused/.test(line.querySelector('.state').textContent) === pause;
      const row = state.closest('.card');
      window.seenAt = good() ? Promise.resolve(0) : new Promise(done => {
        const look = new MutationObserver(() => { if (good()) { look.disconnect(); requestAnimationFrame(() => done(Date.now())); } });
        setTimeout(() => done(0), 8000); // it arrived meanwhile: no sample
        look.observe(row, { subtree: true, childList: true, characterData: true, attributes: true });
      });
    }, pause);
    await rest(137 * (turn % 9));
    await change(pause ? (modern ? 'stop' : 'pause') : (modern ? 'start' : 'resume'), down.hash);
    const began = Date.now();
    const seen = await tabs[0].evaluate(() => window.seenAt);
    if (seen > 0) pixels.push(seen - began);
  }
  tell(`a change in qBittorrent's API → pixel (${pixels.length} changes)`, `median ${rank(pixels, .5)} ms, p95 ${rank(pixels, .95)} ms`, 'p95 ≤ 1,500 ms');

  // Fifty pages cost qBittorrent what one costs.
  const between = await counter(settings.qbittorrent_port);
  await api('/api/qbittorrent/settings', { qbittorrent_port: between.address().port });
  for (const tab of tabs.slice(1)) await tab.close();
  down = await fresh();
  await change(modern ? 'stop' : 'pause', down.hash); // It is followed for as long as it stands there.
  await chat.close();
  await until('qBittorrent is asked through the counter', async () => asked > 3);
  asked = 0;
  await rest(20000);
  const one = asked;
  const before = memory(program);
  const many = [];
  for (let page = 0; page < 49; page++) many.push(await watched(context));
  await rest(4000);
  asked = 0;
  await rest(20000);
  tell('calls of qBittorrent in 20 s: one open page, fifty', `${one}, ${asked}`, 'the same');
  tell('memory of the process: one open page, fifty', `${Math.round(before)} MB, ${Math.round(memory(program))} MB`, '≤ 60 MB more');
  for (const page of many) await page.close();
  between.closeAllConnections();
  between.close();

  // A restart, and a network that was gone: how long until the page lives again.
  const back = async page => { await page.waitForFunction(() => window.felPage !== undefined, null, { polling: 50 }); await page.evaluate(() => window.felPage.invokeMethodAsync('Alive')); };
  const returns = [];
  for (let turn = 0; turn < 3; turn++) {
    await stop(program);
    await rest(2000);
    program = await start();
    const ready = Date.now();
    const run = (await fetch(url + '/health/live')).headers.get('X-FelScanner-Run');
    await tabs[0].waitForFunction(run => document.querySelector('meta[name=fel-run]')?.content === run, run, { polling: 50 });
    await back(tabs[0]);
    returns.push(Date.now() - ready);
  }
  tell('live again after a restart, from ready on (3 restarts)', `slowest ${rank(returns, 1)} ms`, '≤ 3,000 ms');

  const wakes = [];
  for (let turn = 0; turn < 3; turn++) {
    await tabs[0].evaluate(() => { window.mark = true; Blazor._internal.forceCloseConnection(); });
    const began = Date.now();
    await until('the circuit is back', () => tabs[0].evaluate(() => Promise.race([window.felPage.invokeMethodAsync('Alive'), new Promise(done => setTimeout(() => done(false), 500))]).catch(() => false)));
    wakes.push(Date.now() - began);
  }
  tell('live again after a dead connection was noticed (3 times)', `slowest ${rank(wakes, 1)} ms, the same page: ${await tabs[0].evaluate(() => window.mark === true)}`, '≤ 3,000 ms');

  const policy = (await fetch(url + '/')).headers.get('Content-Security-Policy');
  tell('script policy', /script-src ([^;]*)/.exec(policy)[1], "'self' alone");
  const unexpected = complaints.filter(one => !/WebSocket|Connection disconnected|Cannot send data if the connection|Failed to complete negotiation|Failed to fetch/.test(one));
  tell('errors in the console, requests to another host', unexpected.length, 'none');
  if (unexpected.length > 0) console.error(unexpected);
} finally {
  await browser.close();
  await stop(program);
}
console.log(['| what | measured | target |', '|---|---|---|', ...rows].join('\n'));
