// Narrows the directory down to what is typed and chosen. The data is loaded when somebody starts to; what is chosen
// stands in the address behind #, which never leaves the reader's computer.
(function () {
  "use strict";
  // say() is put here, with the words of the page's language.
  var SHAPES = { pass: "✓", gap: "◐", fail: "✗", unknown: "?" };
  var STEP = 30, SOCIETIES = 12;
  var home = document.querySelector("[data-directory]");
  function one(selector) { return home.querySelector(selector); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  var input = one("input[type=search]"), panel = one("[data-facets]"), status = one("[data-count]");
  var chosen = one("[data-chosen]"), found = one("[data-found]"), listed = one("[data-listed]"), more = one("[data-more]");
  var list = found.querySelector("ul"), boxes = {}, labels = {}, data = null, loading = false;
  var picked = {}, region = "", shown = STEP, hits = [], everySociety = false;

  each(home.querySelectorAll("[data-facet]"), function (facet) {
    var key = facet.getAttribute("data-facet");
    boxes[key] = facet.lastElementChild;
    labels[key] = Object.create(null);
    picked[key] = [];
    each(boxes[key].querySelectorAll("label"), function (label) {
      labels[key][label.firstElementChild.value] = label.children[1].textContent;
    });
  });

  // Letters that are taken for the same: see generator/exports/folding.py.
  var folded = null;
  function fold(text) {
    var plain = text.normalize("NFKC").toLowerCase();
    if (!folded) {
      folded = {};
      var old = Array.from(data.old), fresh = Array.from(data["new"]);
      old.forEach(function (character, at) { folded[character] = fresh[at]; });
    }
    var result = "";
    for (var at = 0; at < plain.length; at += 1) result += folded[plain[at]] || plain[at];
    return result;
  }

  // What is worked out once: a text to look in and a bit for each choice, team by team.
  function prepare() {
    var parts = document.getElementById("as-of").getAttribute("datetime").split("-").map(Number), now = new Date();
    var built = Date.UTC(parts[0], parts[1] - 1, parts[2]);
    // A clock that is slow never takes back a day that was already counted.
    data.today = Math.max(built, Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 86400000;
    data.bits = {};
    Object.keys(data.facets).forEach(function (key) {
      var column = data.facets[key];
      if (key === "timeliness" && column.values.indexOf("overdue") < 0) column.values.push("overdue");
      var masks = column.sets.map(function (set) { return set.reduce(function (sum, at) { return sum | 1 << at; }, 0); });
      var late = 1 << column.values.indexOf("overdue");
      data.bits[key] = column.teams.map(function (set, team) {
        return key === "timeliness" && data.due[team] && data.due[team] < data.today ? late : masks[set];
      });
    });
    var fields = data.facets.field;
    data.fieldWords = (fields ? fields.sets : []).map(function (set) {
      return set.map(function (at) { return labels.field[fields.values[at]] || ""; });
    });
    data.text = data.names.map(function (name, team) {
      return fold([name, data.others[team], data.leaders[team], data.areas[data.area[team]],
        data.societies[data.society[team]][1], data.fieldWords[fields.teams[team]].join(" ")].join("\n"));
    });
    data.place = Object.create(null);
    data.regions.forEach(function (entry, at) { data.place[entry[0]] = at; });
    data.societyPlace = Object.create(null);
    data.societies.forEach(function (entry, at) { data.societyPlace[entry[0]] = at; });
  }

  function load() {
    if (data || loading) return;
    loading = true;
    status.textContent = say("正在载入…");
    var script = document.createElement("script");
    script.src = home.getAttribute("data-directory");
    script.onload = function () {
      data = window.mingzhang.directory;
      prepare();
      refresh();
    };
    script.onerror = function () {
      loading = false;
      status.textContent = say("数据没有载入。请重新打开本页；下面的列表照常可用。");
    };
    document.head.appendChild(script);
  }

  function active() {
    return input.value.trim() || region || Object.keys(picked).some(function (key) { return picked[key].length; });
  }

  // One pass over all teams: a team counts beside the choices of a facet when everything else fits it.
  function select() {
    var terms = fold(input.value).split(/\s+/).filter(Boolean);
    var keys = Object.keys(data.bits).filter(function (key) { return boxes[key]; });
    var masks = keys.map(function (key) {
      return picked[key].reduce(function (sum, value) {
        var at = data.facets[key].values.indexOf(value);
        return at < 0 ? sum : sum | 1 << at;
      }, 0);
    });
    var impossible = keys.some(function (key, at) { return picked[key].length && !masks[at]; });
    var homes = picked.society.map(function (id) { return data.societyPlace[id]; });
    var inside = region ? data.place[region] : -1;
    var counts = { region: {}, society: {} };
    keys.forEach(function (key) { counts[key] = []; });
    hits = [];
    for (var team = 0; team < data.names.length && !impossible; team += 1) {
      var text = data.text[team], fits = true;
      for (var t = 0; t < terms.length && fits; t += 1) fits = text.indexOf(terms[t]) >= 0;
      if (!fits) continue;
      var misses = 0, missed = "";
      for (var k = 0; k < keys.length; k += 1) {
        if (masks[k] && !(data.bits[keys[k]][team] & masks[k])) { misses += 1; missed = keys[k]; }
      }
      var society = data.society[team], chain = data.societies[society][2];
      if (homes.length && homes.indexOf(society) < 0) { misses += 1; missed = "society"; }
      if (region && chain.indexOf(inside) < 0) misses += 2;
      if (misses > 1) continue;
      if (!misses) hits.push(team);
      keys.forEach(function (key) {
        if (misses && missed !== key) return;
        var bits = data.bits[key][team], sums = counts[key];
        for (var bit = 0; bits; bit += 1, bits >>= 1) if (bits & 1) sums[bit] = (sums[bit] || 0) + 1;
      });
      if (!misses || missed === "society") counts.society[society] = (counts.society[society] || 0) + 1;
      if (!misses) chain.forEach(function (at) { counts.region[at] = (counts.region[at] || 0) + 1; });
    }
    return counts;
  }

  function option(value, words, count, checked) {
    var label = make("label"), box = make("input");
    box.type = "checkbox";
    box.value = value;
    box.checked = checked;
    label.append(box, make("span", "", words), " ", make("span", "count", String(count)));
    return label;
  }

  function drawFacets(counts) {
    Object.keys(data.bits).forEach(function (key) {
      each(boxes[key] ? boxes[key].children : [], function (label) {
        var box = label.firstElementChild;
        var count = counts[key][data.facets[key].values.indexOf(box.value)] || 0;
        box.checked = picked[key].indexOf(box.value) >= 0;
        label.lastElementChild.textContent = count;
        label.className = count || box.checked ? "" : "none";
      });
    });
    var held = document.activeElement, kept = held && boxes.society.contains(held) ? held.value : "";
    var offered = data.societies.map(function (entry, at) { return [at, counts.society[at] || 0]; }).filter(function (pair) {
      return pair[1] || picked.society.indexOf(data.societies[pair[0]][0]) >= 0;
    });
    offered.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    boxes.society.textContent = "";
    offered.forEach(function (pair, at) {
      var entry = data.societies[pair[0]], checked = picked.society.indexOf(entry[0]) >= 0;
      if (at < SOCIETIES || everySociety || checked) boxes.society.append(option(entry[0], entry[1], pair[1], checked));
    });
    if (offered.length > SOCIETIES && !everySociety) {
      var all = make("button", "", say("全部 {n} 个红十字会", { n: offered.length }));
      all.type = "button";
      all.onclick = function () { everySociety = true; refresh(); boxes.society.querySelector("input").focus(); };
      boxes.society.append(all);
    }
    each(boxes.society.querySelectorAll("input"), function (box) { if (kept && box.value === kept) box.focus(); });
    drawRegions(counts.region);
  }

  // Regions are gone into and out of again: those above, then those just below.
  function drawRegions(counts) {
    var box = boxes.region, held = box.contains(document.activeElement), here = region ? data.place[region] : -1;
    box.textContent = "";
    function step(code, words, count, up) {
      var button = make("button", up ? "up" : "", words);
      button.type = "button";
      if (count) button.append(" ", make("span", "count", String(count)));
      button.onclick = function () { region = code; shown = STEP; refresh(); };
      box.append(button);
    }
    if (here >= 0) {
      var above = data.regions[here][2];
      step(above >= 0 ? data.regions[above][0] : "", above >= 0
        ? say("返回{region}", { region: data.regions[above][1] }) : say("返回全部地区"), 0, true);
      box.append(make("p", "here", data.regions[here][1]));
    }
    data.regions.forEach(function (entry, at) {
      if (entry[2] === here && counts[at]) step(entry[0], entry[1], counts[at]);
    });
    if (held && box.querySelector("button")) box.querySelector("button").focus();
  }

  function drawChosen() {
    chosen.textContent = "";
    function chip(words, drop) {
      var item = make("li"), button = make("button", "", words + " ✕");
      button.type = "button";
      button.setAttribute("aria-label", say("去掉：{choice}", { choice: words }));
      button.onclick = function () { drop(); shown = STEP; refresh(); input.focus(); };
      item.append(button);
      chosen.append(item);
    }
    if (region) chip(data.regions[data.place[region]][1], function () { region = ""; });
    Object.keys(picked).forEach(function (key) {
      picked[key].forEach(function (value) {
        var words = key === "society" ? data.societies[data.societyPlace[value]][1] : labels[key][value] || value;
        chip(words, function () { picked[key] = picked[key].filter(function (other) { return other !== value; }); });
      });
    });
    chosen.hidden = !chosen.children.length;
  }

  function row(team) {
    var item = make("li"), society = data.societies[data.society[team]];
    var link = make("a", "", data.names[team]);
    link.href = home.getAttribute("data-root") + "teams/" + society[0] + "/" + data.slugs[team] + "/index.html";
    item.append(link);
    var status = data.facets.status, state = status.values[status.sets[status.teams[team]][0]];
    if (state !== "active") item.append(" ", make("span", "tag", labels.status[state]));
    item.append(make("br"), make("span", "muted", say("{society} · 负责人 {leader} · {fields} · {area}", {
      society: society[1], leader: data.leaders[team], area: data.areas[data.area[team]],
      fields: data.fieldWords[data.facets.field.teams[team]].join(say("、"))
    })), make("br"));
    for (var about = 0; about < 3; about += 1) {
      var verdict = data.words[data.verdicts[about][team]], days = data.today - data.due[team];
      if (about === 2 && data.due[team] && days > 0) verdict = ["fail", say("逾期 {n} 天", { n: days })];
      var mark = make("span", "mark " + verdict[0]), shape = make("span", "", SHAPES[verdict[0]]);
      shape.setAttribute("aria-hidden", "true");
      mark.append(shape, " " + verdict[1]);
      item.append(mark, " ");
    }
    return item;
  }

  function drawRows(from) {
    if (!from) list.textContent = "";
    hits.slice(from, shown).forEach(function (team) { list.append(row(team)); });
    more.hidden = hits.length <= shown;
  }

  function refresh() {
    if (!data) {
      load();
      return;
    }
    known();
    var on = active();
    drawFacets(select());
    drawChosen();
    found.hidden = !on;
    listed.hidden = !!on;
    if (on) drawRows(0);
    status.textContent = !on ? "" : hits.length ? say("显示 {n} 支队伍", { n: hits.length }) : say("没有符合的队伍。");
    write();
  }

  function write() {
    var words = new URLSearchParams();
    if (input.value.trim()) words.append("q", input.value.trim());
    if (region) words.append("region", region);
    Object.keys(picked).forEach(function (key) {
      picked[key].forEach(function (value) { words.append(key, value); });
    });
    var text = words.toString();
    if (text !== location.hash.slice(1)) history.replaceState(null, "", location.pathname + (text ? "#" + text : ""));
  }

  // An address may also name its choices behind ?, as links from other pages do.
  function read() {
    var words = new URLSearchParams(location.hash.slice(1) || location.search.slice(1));
    input.value = words.get("q") || "";
    region = words.get("region") || "";
    Object.keys(picked).forEach(function (key) { picked[key] = key === "region" ? [] : words.getAll(key); });
    return active();
  }

  function known() {
    if (region && !(region in data.place)) region = "";
    picked.society = picked.society.filter(function (id) { return id in data.societyPlace; });
  }

  var wide = window.matchMedia("(min-width:60rem)");
  panel.open = wide.matches;
  wide.addEventListener("change", function () { panel.open = wide.matches; });
  input.addEventListener("focus", load);
  input.addEventListener("input", function () { shown = STEP; refresh(); });
  panel.addEventListener("toggle", function () { if (panel.open) load(); });
  panel.addEventListener("change", function (event) {
    var facet = event.target.closest("[data-facet]").getAttribute("data-facet"), value = event.target.value;
    picked[facet] = picked[facet].filter(function (other) { return other !== value; });
    if (event.target.checked) picked[facet].push(value);
    shown = STEP;
    refresh();
  });
  more.addEventListener("click", function () {
    var from = shown;
    shown += STEP * 2;
    drawRows(from);
    list.children[from].querySelector("a").focus();
  });
  window.addEventListener("hashchange", function () { read(); shown = STEP; refresh(); });
  if (read() || panel.open) load();
}());
