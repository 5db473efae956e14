// The page works without this: panels open and close by the browser's own means. This adds the small comforts.
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  const said = button.closest(".panel").querySelector("[data-said]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "Your browser does not allow copying: select the text instead.";
    }
  });
}

// A box that does not overflow needs no stop for the Tab key, and no words about scrolling.
const boxes = document.querySelectorAll(".table-box");
function measure() {
  for (const box of boxes) {
    const overflows = box.scrollWidth > box.clientWidth + 1;
    box.closest(".table").classList.toggle("overflows", overflows);
    if (overflows) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}
if (boxes.length) {
  measure();
  addEventListener("resize", measure);
}

// A mark in a picture opens the panel of its figure; without this, the table below the picture does.
for (const mark of document.querySelectorAll("a[data-panel]")) {
  mark.addEventListener("click", (event) => {
    const panel = document.getElementById(mark.dataset.panel);
    if (!panel || !panel.showPopover) return;
    event.preventDefault();
    panel.showPopover();
  });
}
