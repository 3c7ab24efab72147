// A tap on 问 writes which figure is meant into the text to send or copy, and into the links that send it.
(() => {
  "use strict";
  // say() is put here, with the words of the page's language.
  const block = document.getElementById("ask");
  const { code, home } = block.dataset;
  const lines = [...block.querySelectorAll(".letter span")];
  const written = lines.map((line) => line.textContent);
  const letter = () => lines.map((line) => line.textContent + "\r\n").join("");
  const button = block.querySelector("button");
  const back = block.querySelector(".back");
  const plain = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(".ask, .code-of, [aria-hidden]").forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const figure = (link) => {
    const row = link.closest("tr");
    if (!row) return plain(link.closest("details")?.firstElementChild ?? link.closest(".gift-head, div"));
    const heads = row.closest("table").tHead.rows[0].cells;
    return [...row.cells].map((cell, at) => `${plain(heads[at])} ${plain(cell)}`).join("；");
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".ask");
    if (!link) return;
    event.preventDefault();
    const asked = link.dataset.code ??= decodeURIComponent(link.href.split("=").pop());
    const said = {
      code: (text) => text.replace(code, asked),
      figure: () => say("页面上写着：") + figure(link),
      address: (text) => text.split(home)[0] + home + asked.replace("#", "/#"),
    };
    lines.forEach((line, at) => { line.textContent = said[line.dataset.line]?.(written[at]) ?? written[at]; });
    block.querySelectorAll("[data-start]").forEach((way, at) => {
      way.href = way.dataset.start + encodeURIComponent(asked) + way.dataset.body + encodeURIComponent(letter());
      if (!at) link.href = way.href;
    });
    back.href = "#" + link.closest("[id]").id;
    back.parentNode.hidden = false;
    location.hash = "ask";
    block.querySelector("h2").focus({ preventScroll: true });
  });
  button.parentNode.hidden = !navigator.clipboard;
  button.onclick = () => navigator.clipboard.writeText(letter()).then(() => { button.textContent = say("已复制"); });
})();
