"use strict";

// What changes by itself: the server says that there is news, the page fetches itself and takes over the parts of it
// that show state. Forms are left alone, so nothing typed is lost.
const main = document.querySelector("main");

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.redirected) {
    location.reload(); // signed out meanwhile
    return;
  }
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const away = document.querySelectorAll("[data-part]").length !== fresh.querySelectorAll("[data-part]").length;
  for (const part of document.querySelectorAll("[data-part]")) {
    const other = fresh.getElementById(part.id);
    if (!other) continue;
    for (const unfolded of part.querySelectorAll("details[open][id]")) {
      const again = other.querySelector(`#${CSS.escape(unfolded.id)}`);
      if (again) again.open = true;
    }
    if (part.isEqualNode(other)) continue;
    const inside = part.contains(document.activeElement) ? document.activeElement : null;
    const address = inside && (inside.getAttribute("href") || inside.textContent);
    part.replaceWith(other);
    if (inside) {
      const again = [...other.querySelectorAll("a, button")].find(
        (one) => (one.getAttribute("href") || one.textContent) === address);
      if (again) again.focus();
    }
  }
  if (away) location.reload();
}

let waiting = null;
function soon(delay) {
  if (waiting === null) {
    waiting = setTimeout(() => {
      waiting = null;
      refresh().catch(() => {});
    }, delay);
  }
}

// a page that was answered to a form is not fetched again: its address belongs to another one
if (main && main.dataset.live && !document.querySelector(".problem")) {
  const open = () => {
    const source = new EventSource(main.dataset.live);
    source.addEventListener("changed", () => soon(100 + Math.random() * 200));
    source.addEventListener("open", () => soon(0)); // what was missed meanwhile
    addEventListener("pagehide", () => source.close(), { once: true });
  };
  open();
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  setInterval(() => soon(0), (Number(main.dataset.every) || 60) * 1000);
}

for (const form of document.querySelectorAll("form[data-submit]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
for (const element of document.querySelectorAll("[data-without-js]")) element.hidden = true;

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button && button.dataset.confirm && !confirm(button.dataset.confirm)) event.preventDefault();
});

const problem = document.querySelector("[data-focus]");
if (problem) problem.focus();

const chosen = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (chosen && chosen.closest(".settings")) chosen.querySelector("summary")?.focus();

// the end of a booking keeps its distance when the start moves
const start = document.getElementById("start");
const end = document.getElementById("end");
if (start && end && start.type === "time") {
  const minutes = (field) => (field.value ? Number(field.value.slice(0, 2)) * 60 + Number(field.value.slice(3, 5)) : null);
  let length = minutes(end) - minutes(start);
  start.addEventListener("change", () => {
    const from = minutes(start);
    if (from === null || length <= 0) return;
    const to = Math.min(from + length, 1439);
    end.value = `${String(Math.floor(to / 60)).padStart(2, "0")}:${String(to % 60).padStart(2, "0")}`;
  });
  end.addEventListener("change", () => {
    if (minutes(end) !== null) length = minutes(end) - minutes(start);
  });
}
const day = document.getElementById("day");
if (day && main && main.querySelector(".rail")) {
  day.addEventListener("change", () => {
    if (day.value && day.validity.valid) location.href = `${location.pathname}?day=${day.value}#book`;
  });
}
const link = document.querySelector("[data-select]");
if (link) link.addEventListener("focus", () => link.select());
for (const current of document.querySelectorAll(".days [aria-current], .top nav [aria-current]")) {
  const strip = current.closest("nav");
  const [here, there] = [strip, current].map((one) => one.getBoundingClientRect().left);
  strip.scrollLeft += there - here - strip.clientWidth / 2;
}

// A picture that is a setting goes with the form as text.
for (const chooser of document.querySelectorAll("input[type=file][data-into]")) {
  chooser.addEventListener("change", () => {
    const reader = new FileReader();
    reader.addEventListener("load", () => { document.getElementById(chooser.dataset.into).value = reader.result; });
    if (chooser.files.length) reader.readAsDataURL(chooser.files[0]);
  });
}
