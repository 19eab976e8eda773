// Nothing is cached but the page that is shown when the program cannot be reached, and what that page is made of.
const store = 'fel-offline-2';
const page = 'offline.html';
const parts = ['css/tokens.css', 'css/base.css', 'css/shell.css', 'js/theme.js', 'js/offline.js'];
self.addEventListener('install', event => event.waitUntil(caches.open(store).then(cache => cache.addAll([page, ...parts])).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name !== store).map(name => caches.delete(name))))
  .then(() => self.clients.claim())));
self.addEventListener('fetch', event => {
  const path = new URL(event.request.url).pathname;
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => caches.match(page)));
  else if (parts.some(part => path.endsWith('/' + part))) event.respondWith(fetch(event.request).catch(() => caches.match(new URL(path.slice(path.search(/(css|js)\//)), self.registration.scope))));
});
