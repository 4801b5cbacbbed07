// The counter: a scanner types, the list answers while somebody types, the promise is seen before it is made.
// Without this script every step is a button that posts the form.
const form = document.getElementById("intake");
const MINUTE = 60_000;
const WAIT = 160; // ms after the last letter
let asked = 0;

const byId = (id) => document.getElementById(id);
const value = (name) => form.elements[name]?.value ?? "";

async function fetched(address, options = {}) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { "HX-Request": "true" }, ...options });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.text();
}

// --- Part 1: the card

async function readCard() {
  const html = await fetched(form.dataset.card, { method: "POST", body: new FormData(form) });
  byId("who").innerHTML = html;
  const next = [...byId("who").querySelectorAll("input[name=phone], input[name=comer_phone]")].find((field) => !field.value);
  (next ?? byId("id_q")).focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

// --- Part 2: the procedure

const options = () => [...document.querySelectorAll("#options-list [role=option]")];
const current = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

async function find() {
  const mine = (asked += 1);
  const typed = value("q").trim();
  const html = typed ? await fetched(`${form.dataset.procedures}?q=${encodeURIComponent(typed)}`) : "";
  if (mine !== asked) return; // a later letter has asked again
  byId("options").innerHTML = html;
  expanded(options().length > 0);
}

function expanded(open) {
  const field = byId("id_q");
  field.setAttribute("aria-expanded", String(open));
  if (open) field.setAttribute("aria-activedescendant", options()[Math.max(current(), 0)].id);
  else field.removeAttribute("aria-activedescendant");
}

function step(by) {
  const all = options();
  if (!all.length) return;
  const at = Math.min(Math.max(current() + by, 0), all.length - 1);
  all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
  all[at].scrollIntoView({ block: "nearest" });
  expanded(true);
}

async function choose(option) {
  byId("id_case").value = option.dataset.case;
  byId("id_q").value = option.dataset.name;
  byId("options").innerHTML = "";
  expanded(false);
  await promised();
  form.querySelector("#id_all")?.focus();
}

async function promised({ panel = false } = {}) {
  const chosen = value("case");
  if (!chosen) return;
  const words = new URLSearchParams({ case: chosen, channel: value("channel"), exemption: value("exemption") });
  if (panel) words.set("panel", "1");
  const answer = document.createElement("template");
  answer.innerHTML = await fetched(`${form.dataset.promise}?${words}`);
  for (const part of answer.content.querySelectorAll("[hx-swap-oob]")) {
    part.removeAttribute("hx-swap-oob");
    byId(part.id)?.replaceWith(part);
  }
  byId("panel").replaceChildren(answer.content);
  ready();
}

// --- Part 3: the papers

function ready() {
  if (!byId("id_all")) return;
  const ticks = [...form.querySelectorAll("tr[data-required] input[type=checkbox]")];
  byId("id_all").checked = ticks.length > 0 && ticks.every((tick) => tick.checked);
}

function tickAll(on) {
  for (const tick of form.querySelectorAll("tr[data-required] input[type=checkbox]")) tick.checked = on;
}

// --- Together

function typed(event) {
  const field = event.target;
  if (field.name === "q") {
    clearTimeout(typed.timer);
    typed.timer = setTimeout(() => find().catch(() => {}), WAIT);
  }
}

// What the scanner or the officer types next replaces what stands there, never joins it.
function replaced(event) {
  if (["scan", "q"].includes(event.target.name)) event.target.select();
}

function changed(event) {
  const field = event.target;
  if (field.id === "id_all") tickAll(field.checked);
  else if (field.closest("#papers")) ready();
  if (field.name === "case" || field.name === "channel") promised({ panel: field.name === "channel" }).catch(() => {});
  if (field.type === "file" && field.files.length) {
    const said = field.closest("label")?.querySelector("[data-said]");
    if (said) said.textContent = field.files[0].name;
  }
}

function pressed(event) {
  const field = event.target;
  if (event.isComposing || !(field instanceof HTMLInputElement)) return;
  if (field.name === "q" && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  } else if (field.name === "q" && event.key === "Escape" && options().length) {
    event.preventDefault();
    byId("options").innerHTML = "";
    expanded(false);
  } else if (event.key === "Enter" && !event.ctrlKey && ["text", "search", "tel", "email", "checkbox", "radio", "number"].includes(field.type)) {
    event.preventDefault();
    if (field.name === "scan" && field.value) readCard().catch(() => form.querySelector("button[value=card]")?.click());
    else if (field.name === "q") enterProcedure();
    else onward(field);
  }
}

function enterProcedure() {
  clearTimeout(typed.timer);
  const pick = () => {
    const option = options()[Math.max(current(), 0)];
    if (option) choose(option).catch(() => form.requestSubmit(form.querySelector("button[value=find]")));
  };
  if (options().length) pick();
  else find().then(pick, () => {});
}

// Enter goes to the next field: nobody sends a half-filled form by accident.
function onward(field) {
  const fields = [...form.querySelectorAll("input, select, textarea")].filter((f) => f.type !== "hidden" && f.type !== "file" && f.offsetParent);
  fields[fields.indexOf(field) + 1]?.focus();
}

function clicked(event) {
  const option = event.target.closest("#options-list [role=option]");
  if (option) choose(option).catch(() => {});
  if (event.target.closest("[data-no-phone]")) {
    form.elements.phone.value = "không có";
    byId("id_q").focus();
  }
}

function network() {
  const said = byId("network");
  if (said) said.textContent = navigator.onLine ? said.dataset.on : said.dataset.off;
}

if (form) {
  const field = byId("id_q");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "options");
  expanded(false);
  form.addEventListener("input", typed);
  form.addEventListener("change", changed);
  form.addEventListener("keydown", pressed);
  form.addEventListener("click", clicked);
  form.addEventListener("focusin", replaced);
  window.addEventListener("online", network);
  window.addEventListener("offline", network);
  network();
  ready();
  setInterval(() => promised({ panel: true }).catch(() => {}), MINUTE);
  const first = byId("wrong") ?? form.querySelector(".question textarea, .question input:not([type=hidden])");
  (first ?? form.elements.scan).focus();
}
