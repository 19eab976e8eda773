// Nothing is cached but the page that is shown when the program cannot be reached.
const page = 'offline.html';
self.addEventListener('install', event => event.waitUntil(caches.open('fel-offline-1').then(cache => cache.add(page)).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => caches.match(page)));
});
