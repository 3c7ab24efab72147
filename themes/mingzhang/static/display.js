// Runs before the page is drawn: what only works with scripts takes its place at once, and large print, a switch that
// the reader's own browser remembers.
(function () {
  "use strict";
  var root = document.documentElement;
  function kept(value) {
    try {
      if (value === undefined) return localStorage.getItem("large") === "1";
      localStorage.setItem("large", value ? "1" : "0");
    } catch (refused) { /* a browser that keeps nothing still switches */ }
    return value;
  }
  root.classList.toggle("large", kept() === true);
  root.classList.add("script");
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-large]");
    function show() { button.setAttribute("aria-pressed", String(root.classList.contains("large"))); }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      kept(root.classList.toggle("large"));
      show();
    });
  });
}());
