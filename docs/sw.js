// Keeps what was fetched, so that the site and its runtimes work without a connection.
// Files of one version are served from the cache; all else is asked from the server first.

const KEPT = "nexus-versioned"; // run/python-<hash>/… and the like: their content never changes
const SEEN = "nexus-seen"; // pages and files of the site, as last seen
const scope = new URL(registration.scope);
const versioned = (url) => /^run\/[a-z]+-[0-9a-f]{8,}[/.]/.test(url.pathname.slice(scope.pathname.length));

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (request.method !== "GET" || !ours || request.headers.has("range")) return;
  event.respondWith(versioned(url) ? cacheFirst(event, url) : networkFirst(event, url));
});

async function cacheFirst(event, url) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(url.href);
  if (kept) return kept;
  const response = await fetch(event.request);
  // Only what arrives whole is kept: `put` fails where a download breaks off.
  if (response.status === 200) event.waitUntil(cache.put(url.href, response.clone()).catch(() => {}));
  return response;
}

async function networkFirst(event, url) {
  const cache = await caches.open(SEEN);
  const key = url.href.split("#")[0];
  try {
    const response = await fetch(...latest(event.request, url));
    if (response.redirected && event.request.mode === "navigate") return Response.redirect(response.url);
    if (response.status === 200) event.waitUntil(remember(cache, key, response.clone(), url).catch(() => {}));
    return response;
  } catch (error) {
    const seen = await cache.match(key, { ignoreVary: true });
    if (seen) return seen;
    throw error;
  }
}

// What belongs to each other is asked anew, past the browser's own cache; the theme's files,
// whose names change with their content, need not.
function latest(request, url) {
  const page = request.mode === "navigate" || /(\/|\.html|\.zip|\.out|\.json|\/assets\/run\/[^/]+)$/.test(url.pathname);
  return page ? [url.href, { cache: "no-cache" }] : [request];
}

async function remember(cache, key, response, url) {
  const copy = response.clone();
  await cache.put(key, response);
  if (url.pathname.endsWith("/run/manifest.json")) await forgetOld(copy);
  if (!copy.headers.get("Content-Type")?.startsWith("text/html")) return;
  // A page that was seen should also run later, so its examples are kept with it.
  const zips = new Set([...(await copy.text()).matchAll(/data-zip="([\w/.-]+)"/g)].map((found) => found[1]));
  await Promise.allSettled([...zips].map((zip) => cache.add(new Request(new URL(zip, scope), { cache: "no-cache" }))));
}

// The manifest names the versions that count; the files of others are given up.
async function forgetOld(response) {
  const text = await response.text();
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) {
    const name = new URL(url).pathname.slice(scope.pathname.length + "run/".length).split("/")[0];
    if (!text.includes(name)) await cache.delete(url);
  }
}

async function keep(addresses) {
  const cache = await caches.open(SEEN);
  const fetched = addresses.filter((address) => !versioned(new URL(address)));
  await Promise.allSettled(
    fetched.map(async (address) => {
      const response = await fetch(address);
      if (response.status === 200) await remember(cache, address, response, new URL(address));
    }),
  );
}
