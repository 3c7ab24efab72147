// Counts on where nobody rebuilds the site: days overdue, days a question has waited, by the reader's own clock.
(function () {
  "use strict";
  // say() is put here, with the words of the page's language.
  var DAY = 86400000;
  function day(text) {
    var parts = text.split("-").map(Number);
    return Date.UTC(parts[0], parts[1] - 1, parts[2]) / DAY;
  }
  function all(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  var now = new Date();
  var built = day(document.getElementById("as-of").getAttribute("datetime"));
  // A clock that is slow never takes back a day that was already counted.
  var today = Math.max(built, Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
  all("[data-due]", function (mark) {
    var days = today - day(mark.getAttribute("data-due"));
    if (days <= 0) return;
    mark.className = "mark fail";
    mark.firstElementChild.textContent = "✗";
    mark.lastElementChild.textContent = say("逾期 {n} 天", { n: days });
  });
  // A report that has come due since changes the team's verdict too.
  all(".verdicts details", function (evidence) {
    var verdict = evidence.querySelector("summary");
    var late = evidence.querySelector(".fail[data-due]");
    if (!late || verdict.className === "fail") return;
    verdict.className = "fail";
    verdict.querySelector(".shape").textContent = "✗";
    verdict.querySelector("b").textContent = late.lastElementChild.textContent;
  });
  all("[data-late]", function (word) {
    word.textContent = word.textContent.replace(/\d+/, function (days) { return Number(days) + today - built; });
  });
  all("[data-asked]", function (mark) {
    var days = today - day(mark.getAttribute("data-asked"));
    if (days < 0) return;
    mark.textContent = say("已等 {n} 天，尚未答复", { n: days });
    if (days > Number(mark.getAttribute("data-limit"))) mark.className = "mark fail";
  });
  // An address may be cut off within a character.
  function plain(written) {
    try {
      return decodeURIComponent(written);
    } catch (broken) {
      return written;
    }
  }
  // A row that an address names may lie in a closed group.
  function reveal() {
    var row = document.getElementById(location.hash.slice(1).replace(/(?:%[0-9a-f]{2})+/gi, plain));
    if (!row) return;
    for (var group = row.parentElement; group; group = group.parentElement) {
      if (group.tagName === "DETAILS") group.open = true;
    }
    row.scrollIntoView();
  }
  if (location.hash) reveal();
  window.addEventListener("hashchange", reveal);
}());
