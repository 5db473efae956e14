// Follows the project: hears of each save, puts the new page in the place of the old one, and keeps what is open.
"use strict";

const { slug, gate } = document.body.dataset;
const status = document.querySelector("[data-status]");
const HIDDEN_FOR = 5 * 60 * 1000;
const PATIENCE = 2000;

function say(words) {
  if (status && status.textContent !== words) status.textContent = words;
}

function once(work) {
  // Runs one after the other; what is asked for meanwhile is done once, afterwards.
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        await work();
      } catch {
        say("The preview does not answer. Has it been ended?");
      }
    } while (again);
    running = false;
  };
}

// The page, in its frame.
const page = document.querySelector("[data-page]");
let frame = page && page.querySelector("iframe");
let shown = document.body.dataset.mark || "";
let coming = null;
let spot = null;
try {
  spot = JSON.parse(sessionStorage.getItem(location.pathname));
} catch {
  spot = null;
}

function swap() {
  if (!coming) return;
  const focused = document.activeElement === frame;
  if (frame) frame.remove();
  frame = coming;
  coming = null;
  frame.classList.remove("coming");
  if (focused) frame.focus();
}

function load(mark) {
  shown = mark;
  if (coming) coming.remove();
  const next = document.createElement("iframe");
  next.title = "The page as built";
  next.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
  next.setAttribute("allow", "clipboard-write");
  next.referrerPolicy = "no-referrer";
  next.className = "coming";
  // A page without our script in it is shown as soon as it is there.
  next.addEventListener("load", () => setTimeout(() => next === coming && swap(), PATIENCE));
  next.src = `page/index.html?${mark}`;
  coming = next;
  const empty = page.querySelector("[data-empty]");
  if (empty) empty.remove();
  page.append(next);
}

addEventListener("message", (event) => {
  const from = [frame, coming].find((one) => one && one.contentWindow === event.source);
  const said = event.data && event.data.briefkit;
  if (!from || !said) return;
  if (said === "ready") from.contentWindow.postMessage({ briefkit: "place", spot }, "*");
  else if (said === "placed" && from === coming) swap();
  else if (said === "spot" && from === frame) spot = event.data.spot;
});

// What stands beside it.
const panel = document.querySelector("[data-panel]");

function fill(html) {
  const opened = new Set([...panel.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  const scroller = panel.closest(".desk-findings");
  const top = scroller.scrollTop;
  const held = document.activeElement && panel.contains(document.activeElement) && document.activeElement.closest("details");
  const key = held && held.dataset.key;
  panel.innerHTML = html;
  for (const one of panel.querySelectorAll("details")) {
    one.open = opened.has(one.dataset.key);
    if (key && one.dataset.key === key) one.querySelector("summary").focus({ preventScroll: true });
  }
  scroller.scrollTop = top;
}

const refresh = once(async () => {
  const answer = await fetch("state");
  if (!answer.ok) return;
  const state = await answer.json();
  document.title = `${state.title} – preview`;
  document.querySelector("[data-title]").textContent = state.title;
  document.querySelector("[data-words]").textContent = state.words;
  fill(state.panel);
  if (state.mark && state.mark !== shown) load(state.mark);
  const empty = page.querySelector("[data-empty]");
  if (empty && !state.mark) empty.textContent = "There is no page yet: the list of problems says why.";
  say("Up to date");
});

const list = document.querySelector("[data-list]");
const relist = once(async () => {
  const answer = await fetch("/list");
  if (!answer.ok) return;
  const at = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
  list.innerHTML = await answer.text();
  const same = [...list.querySelectorAll("a")].find((one) => at && one.getAttribute("href") === at);
  if (same) same.focus({ preventScroll: true });
  say(list.textContent.includes("being checked") ? "Checking …" : "Up to date");
});

// News.
let source = null;

function listen() {
  if (source) return;
  source = new EventSource(`/news?slug=${encodeURIComponent(slug)}&gate=${gate}`);
  const hear = (kind, act) => source.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  source.onopen = () => (list ? relist() : refresh());
  source.onerror = () => say("The preview does not answer. Has it been ended?");
  hear("working", (news) => {
    if (list || news.slug === "*" || news.slug === slug) say("Checking …");
  });
  hear("built", (news) => {
    if (list) relist();
    else if (news.slug === slug && news.gate === gate) refresh();
  });
  hear("briefs", () => list && relist());
  hear("desk", () => {
    if (spot) sessionStorage.setItem(location.pathname, JSON.stringify(spot));
    location.reload();
  });
  hear("fault", (news) => say(news.words));
}

// A window that nobody has looked at for a while lets go of its connection: a browser has only a few for one address.
let leaving = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(leaving);
  if (!document.hidden) listen();
  else {
    leaving = setTimeout(() => {
      if (source) source.close();
      source = null;
    }, HIDDEN_FOR);
  }
});

const findings = document.querySelector(".desk-findings");
if (findings && matchMedia("(max-width: 60rem)").matches) findings.open = false;
if (slug !== undefined) listen();
