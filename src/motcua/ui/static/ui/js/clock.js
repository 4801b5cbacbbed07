// The working clock goes on by the minute, from the server's time: an old PC's own clock may be wrong.
const pad = (n) => String(n).padStart(2, "0");
const OFFICE = 7 * 60; // minutes ahead of UTC, all year

export function startClock() {
  const shown = document.querySelector("[data-clock]");
  if (!shown) return;
  const ahead = Date.parse(shown.dateTime) - Date.now();
  if (Number.isNaN(ahead)) return;
  const words = shown.querySelector("b");
  setInterval(() => {
    const now = new Date(Date.now() + ahead + OFFICE * 60_000);
    const time = `${pad(now.getUTCHours())}:${pad(now.getUTCMinutes())}`;
    const said = words.textContent.replace(/\d\d:\d\d$/, time);
    if (said !== words.textContent) words.textContent = said;
  }, 5_000);
}
