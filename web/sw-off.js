// The switch to turn the saving off. Put on the host in the place of sw.js, it
// takes the saved copies of this reader from every device that comes by, and
// itself as well; what others on the same host saved stays. The reader then
// works from the network alone. BASE stands above.

const PREFIX = `parallax ${BASE} `;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
})()));
