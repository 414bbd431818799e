// What the runtimes consist of and how large they are: fetched with the first click.

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
