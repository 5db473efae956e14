// Added to the pages of the preview: tells the desk where the page is scrolled to, and scrolls a new one to the same words.
(() => {
  if (window.parent === window) return;
  const BLOCKS = "main h1, main h2, main h3, main h4, main p, main li, main dt, main dd, main tr, main figure, main caption";
  const tell = (what, more) => window.parent.postMessage({ briefkit: what, ...more }, "*");
  const words = (block) => block.textContent.trim().slice(0, 160);

  // The first block that can be seen: its words, where among its likes it stands, and how far from the top.
  function spot() {
    const blocks = [...document.querySelectorAll(BLOCKS)];
    const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 1);
    if (index < 0) return { y: window.scrollY };
    const text = words(blocks[index]);
    return { y: window.scrollY, index, count: blocks.length, text, top: blocks[index].getBoundingClientRect().top };
  }

  function place(to) {
    const blocks = [...document.querySelectorAll(BLOCKS)];
    const same = blocks.map((block, at) => at).filter((at) => words(blocks[at]) === to.text);
    same.sort((one, other) => Math.abs(one - to.index) - Math.abs(other - to.index));
    const at = same.length ? same[0] : blocks.length === to.count ? to.index : -1;
    const y = to.y > 0 && at >= 0 ? window.scrollY + blocks[at].getBoundingClientRect().top - to.top : to.y;
    window.scrollTo({ top: y, behavior: "instant" });
  }

  let waiting = 0;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell("spot", { spot: spot() }), 60);
  }, { passive: true });

  addEventListener("message", async (event) => {
    if (event.source !== window.parent || !event.data || event.data.briefkit !== "place") return;
    await document.fonts.ready;
    if (event.data.spot) place(event.data.spot);
    tell("placed");
  });

  // What leads out of the page opens beside the preview, not in the frame.
  for (const link of document.querySelectorAll("a[href]")) {
    if (!link.getAttribute("href").startsWith("#")) {
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noreferrer noopener");
    }
  }
  tell("ready");
})();
