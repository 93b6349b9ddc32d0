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
  show: function (node, key) {
    key.forEach(function (index) { printed(node, ".opt")[index].classList.add("is-key"); });
  },
  graded: gradeOptions,
  chosen: indices,
  // One chosen in vain takes one away.
  parts: function (text, key) {
    const fit = indices(text).filter(function (index) { return key.indexOf(index) >= 0; }).length;
    return [Math.max(0, 2 * fit - indices(text).length), key.length];
  },
  told: function (node, key) {
    return key.map(function (index) { return lettered(node, index); }).sort().join("; ");
  },
  response: function (text) { return indices(text).map(letter).join(","); },
  patterns: function (key) { return [key.map(letter).join(",")]; }
};
