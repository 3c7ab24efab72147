  function say(text, values) {
    var forms = WORDS[text] || [text], filled = values || {};
    return forms[filled.n === 1 ? 0 : forms.length - 1].replace(/\{(\w+)\}/g, function (_, name) { return filled[name]; });
  }
