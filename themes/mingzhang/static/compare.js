// Puts up to four teams side by side. Which ones is in the address: ?teams=990101/first-aid,990100/city-rescue. Each
// team's folder holds a small script with what its page says (brief.js); only addresses of that form are ever loaded.
(function () {
  "use strict";
  // say() is put here, with the words of the page's language.
  var home = document.querySelector("[data-compare]");
  var root = home.getAttribute("data-root"), most = Number(home.getAttribute("data-most"));
  var ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;
  var asked = new URLSearchParams(location.search);
  var chosen = [], briefs = {}, broken = {}, period = asked.get("period") || "";
  var suggested = Object.create(null);  // what is typed may be what every object has, such as constructor
  var wanted = (asked.get("teams") || "").split(",").filter(Boolean);
  wanted.forEach(function (id) {
    if (ID.test(id) && chosen.indexOf(id) < 0 && chosen.length < most) chosen.push(id);
  });

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  var form = make("form", "", "pick"), label = make("label", say("再加一支队伍（队名，或把它页面的网址粘贴在这里）"));
  var input = make("input"), add = make("button", say("加上")), options = make("datalist");
  var told = make("p", "", "muted"), cautions = make("ul", "", "cautions"), periods = make("p", "", "pick");
  var region = make("div", "", "scroll");
  input.id = "add";
  label.htmlFor = "add";
  input.autocomplete = "off";
  options.id = "suggested";
  told.setAttribute("role", "status");
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", say("并排的队伍"));
  form.append(label, input, options, add);
  home.append(form, told, periods, cautions, region);

  // What was typed as a team: the address of its page, its code, or a name that was suggested.
  function team(text) {
    var found = text.match(/teams\/([a-z0-9-]+\/[a-z0-9-]+)(?:[/?#]|$)/);
    if (found) return found[1];
    return suggested[text] || (ID.test(text) ? text : "");
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var id = team(input.value.trim());
    if (!id) told.textContent = say("没有认出是哪支队伍。请从提示里选，或粘贴队伍页面的网址。");
    else if (chosen.indexOf(id) >= 0) told.textContent = say("这支队伍已经在下面了。");
    else if (chosen.length >= most) told.textContent = say("最多 {n} 支，请先去掉一支。", { n: most });
    else {
      chosen.push(id);
      input.value = "";
      load(id);
    }
  });

  // Names to choose from, from the directory's own data, which is loaded when somebody starts to type.
  var directory = home.getAttribute("data-directory");
  function suggest() {
    var data = window.mingzhang && window.mingzhang.directory;
    if (!data) return;
    var words = input.value.trim();
    options.textContent = "";
    for (var at = 0; words && at < data.names.length && options.children.length < 20; at += 1) {
      var society = data.societies[data.society[at]], name = data.names[at] + " · " + society[1];
      if (name.indexOf(words) < 0) continue;
      suggested[name] = society[0] + "/" + data.slugs[at];
      var option = make("option");
      option.value = name;
      options.append(option);
    }
  }
  if (directory) {
    input.setAttribute("list", "suggested");
    input.addEventListener("input", suggest);
    input.addEventListener("focus", function () {
      var script = make("script");
      script.src = directory;
      script.onload = suggest;
      document.head.append(script);
    }, { once: true });
  }

  function load(id) {
    var script = make("script");
    script.src = root + "teams/" + id + "/brief.js";
    script.onload = function () {
      briefs[id] = window.mingzhang["teams/" + id];
      draw();
    };
    script.onerror = function () {
      chosen.splice(chosen.indexOf(id), 1);
      broken[id] = true;
      draw();
    };
    document.head.append(script);
  }

  function remember() {
    var query = chosen.length ? "?teams=" + chosen.join(",") + (period ? "&period=" + encodeURIComponent(period) : "") : "";
    if (query !== location.search) history.replaceState(null, "", location.pathname + query + location.hash);
  }

  function reportOf(brief, wantedPeriod) {
    return brief.reports.filter(function (report) { return report.period === wantedPeriod; })[0] || null;
  }

  // Every period that a team has a report of, newest first: the code of a period sorts as its time does.
  function allPeriods(shown) {
    var found = {};
    shown.forEach(function (brief) {
      brief.reports.forEach(function (report) { found[report.period] = report.label; });
    });
    return Object.keys(found).sort().reverse().map(function (id) { return [id, found[id]]; });
  }

  // The newest period that all of them have; empty where there is none.
  function common(shown) {
    return (allPeriods(shown).filter(function (one) {
      return shown.every(function (brief) { return reportOf(brief, one[0]); });
    })[0] || [""])[0];
  }

  function item(text) {
    cautions.append(make("li", text));
  }

  function drawPeriods(shown, held) {
    var all = allPeriods(shown), select = make("select"), name = make("label", say("比哪一期"));
    periods.textContent = "";
    if (!all.length) return;
    select.id = "period";
    name.htmlFor = "period";
    var latest = make("option", say("各队最近的一期"));
    latest.value = "latest";
    select.append(latest);
    all.forEach(function (one) {
      var option = make("option", one[1]);
      option.value = one[0];
      select.append(option);
    });
    select.value = held || "latest";
    select.addEventListener("change", function () {
      period = select.value;
      draw();
      document.getElementById("period").focus();
    });
    periods.append(name, select);
  }

  function drawCautions(shown, reports, held) {
    cautions.textContent = "";
    if (shown.length > 1) {
      var dates = reports.filter(Boolean).map(function (report) { return report.period; });
      if (dates.some(function (one) { return one !== dates[0]; })) {
        item(say("各队没有放在同一个时段：下面每一列的起止不同，金额不能直接比。"));
      }
      if (!period && !held && dates.length > 1) item(say("这些队没有同一个时段的报告，所以各放了最近的一期。"));
    }
    shown.forEach(function (brief, at) {
      if (!reports[at] && held) item(brief.name + say("：") + say("这一期没有报告。没有报告不等于没有收支。"));
      if (reports[at] && reports[at].caution) item(reports[at].caution);
    });
    var nothing = shown.some(function (brief, at) {
      return reports[at] && reports[at].lines.some(function (line) { return line[2]; });
    });
    if (nothing) item(say("“未填报”“不公开”“不适用”都不是零，不能当作零来比。"));
    cautions.hidden = !cautions.children.length;
  }

  function cell(words, absent) {
    var data = make("td");
    data.append(absent ? make("span", words, "absent") : words);
    return data;
  }

  function part(table, title, columns) {
    var row = make("tr", "", "part"), head = make("th", title);
    head.scope = "rowgroup";
    row.append(head);
    for (var at = 0; at < columns; at += 1) row.append(make("td"));
    var body = make("tbody");
    body.append(row);
    table.append(body);
    return body;
  }

  function line(body, name, cells) {
    var row = make("tr"), head = make("th", name);
    head.scope = "row";
    row.append(head);
    cells.forEach(function (one) { row.append(one); });
    body.append(row);
  }

  function heading(brief) {
    var head = make("th"), link = make("a", brief.name), drop = make("button", say("去掉"));
    head.scope = "col";
    link.href = root + "teams/" + brief.id + "/index.html";
    drop.type = "button";
    drop.setAttribute("aria-label", say("去掉") + " " + brief.name);
    drop.addEventListener("click", function () {
      chosen.splice(chosen.indexOf(brief.id), 1);
      draw();
      input.focus();
    });
    head.append(link, drop);
    return head;
  }

  function drawTable(shown, reports) {
    region.textContent = "";
    region.hidden = !shown.length;
    if (!shown.length) return;
    var table = make("table", "", "grid pin side"), top = make("tr"), head = make("thead");
    var corner = make("th", say("项目"));
    corner.scope = "col";
    top.append(corner);
    shown.forEach(function (brief) { top.append(heading(brief)); });
    head.append(top);
    table.append(head);
    var body = part(table, say("队伍"), shown.length);
    shown[0].facts.forEach(function (fact, at) {
      line(body, fact[0], shown.map(function (brief) { return cell(brief.facts[at][1], brief.facts[at][2]); }));
    });
    var first = reports.filter(Boolean)[0];
    if (first) {
      body = part(table, say("账目"), shown.length);
      line(body, say("时段"), shown.map(function (brief, at) {
        if (!reports[at]) return cell(say("没有报告"), true);
        var data = make("td"), link = make("a", reports[at].label);
        link.href = root + "teams/" + brief.id + "/" + reports[at].period + "/index.html";
        data.append(link);
        return data;
      }));
      first.lines.forEach(function (one, at) {
        line(body, one[0], reports.map(function (report) {
          return report ? cell(report.lines[at][1], report.lines[at][2]) : cell(say("没有报告"), true);
        }));
      });
    }
    region.append(table);
  }

  function draw() {
    if (chosen.some(function (id) { return !briefs[id]; })) return;
    var shown = chosen.map(function (id) { return briefs[id]; });
    var known = allPeriods(shown).some(function (one) { return one[0] === period; });
    if (period && !known && period !== "latest") period = "";
    var held = known ? period : period === "latest" ? "" : common(shown);
    var reports = shown.map(function (brief) { return held ? reportOf(brief, held) : brief.reports[0] || null; });
    drawPeriods(shown, held);
    drawCautions(shown, reports, held);
    drawTable(shown, reports);
    remember();
    var lost = Object.keys(broken).length + wanted.filter(function (id) { return !ID.test(id); }).length;
    if (lost) told.textContent = say("网址里有 {n} 支队伍没有找到。", { n: lost });
    else if (!shown.length) told.textContent = say("还没有选队伍。先加一支，再加别的。");
    else if (shown.length === 1) told.textContent = say("再加一支，就可以并排看了。");
    else told.textContent = say("{n} 支队伍并排。", { n: shown.length });
  }

  if (chosen.length) chosen.slice().forEach(load);
  else draw();
}());
