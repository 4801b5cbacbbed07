// Rows of a list: the current one, the chosen ones, and what the batch bar will do to how many of them.
let rows = [];
let here = -1;
let anchor = -1;

const box = (row) => row.querySelector("input[name=pick]");

export function move(step) {
  if (!rows.length) return false;
  select(Math.min(Math.max(here + step, 0), rows.length - 1));
  return true;
}

function select(index) {
  rows[here]?.classList.remove("here");
  here = index;
  const row = rows[here];
  row.classList.add("here");
  row.querySelector("[data-open]")?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function choose(index, on) {
  const tick = box(rows[index]);
  if (!tick) return;
  tick.checked = on;
  tick.dispatchEvent(new Event("change", { bubbles: true }));
}

export function chooseHere() {
  if (here < 0) return false;
  anchor = here;
  choose(here, !box(rows[here])?.checked);
  return true;
}

export function chooseToHere() {
  if (here < 0) return false;
  const from = anchor < 0 ? here : anchor;
  for (let n = Math.min(from, here); n <= Math.max(from, here); n += 1) choose(n, true);
  return true;
}

export function openHere() {
  const link = rows[here]?.querySelector("[data-open]");
  if (link) link.click();
  return Boolean(link);
}

export function nextAction() {
  const act = (rows[here] ?? document).querySelector("[data-next]");
  if (act) act.click();
  return Boolean(act);
}

function mayAll(chosen, can) {
  return can ? chosen.filter((row) => (row.dataset.can ?? "").split(" ").includes(can)).length : chosen.length;
}

function count() {
  for (const row of rows) row.classList.toggle("picked", Boolean(box(row)?.checked));
  const bar = document.querySelector("[data-batch]");
  if (!bar) return;
  const chosen = rows.filter((row) => box(row)?.checked);
  bar.hidden = chosen.length === 0;
  const said = bar.querySelector("[data-count]");
  said.textContent = said.dataset.count.replace("{n}", chosen.length);
  const buttons = [...bar.querySelectorAll("[data-words]")];
  for (const button of buttons) {
    const able = mayAll(chosen, button.dataset.can);
    button.disabled = able === 0;
    button.textContent = button.dataset.words.replace("{n}", able);
  }
  const rest = bar.querySelector("[data-rest]");
  const missing = buttons.length ? chosen.length - mayAll(chosen, buttons[0].dataset.can) : 0;
  if (rest) rest.textContent = missing ? rest.dataset.rest.replace("{n}", missing) : "";
}

export function startRows() {
  rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return count();
  here = rows.findIndex((row) => row.classList.contains("here"));
  document.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== "pick") return;
    anchor = rows.indexOf(event.target.closest("[data-row]"));
    count();
  });
  document.addEventListener("reset", () => setTimeout(count));
  document.addEventListener("focusin", (event) => {
    const index = event.target instanceof Element ? rows.indexOf(event.target.closest("[data-row]")) : -1;
    if (index >= 0 && index !== here) {
      rows[here]?.classList.remove("here");
      here = index;
      rows[here].classList.add("here");
    }
  });
  count();
}

// A chosen row opens what must be filled in before its act (`data-opens`); letting it go hides nothing.
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches("[data-row] .tick") || !target.checked) return;
  const fold = target.closest("[data-row]").querySelector("details[data-opens]");
  if (fold) fold.open = true;
});
