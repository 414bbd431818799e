// The one script of ours that every page loads. It listens; all else is imported on use.

const buttons = "button[data-do]";
const block = ".nx-example[data-run]";

const act = async (figure, action) => (await import("./block.mjs")).act(figure, action);

addEventListener("click", (event) => {
  const button = event.target.closest?.(buttons);
  const figure = button?.closest(block);
  if (figure) act(figure, button.dataset.do);
});

addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const figure = event.target.closest?.(block);
  if (!figure) return;
  event.preventDefault();
  act(figure, "run");
});

// What a page holds besides examples names its own module: <div data-part="quiz">.
function everyPage() {
  for (const element of document.querySelectorAll("[data-part]:not([data-ready])")) {
    element.dataset.ready = "";
    import(`./${element.dataset.part}.mjs`).then(({ decorate }) => decorate(element));
  }
}

// Material replaces the page's content on in-site navigation and then emits on document$.
if (window.document$) window.document$.subscribe(everyPage);
else everyPage();
