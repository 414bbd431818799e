// Tells a screen reader what happened, in one live region for all blocks.

let region;

export function announce(text) {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "nx-announce";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  // A region is only read when its text changes after it was put in place.
  setTimeout(() => (region.textContent = text), 50);
}
