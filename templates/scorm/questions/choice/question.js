// Answer: the option's index in base 36.
types.choice = {
  interaction: "choice",
  read: function (node) {
    const chosen = one("input:checked", node);
    return chosen ? Number(chosen.value).toString(36) : "";
  },
  write: function (node, text) {
    every("input", node).forEach(function (input) { input.checked = text !== "" && parseInt(text, 36) === Number(input.value); });
  },
  complete: function (text) { return text !== ""; },
  mark: function (text, key) { return parseInt(text, 36) === key ? 1 : 0; },
  show: function (node, key) { printed(node, ".opt")[key].classList.add("is-key"); },
  graded: function (node, key) { gradeOptions(node, [key]); },
  chosen: function (text) { return text === "" ? [] : [parseInt(text, 36)]; },
  single: true,
  told: lettered,
  response: function (text) { return letter(parseInt(text, 36)); },
  patterns: function (key) { return [letter(key)]; }
};
