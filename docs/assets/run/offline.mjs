// The service worker: registered with the first run, never before.
import { root } from "./manifest.mjs";

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
