// Single-letter keys of the desk. None while a field has focus or an input method composes; function keys
// and Ctrl+Enter always. They can be switched off (WCAG 2.1.4): on this machine, or per person by
// data-keys="off" on <body>. The list that `?` shows is in ui/parts/said.py.
import { chooseHere, chooseToHere, move, nextAction, openHere } from "./rows.js";

const STORE = "motcua.keys";
const GO_WITHIN = 1500; // ms between G and the letter of a place
let wentAt = -Infinity;

const allowed = () => document.body.dataset.keys !== "off" && localStorage.getItem(STORE) !== "off";

function inField(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio], [type=button]), select, textarea, [contenteditable]");
}

function go(letter) {
  const place = document.querySelector(`[data-go="${letter}"]`);
  if (place) location.href = place.href;
  return Boolean(place);
}

function help() {
  const dialog = document.querySelector("[data-keys-help]");
  if (!dialog) return false;
  dialog.showModal();
  return true;
}

function search() {
  const field = document.querySelector("[aria-keyshortcuts='/']");
  field?.focus();
  field?.select();
  return Boolean(field);
}

function back() {
  const way = document.querySelector("[data-back]");
  if (way) location.href = way.href;
  return Boolean(way);
}

const letters = {
  j: () => move(1),
  k: () => move(-1),
  x: (event) => (event.shiftKey ? chooseToHere() : chooseHere()),
  c: () => nextAction(),
  "/": search,
  "?": help,
  g: () => {
    wentAt = performance.now();
    return true;
  },
};

function pressed(event) {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Enter" && event.ctrlKey) return submit(event);
  if (event.ctrlKey || event.metaKey) return;
  if (event.altKey) return toPart(event);
  if (/^F\d+$/.test(event.key)) return press(event);
  if (event.key === "Escape") return escape(event);
  if (inField(event.target) || !allowed()) return;
  if (event.key === "Enter") {
    if (!(event.target instanceof Element && event.target.closest("a, button, summary, input")) && openHere()) event.preventDefault();
    return;
  }
  const letter = event.key.toLowerCase();
  const going = performance.now() - wentAt < GO_WITHIN;
  wentAt = -Infinity;
  if (going ? go(letter.toUpperCase()) : letters[letter]?.(event)) event.preventDefault();
}

function submit(event) {
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  const main = form?.querySelector("button.main[type=submit]");
  if (main) {
    event.preventDefault();
    form.requestSubmit(main);
  }
}

function press(event) {
  const button = document.querySelector(`[data-press="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

function toPart(event) {
  const part = /^[1-9]$/.test(event.key) && document.querySelector(`[data-part="${event.key}"]`);
  const field = part && part.querySelector("input:not([type=hidden]), select, textarea, button, a");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

function escape(event) {
  if (event.target instanceof Element && event.target.matches("[aria-expanded=true]")) return;
  const closed = new CustomEvent("motcua:escape", { cancelable: true });
  document.dispatchEvent(closed);
  if (closed.defaultPrevented) return event.preventDefault();
  const menu = document.querySelector("details.me[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (inField(event.target)) {
    event.target.blur();
  } else {
    back();
  }
}

export function startKeys() {
  document.addEventListener("keydown", pressed);
  const keySwitch = document.querySelector("[data-keys-switch]");
  if (!keySwitch) return;
  keySwitch.checked = allowed();
  keySwitch.addEventListener("change", () => localStorage.setItem(STORE, keySwitch.checked ? "on" : "off"));
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys-open]")) help();
  });
}
