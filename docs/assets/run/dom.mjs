// Making elements, whose text is always set as text, and telling a screen reader.

/** Make an element: make("p", {role: "status"}, "Text"). */
export function make(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...content);
  return made;
}

/** Make a button that does `act`. */
export function button(text, act, attributes = { class: "nx-button" }) {
  const made = make("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/**
 * Load the style `name` of `assets/` where a page turns out to need it. In the body, since
 * in-site navigation takes out of the head what the next page does not have.
 */
export function style(name) {
  document.body.append(make("link", { rel: "stylesheet", href: new URL(`../${name}`, import.meta.url).href }));
}

let region;

/** Tell a screen reader what happened, in one live region for all blocks. */
export function announce(text) {
  if (!region?.isConnected) {
    region = make("div", { class: "nx-announce", role: "status" });
    document.body.append(region);
  }
  // A region is only read when its text changes after it was put in place.
  setTimeout(() => (region.textContent = text), 50);
}
