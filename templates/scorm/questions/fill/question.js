// Answer: the blanks' texts, packed, with commas between them.
types.fill = {
  interaction: "fill-in",
  read: function (node) {
    const texts = every(".gap", node).map(function (gap) { return pack(gap.value.trim()); });
    return texts.join("") === "" ? "" : texts.join(",");
  },
  write: function (node, text) {
    const texts = text.split(",");
    every(".gap", node).forEach(function (gap, index) { gap.value = unpack(texts[index] || ""); });
  },
  complete: function (text, node) {
    return text !== "" && every(".gap", node).every(function (gap) { return gap.value.trim() !== ""; });
  },
  mark: function (text, key) {
    const texts = text.split(",");
    return key.filter(function (accepted, index) { return accepts(accepted, unpack(texts[index] || "")); }).length;
  },
  typed: true,
  show: function () {},
  graded: function (node, key) {
    every(".gap", node).forEach(function (gap, index) {
      const right = key[index] && accepts(key[index], gap.value);
      gap.classList.toggle("is-ok", !!right);
      gap.classList.toggle("is-bad", !right);
    });
  },
  told: function (node, key) {
    return key.map(function (accepted) { return accepted.join(" / "); }).join("; ");
  },
  response: function (text) { return text.split(",").map(unpack).join("; "); },
  patterns: function (key, text) {
    // Also with the words that were accepted: "correct" beside another pattern would look like a mistake.
    const texts = text.split(",").map(unpack);
    return [key.map(function (accepted) { return accepted[0]; }).join("; "), key.map(function (accepted, index) {
      return accepted.filter(function (word) { return accepts([word], texts[index] || ""); })[0] || accepted[0];
    }).join("; ")];
  }
};
