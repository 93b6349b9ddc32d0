// Answer: t or f.
types.truefalse = {
  interaction: "true-false",
  read: function (node) {
    const chosen = one("input:checked", node);
    return chosen ? chosen.value : "";
  },
  write: function (node, text) {
    every("input", node).forEach(function (input) { input.checked = text !== "" && input.value === text; });
  },
  complete: function (text) { return text !== ""; },
  mark: function (text, key) { return (text === "t") === key ? 1 : 0; },
  show: function (node, key) { every(".opt", node)[key ? 0 : 1].classList.add("is-key"); },
  graded: function (node, key) { gradeOptions(node, [key === null ? -1 : key ? 0 : 1]); },
  chosen: function (text) { return text === "" ? [] : [text === "t" ? 0 : 1]; },
  single: true,
  told: function (node, key) { return words[key ? "true" : "false"]; },
  response: function (text) { return text; },
  patterns: function (key) { return [key ? "t" : "f"]; }
};
