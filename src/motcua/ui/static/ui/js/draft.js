// An unsent form survives a power cut: <form data-draft="intake"> is kept on this machine while it is typed
// and forgotten when a page says <… data-draft-done="intake">. Passwords and files are never kept, and a
// draft belongs to one person (data-person on <body>) and one day.
const KEEP_FOR = 24 * 60 * 60 * 1000;
const name = (form) => `motcua.draft.${document.body.dataset.person ?? ""}.${form.dataset?.draft ?? form}`;
const kept = (field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type) && !field.closest("[data-undrafted]");

function read(form) {
  const values = [];
  for (const field of form.elements) {
    if (!kept(field)) continue;
    const checkable = field.type === "checkbox" || field.type === "radio";
    values.push([field.name, field.value, checkable ? field.checked : null]);
  }
  return values;
}

function restore(form, values) {
  const fields = [...form.elements].filter(kept);
  for (const [key, value, checked] of values) {
    const same = (field) => field.name === key;
    if (checked === null) {
      const index = fields.findIndex(same);
      if (index >= 0) fields.splice(index, 1)[0].value = value;
    } else {
      const field = fields.find((other) => same(other) && other.value === value);
      if (field) field.checked = checked;
    }
  }
}

function save(form) {
  try {
    localStorage.setItem(name(form), JSON.stringify({ at: Date.now(), values: read(form) }));
  } catch {
    return; // a full disk must not stop anybody from typing
  }
  const said = document.querySelector("[data-draft-said]");
  if (said) {
    const now = new Date();
    const hour = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
    said.textContent = said.dataset.draftSaid.replace("{time}", hour);
  }
}

function begin(form) {
  let timer = 0;
  const stored = localStorage.getItem(name(form));
  // A form that comes back with errors already holds what was typed: the server's copy is the newer one.
  if (stored && !form.querySelector("[aria-invalid]") && !form.hasAttribute("data-filled")) {
    try {
      const draft = JSON.parse(stored);
      if (Date.now() - draft.at < KEEP_FOR) {
        restore(form, draft.values);
        form.dispatchEvent(new CustomEvent("motcua:restored", { bubbles: true }));
      } else localStorage.removeItem(name(form));
    } catch {
      localStorage.removeItem(name(form));
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      save(form);
    }, 400);
  });
  form.addEventListener("reset", () => localStorage.removeItem(name(form)));
  // Sent, it must not be saved again on the way out; data-draft-done on the next page forgets it.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    save(form);
    timer = 0;
  });
  window.addEventListener("pagehide", () => timer && save(form));
}

export function startDrafts() {
  for (const done of document.querySelectorAll("[data-draft-done]")) localStorage.removeItem(name(done.dataset.draftDone));
  for (const form of document.querySelectorAll("form[data-draft]")) begin(form);
  // Nobody's draft stays on a shared machine after sign-out.
  document.querySelector("form[action='/sign-out/']")?.addEventListener("submit", () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("motcua.draft.")) localStorage.removeItem(key);
  });
}
