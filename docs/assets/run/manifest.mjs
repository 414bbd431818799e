// What the runtimes consist of, how large they are, and the service worker that keeps them:
// all of it asked for with the first click, never before.

export const root = new URL("../../", import.meta.url);

let asked;

/** The content of run/manifest.json; a failure is asked again next time. */
export function manifest() {
  asked ??= load().catch((error) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** Ask for the manifest anew: the site may have been published again meanwhile. */
export function forget() {
  asked = undefined;
}

async function load() {
  let response;
  try {
    response = await fetch(new URL("run/manifest.json", root));
  } catch {
    throw new Error("The list of what to fetch could not be loaded. Check the connection, then run again.");
  }
  if (response.status === 404) throw new Error("This copy of the site was built without what runs code in the page (--no-run).");
  if (!response.ok) throw new Error(`The server answered ${response.status}. Run again to retry.`);
  return response.json();
}

const PATIENCE = 10_000; // milliseconds; what is fetched before it is ready is not kept

let ready;

/** Resolves once the service worker keeps what is fetched, or where there can be none. */
export function offline() {
  ready ??= Promise.race([register(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]).catch(() => {});
  return ready;
}

async function register() {
  const workers = navigator.serviceWorker; // missing without https and in some private modes
  if (!workers) return;
  const taken = workers.controller || new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }));
  const registration = await workers.register(new URL("sw.js", root), { scope: root.pathname });
  await taken;
  // What this page fetched before there was a service worker belongs into its cache too.
  const here = [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
  const own = here.map((address) => address.split("#")[0]).filter((address) => address.startsWith(root.href));
  (workers.controller ?? registration.active).postMessage({ keep: [...new Set(own)] });
}
