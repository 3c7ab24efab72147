// Searches the index, of which it loads only the small files that a query needs (generator/exports/search_index.py).
// What is typed stands in the address behind #, which never leaves the reader's computer.
(function () {
  "use strict";
  // say() is put here, with the words of the page's language.
  var KINDS = {
    team: say("队伍"), society: say("红十字会"), region: say("地区"), field: say("服务领域"), page: say("说明"),
    question: say("提问"), correction: say("更正"), rule: say("检查规则")
  };
  var PARTS = {
    society: say("红十字会"), leader: say("负责人"), area: say("服务地区"), short: say("简称"), former: say("曾用名"),
    field: say("服务领域"), purpose: say("定向用途"), project: say("项目"), code: say("区划代码"), page: say("页面"),
    question: say("问"), answer: say("答"), change: say("更正"), reason: say("原因")
  };
  var STEP = 30, START = "\u0002", END = "\u0003", ROW = /^[a-z]{1,3}[0-9]{1,5}$/;
  var home = document.querySelector("[data-search]"), input = home.querySelector("input");
  var status = home.querySelector("[data-count]"), list = home.querySelector("[data-found]"), more = home.querySelector("[data-more]");
  var meta = null, letters = {}, files = {}, turn = 0, pending = null;

  function file(name) {
    if (!files[name]) {
      files[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = home.getAttribute("data-search") + name + ".js";
        script.onload = function () { done(window.mingzhang[name]); };
        script.onerror = function () { delete files[name]; failed(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return files[name];
  }

  function begin() {
    return file("meta").then(function (read) {
      if (meta) return;
      meta = read;
      var old = Array.from(meta.old), fresh = Array.from(meta["new"]);
      old.forEach(function (character, at) { letters[character] = fresh[at]; });
    });
  }

  function fold(text) {
    var plain = text.normalize("NFKC").toLowerCase(), result = "";
    for (var at = 0; at < plain.length; at += 1) result += letters[plain[at]] || plain[at];
    return result;
  }

  function numbers(packed) {
    var found = [], last = 0;
    if (!packed) return found;
    packed.split(" ").forEach(function (word) {
      var step = word.split(":"), run = step[1] ? parseInt(step[1], 36) : 0;
      last += parseInt(step[0], 36);
      found.push(last);
      for (; run; run -= 1) found.push(last += 1);
    });
    return found;
  }

  function both(one, other) {
    var held = new Set(other);
    return one.filter(function (number) { return held.has(number); });
  }

  // What is typed may be what every object has, such as constructor.
  function own(held, key) { return Object.prototype.hasOwnProperty.call(held, key) ? held[key] : null; }

  function pairFile(pair) {
    return file("pairs/" + ((Array.from(pair).length > 2 ? hashed(pair) : pair.codePointAt(0)) % meta.pairs));
  }

  function posting(pair) {
    return pairFile(pair).then(function (held) { return numbers(own(held, pair)); });
  }

  function intersection(lists) {
    lists.sort(function (a, b) { return a.length - b.length; });
    return lists.reduce(both);
  }

  // The pairs of a word. A pair that splits a character beyond the first 65,536 cannot be: code points are counted.
  function pairs(term) {
    var characters = Array.from(term), found = [];
    for (var at = 0; at + 1 < characters.length; at += 1) found.push(characters[at] + characters[at + 1]);
    return found;
  }

  function sorted(found) { return Array.from(found).sort(function (a, b) { return a - b; }); }

  // Entries that have a word: in one piece, or as a word of their code; of one character, all whose pairs begin with it.
  function having(term) {
    var wanted = pairs(term);
    if (wanted.length) {
      return Promise.all([posting(term), Promise.all(wanted.map(posting)).then(intersection)]).then(function (found) {
        return sorted(new Set(found[0].concat(found[1])));
      });
    }
    return pairFile(term).then(function (held) {
      var found = new Set();
      Object.keys(held).forEach(function (pair) {
        if (pair.startsWith(term)) numbers(held[pair]).forEach(function (number) { found.add(number); });
      });
      return sorted(found);
    });
  }

  // Entries of which a whole name, title or the like begins and ends with the word: they come first.
  function whole(term, candidates) {
    var characters = Array.from(term), first = characters[0], last = characters[characters.length - 1];
    return Promise.all([posting(first + START), posting(last + END)]).then(function (ends) {
      return both(both(candidates, ends[0]), ends[1]);
    });
  }

  function entry(number) {
    return file("entries/" + Math.floor(number / meta.chunk)).then(function (chunk) {
      var row = chunk.entries[number % meta.chunk], texts = chunk.texts, parts = [];
      for (var at = 0; at < row[3].length; at += 2) parts.push([texts[row[3][at]], texts[row[3][at + 1]]]);
      return { number: number, kind: texts[row[0]], title: row[1], href: row[2], parts: parts,
        accounts: row[4].map(function (account) { return [account[0], texts[account[1]]]; }) };
    });
  }

  function words(found) { return [found.title].concat(found.parts.map(function (part) { return part[1]; })).map(fold); }

  function coded(found) {
    var periods = found.accounts.map(function (account) { return account[0].toLowerCase(); });
    return found.kind === "team" || found.kind === "society" ? found.href.split("/").slice(1, -1).concat(periods) : [];
  }

  // Pairs may lie apart; what is shown has the words in one piece, and the rows that were asked for.
  function truly(found, terms, rows) {
    var texts = words(found), codes = coded(found);
    function has(term) { return codes.indexOf(term) >= 0 || texts.some(function (text) { return text.indexOf(term) >= 0; }); }
    return terms.every(has) && rows.every(function (row) { return has(row) || rowsOf(found, terms, row).length; });
  }

  // 0: the title is the query; 1: another name is; 2: one begins with it; 3: it is somewhere.
  function rank(found, query) {
    var texts = words(found), at = texts.indexOf(query);
    if (at >= 0) return at ? 1 : 0;
    return texts.some(function (text) { return text.indexOf(query) === 0; }) ? 2 : 3;
  }

  function hashed(key) {
    var value = 0;
    for (var at = 0; at < key.length; at += 1) value = (Math.imul(value, 31) + key.charCodeAt(at)) >>> 0;
    return value;
  }

  function stripped(text) { return text.replace(/[^0-9a-z\u3400-\uffff]/g, ""); }

  // Gifts by the number on their receipt. Words beside it may be on the receipt or say which team.
  function gifts(query, terms) {
    var runs = (query.match(/[0-9a-z]+/g) || []).filter(function (run) { return /[0-9]/.test(run); });
    var keys = runs.concat(runs.join("")).map(function (run) { return run.replace(/^0+/, ""); }).filter(Boolean);
    keys = keys.filter(function (key, at) { return keys.indexOf(key) === at; });
    return Promise.all(keys.map(function (key) {
      return file("receipts/" + (hashed(key) % meta.receipts)).then(function (held) {
        return own(held, key) || [];
      });
    })).then(function (lists) {
      var seen = {}, all = [].concat.apply([], lists).filter(function (gift) {
        var name = gift.join("\n"), again = seen[name];
        seen[name] = true;
        return !again;
      });
      var others = terms.filter(function (term) { return !/[0-9]/.test(term); });
      return Promise.all(others.map(having)).then(function (teams) {
        return all.filter(function (gift) {
          var receipt = stripped(fold(gift[0]));
          return terms.every(function (term) {
            var bare = stripped(term).replace(/^0+/, "");
            return receipt.indexOf(bare) >= 0 || (others.indexOf(term) >= 0 && teams[others.indexOf(term)].indexOf(gift[1]) >= 0);
          });
        });
      });
    });
  }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // A text with the words marked; of a long one the part around the first.
  function marked(text, terms) {
    var characters = Array.from(text), plain = "", from = [], element = make("span");
    characters.forEach(function (character, at) {
      var same = fold(character);
      plain += same;
      for (var i = 0; i < same.length; i += 1) from.push(at);
    });
    var inside = [], first = -1;
    terms.forEach(function (term) {
      for (var at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
        if (first < 0 || at < first) first = at;
        for (var i = at; i < at + term.length; i += 1) inside[from[i]] = true;
      }
    });
    var begins = characters.length > 90 && first > 30 ? from[first] - 24 : 0;
    var ends = characters.length > 90 ? Math.min(characters.length, begins + 90) : characters.length;
    if (begins) element.append("…");
    for (var at = begins; at < ends;) {
      var next = at + 1;
      while (next < ends && !!inside[next] === !!inside[at]) next += 1;
      var piece = characters.slice(at, next).join("");
      element.append(inside[at] ? make("mark", "", piece) : piece);
      at = next;
    }
    if (ends < characters.length) element.append("…");
    return element;
  }

  function way(found) { return home.getAttribute(found.kind === "page" ? "data-site" : "data-root") + found.href; }

  // A row as its page writes it, where a run has it: D7 of D1-12.
  function inRun(row, run) {
    var parts = run.match(/^([A-Za-z]+)([0-9]+)(?:-([0-9]+))?$/), wanted = row.match(/^([a-z]+)([0-9]+)$/);
    if (!parts || !wanted || parts[1].toLowerCase() !== wanted[1]) return run.toLowerCase() === row ? run : "";
    var number = Number(wanted[2]), fits = number >= Number(parts[2]) && number <= Number(parts[3] || parts[2]);
    return fits ? parts[1] + wanted[2] : "";
  }

  // Where a row is: report and code. Where the query names a period, that one alone.
  function rowsOf(found, terms, row) {
    var named = found.accounts.filter(function (account) { return terms.indexOf(account[0].toLowerCase()) >= 0; });
    var places = [];
    (named.length ? named : found.accounts).forEach(function (account) {
      account[1].split(" ").forEach(function (run) {
        var id = inRun(row, run);
        if (id) places.push([account[0], id]);
      });
    });
    return places;
  }

  function period(id) {
    var parts = id.match(/^([0-9]{4})(?:-(H|Q)?([0-9]+))?$/);
    if (!parts) return id.replace("--", say(" 至 "));
    var year = parts[1], number = parts[3];
    if (!number) return say("{year} 年", { year: year });
    if (parts[2] === "H") return number === "1" ? say("{year} 年上半年", { year: year }) : say("{year} 年下半年", { year: year });
    if (parts[2] === "Q") return say("{year} 年第 {quarter} 季度", { year: year, quarter: number });
    return say("{year} 年 {month} 月", { year: year, month: Number(number) });
  }

  // Straight to the row that was asked for, in each account that has it.
  function rowLinks(found, terms, rows) {
    var line = make("p", "rows");
    rows.forEach(function (row) {
      rowsOf(found, terms, row).forEach(function (place) {
        var link = make("a", "", say("{period}的 {row}", { period: period(place[0]), row: place[1] }));
        link.href = way(found).replace("index.html", place[0] + "/index.html#" + place[1]);
        line.append(link, " ");
      });
    });
    return line;
  }

  function result(found, terms, rows) {
    var item = make("li"), link = make("a");
    link.href = way(found);
    link.append(marked(found.title, terms));
    item.append(link, " ", make("span", "tag", KINDS[found.kind]));
    found.parts.forEach(function (part) {
      var plain = fold(part[1]), hit = terms.some(function (term) { return plain.indexOf(term) >= 0; });
      if (!part[0] || !(hit || part[0] === "society" || part[0] === "leader" || part[0] === "page")) return;
      var line = make("p", "muted");
      line.append(say("{label}：", { label: PARTS[part[0]] }), marked(part[1], terms));
      item.append(line);
    });
    if (rows.length) item.append(rowLinks(found, terms, rows));
    return item;
  }

  function giftResult(gift, terms) {
    return entry(gift[1]).then(function (team) {
      var item = make("li"), link = make("a");
      link.href = way(team).replace("index.html", gift[2] + "/index.html#" + gift[3]);
      link.append(say("{team}，{period}的 {row}", { team: team.title, period: period(gift[2]), row: gift[3] }));
      var line = make("p", "muted");
      line.append(say("票据："), marked(gift[0], terms));
      item.append(link, " ", make("span", "tag", say("捐赠")), line);
      return item;
    });
  }

  // Draws results in their order until so many are shown; the rest wait for a tap.
  function draw(mine, query, terms, rows, order, from, room) {
    if (mine !== turn) return Promise.resolve();
    if (from >= order.length || room <= 0) {
      pending = from < order.length ? function () { return draw(turn, query, terms, rows, order, from, STEP); } : null;
      more.hidden = !pending;
      return Promise.resolve();
    }
    return Promise.all(order.slice(from, from + room).map(entry)).then(function (found) {
      if (mine !== turn) return null;
      found = found.filter(function (one) { return truly(one, terms, rows); });
      found.sort(function (a, b) { return rank(a, query) - rank(b, query); });
      found.forEach(function (one) { list.append(result(one, terms, rows)); });
      return draw(mine, query, terms, rows, order, from + room, room - found.length);
    });
  }

  function search() {
    var mine = turn += 1;
    write();
    if (!input.value.trim()) {
      list.textContent = status.textContent = "";
      more.hidden = true;
      return;
    }
    begin().then(function () {
      var query = fold(input.value).trim().replace(/\s+/g, " ");
      // A figure's code or an address: 990101/emergency-rescue/2025#D1, with whatever else was copied along.
      if (/[a-z0-9][/#][a-z0-9]/.test(query)) {
        query = query.replace(/^.*?(?=(?:teams|societies)\/)/, "").replace(/index\.html|teams\/|societies\//g, "");
        query = (query.match(/[a-z0-9][a-z0-9_-]*/g) || []).join(" ");
      }
      var terms = query.split(" ");
      var rows = terms.length > 1 ? terms.filter(function (term) { return ROW.test(term); }) : [];
      var sought = terms.filter(function (term) { return rows.indexOf(term) < 0; });
      if (!sought.length) { sought = terms; rows = []; }
      var gifted = /[0-9]/.test(query) ? gifts(query, terms) : Promise.resolve([]);
      return Promise.all([gifted, Promise.all(sought.map(having)).then(intersection)]).then(function (found) {
        return whole(sought.join(" "), found[1]).then(function (first) {
          var ahead = new Set(first), order = first.concat(found[1].filter(function (number) { return !ahead.has(number); }));
          return Promise.all(found[0].slice(0, STEP).map(function (gift) { return giftResult(gift, terms); })).then(function (items) {
            if (mine !== turn) return null;
            list.textContent = "";
            items.forEach(function (item) { list.append(item); });
            return draw(mine, sought.join(" "), sought, rows, order, 0, STEP).then(function () { tell(mine, found[0].length); });
          });
        });
      });
    }).catch(function () {
      if (mine === turn) status.textContent = say("索引没有载入。请重新打开本页再试。");
    });
  }

  function tell(mine, receipts) {
    if (mine !== turn) return;
    var shown = list.children.length;
    if (!shown) {
      status.textContent = /[0-9]{3}/.test(input.value)
        ? say("没有找到。这个号码的票据可能不是开给志愿服务队的，原因和问谁见下面“查不到票据时”。")
        : say("没有找到。换一个词，或者少写几个字试试。");
    } else if (receipts > STEP) {
      status.textContent = say("有 {n} 笔捐赠的票据是这个号码，这里是前 30 笔。后面加上队名就能找到是哪一笔。", { n: receipts });
    } else {
      status.textContent = pending ? say("先显示 {n} 项，下面还有。", { n: shown }) : say("找到 {n} 项。", { n: shown });
    }
  }

  function write() {
    var text = input.value.trim() ? "#" + new URLSearchParams({ q: input.value.trim() }) : "";
    if (text !== location.hash) history.replaceState(null, "", location.pathname + text);
  }

  function read() {
    input.value = new URLSearchParams(location.hash.slice(1) || location.search.slice(1)).get("q") || "";
    search();
  }

  home.hidden = false;
  document.querySelector("[data-plain]").hidden = true;
  input.addEventListener("input", search);
  more.addEventListener("click", function () {
    var from = list.children.length;
    pending().then(function () {
      tell(turn, 0);
      if (list.children[from]) list.children[from].querySelector("a").focus();
    });
  });
  window.addEventListener("hashchange", read);
  read();
  input.focus();
}());
