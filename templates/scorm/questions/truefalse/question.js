// Answer: t or f.
types.truefalse = {
  interaction: "true-false",
  read: function (node) {
    const chosen = one("input:checked", node);
    return chosen ? chosen.value : "";
  },
  write: function (node, text) {
    every("input", node).forEach(function (input) { input.checked = input.value === text; });
  },
  complete: function (text) { return text !== ""; },
  mark: function (text, key) { return (text === "t") === key ? 1 : 0; },
  show: function (node, key) { tick(node, [key ? 0 : 1]); },
  told: function (node, key) { return words[key ? "true" : "false"]; },
  response: function (text) { return text; },
  patterns: function (key) { return [key ? "t" : "f"]; }
};
