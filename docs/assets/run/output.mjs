// What a program prints, on its way from the worker to the page: decoded, limited, bundled.

const MOST = 100_000; // characters, as a local run (`nexus.running.MOST_OUTPUT`)
const AT_ONCE = 400; // messages that need not wait for others
const BUNDLE = 8_000;
const PAUSE = 50; // milliseconds

export class Output {
  constructor(send) {
    this.send = send;
    this.folders = [];
    this.decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    this.all = "";
    this.sent = 0;
    this.last = 0;
    this.held = { stream: "stdout", text: "" };
    this.cut = false;
  }

  /** The program begins in `folder`, which its output then does not name. */
  begin(folder) {
    const parts = folder.split("/");
    // As nexus.normalize does it: the innermost folder first, down to the one that holds all.
    for (let length = parts.length; length > 2; length--) this.folders.push(parts.slice(0, length).join("/"));
  }

  write(stream, bytes) {
    const text = this.bare(this.decoders[stream].decode(bytes, { stream: true }));
    if (text && !this.cut) this.add(stream, text);
    return bytes.length;
  }

  bare(text) {
    if (!this.folders.some((folder) => text.includes(folder))) return text;
    return this.folders.reduce((shown, folder) => shown.replaceAll(`${folder}/`, "").replaceAll(folder, "<folder>"), text);
  }

  add(stream, text) {
    const left = MOST - this.all.length;
    const kept = text.slice(0, left);
    this.all += kept;
    if (this.held.stream !== stream) this.flush();
    this.held.stream = stream;
    this.held.text += kept;
    // A program keeps this thread busy, so no timer could send what waits: the first
    // messages go at once, and only a flood is bundled.
    const now = performance.now();
    if (this.sent < AT_ONCE || now - this.last > PAUSE || this.held.text.length > BUNDLE) this.flush();
    if (text.length > left) {
      this.flush();
      this.cut = true;
      this.send("cut", `Output cut after ${MOST.toLocaleString("en")} characters.`);
    }
  }

  flush() {
    if (!this.held.text) return;
    this.send(this.held.stream, this.held.text);
    this.held.text = "";
    this.sent += 1;
    this.last = performance.now();
  }

  end() {
    this.flush();
  }
}
