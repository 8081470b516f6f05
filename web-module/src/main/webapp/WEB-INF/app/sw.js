/* Beckon without a network: a page that says so, and what that page looks like. Nothing else is kept:
   no page that anybody has seen, nothing personal. */
'use strict';

const KEPT = 'beckon-@version@';
const OFFLINE = '/offline';
const STATIC = '/jakarta.faces.resource/';

async function keep() {
  const cache = await caches.open(KEPT);
  const page = await fetch(OFFLINE, {credentials: 'omit', cache: 'no-store'});
  const parts = [...(await page.clone().text()).matchAll(/(?:href|src)="([^"]+)"/g)]
    .map(match => match[1].replaceAll('&amp;', '&'))
    .filter(address => address.startsWith(STATIC));
  await cache.put(OFFLINE, page);
  await cache.addAll([...new Set(parts)]);
}

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(forget()));

self.addEventListener('fetch', event => {
  const {request} = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (new URL(request.url).pathname.startsWith(STATIC)) {
    event.respondWith(fetch(request).catch(async failure => {
      const kept = await caches.match(request.url);
      if (kept) return kept;
      throw failure;
    }));
  }
});
