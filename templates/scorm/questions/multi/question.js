// Answer: the chosen options as bits, in base 36.
types.multi = {
  interaction: "choice",
  read: function (node) { return bits(printed(node, "input")); },
  write: function (node, text) {
    const chosen = indices(text);
    every("input", node).forEach(function (input) { input.checked = chosen.indexOf(Number(input.value)) >= 0; });
  },
  complete: function (text) { return text !== ""; },
  mark: function (text, key) { return indices(text).join() === key.join() ? 1 : 0; },
  show: tick,
  told: function (node, key) {
    return key.map(function (index) { return lettered(node, index); }).sort().join("; ");
  },
  response: function (text) { return indices(text).map(letter).join(","); },
  patterns: function (key) { return [key.map(letter).join(",")]; }
};
