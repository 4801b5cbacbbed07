// A number opens its list beside it. Without this script the number's link opens the list as a page.
// The server answers the same address with the panel alone when it is asked with `HX-Request: true`.
let opener = null;

const panel = () => document.querySelector("[data-drill-panel]");

async function open(link) {
  const side = panel();
  if (!side) return false;
  side.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true", "HX-Target": "drill" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    show(side, await answer.text(), link);
  } catch {
    location.href = link.href;
  } finally {
    side.removeAttribute("aria-busy");
  }
  return true;
}

function show(side, html, link) {
  side.innerHTML = html;
  side.hidden = false;
  document.querySelectorAll("[data-drill][aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  if (link.matches(".figure")) {
    link.setAttribute("aria-current", "true");
    opener = link;
  }
  const title = side.querySelector("h2") ?? side;
  title.tabIndex = -1;
  title.focus({ preventScroll: false });
}

function close() {
  const side = panel();
  if (!side || !side.innerHTML.trim()) return false;
  side.innerHTML = "";
  side.hidden = true;
  document.querySelectorAll("[data-drill][aria-current]").forEach((link) => link.removeAttribute("aria-current"));
  opener?.focus();
  opener = null;
  return true;
}

export function startDrill() {
  if (!panel()) return;
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const target = event.target instanceof Element ? event.target : null;
    const shut = target?.closest("[data-drill-close]");
    if (shut && close()) return event.preventDefault();
    const link = target?.closest("[data-drill]");
    if (!link) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener("motcua:escape", (event) => {
    if (close()) event.preventDefault();
  });
}
