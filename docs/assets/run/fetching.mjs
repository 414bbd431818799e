// Fetching in a worker with a count of the bytes, whoever asks for them.

const native = globalThis.fetch;
const expected = new Map(); // address -> { bytes, add(part) }

/** Like fetch, but an answer that is no success is an error that says so: `download` is "file". */
export async function take(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response;
  } catch (error) {
    throw Object.assign(new Error(`${String(url).split("/").at(-1)}: ${error.message}`), { download: "file" });
  }
}

/**
 * Report on the fetching of `files` ({url, bytes, gzip}) by `work`: `on({loaded, total})`, in
 * bytes as they travel. Resolves to what `work` gives; rejects as soon as one file fails, since
 * Pyodide waits for ever for a program that broke off: the error's `download` is then "runtime".
 */
export async function counted(files, on, work) {
  const total = files.reduce((sum, file) => sum + file.gzip, 0);
  const parts = new Map();
  let last = 0;
  const tell = (now) => {
    if (!now && performance.now() - last < 100) return;
    last = performance.now();
    let loaded = 0;
    for (const part of parts.values()) loaded += part;
    on({ loaded: Math.min(Math.round(loaded), total), total });
  };
  let fail;
  const failed = new Promise((_, reject) => (fail = reject));
  for (const { url, bytes, gzip } of files) {
    expected.set(url.href, {
      // What is named .gz may be unpacked on the way.
      size: url.pathname.endsWith(".gz") ? undefined : bytes,
      fail,
      add(read) {
        parts.set(url.href, (gzip * read) / bytes);
        tell(false);
      },
    });
  }
  tell(true);
  try {
    const result = await Promise.race([work(), failed]);
    on({ loaded: total, total });
    return result;
  } catch (error) {
    throw Object.assign(error, { download: "runtime" });
  } finally {
    for (const { url } of files) expected.delete(url.href);
  }
}

// Pyodide fetches by itself; its requests are counted here.
globalThis.fetch = async (request, options) => {
  const file = expected.get(String(request?.url ?? request));
  if (!file) return native(request, options);
  try {
    const response = await native(request, options);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Response(whole(response.body, file), { headers: response.headers });
  } catch (error) {
    file.fail(error);
    throw error;
  }
};

// The stream `body`, counted, and an error where it ends early.
function whole(body, file) {
  const reader = body.getReader();
  let read = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done && file.size !== undefined && read !== file.size) throw new Error(`${read} of ${file.size} bytes came`);
        if (done) return controller.close();
        read += value.byteLength;
        file.add(read);
        controller.enqueue(value);
      } catch (error) {
        file.fail(error);
        controller.error(error);
      }
    },
  });
}
