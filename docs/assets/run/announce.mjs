// Tells a screen reader what happened, in one live region for all blocks.

import { make } from "./dom.mjs";

let region;

export function announce(text) {
  if (!region?.isConnected) {
    region = make("div", { class: "nx-announce", role: "status" });
    document.body.append(region);
  }
  // A region is only read when its text changes after it was put in place.
  setTimeout(() => (region.textContent = text), 50);
}
