// Counts on where nobody rebuilds the site: days overdue, days a question has waited, by the reader's own clock.
(function () {
  "use strict";
  var DAY = 86400000;
  function since(text) {
    var parts = text.split("-").map(Number);
    var now = new Date();
    return Math.floor((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(parts[0], parts[1] - 1, parts[2])) / DAY);
  }
  document.querySelectorAll("[data-due]").forEach(function (mark) {
    var days = since(mark.getAttribute("data-due"));
    if (days <= 0) return;
    mark.className = "mark fail";
    mark.firstElementChild.textContent = "✗";
    mark.lastElementChild.textContent = "逾期 " + days + " 天";
  });
  document.querySelectorAll("[data-asked]").forEach(function (mark) {
    var days = since(mark.getAttribute("data-asked"));
    if (days < 0) return;
    mark.textContent = "已等 " + days + " 天，尚未答复";
    if (days > Number(mark.getAttribute("data-limit"))) mark.className = "mark fail";
  });
  var filter = document.querySelector("[data-filter]");
  if (filter) {
    var rows = document.querySelectorAll("[data-words]");
    var count = document.querySelector("[data-count]");
    filter.hidden = false;
    filter.querySelector("input").addEventListener("input", function (event) {
      var wanted = event.target.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var words = row.getAttribute("data-words");
        var fits = wanted.every(function (word) { return words.indexOf(word) >= 0; });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      count.textContent = "显示 " + shown + " 支队伍";
    });
  }
}());
