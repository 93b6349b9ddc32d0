// Answer: the text, packed.
types.short = Object.assign({}, writtenAnswer, {
  typed: true,
  single: true,
  graded: function (node, key) {
    const field = one(".field", node);
    field.classList.add(key && accepts(key, field.value) ? "is-ok" : "is-bad");
  },
  mark: function (text, key) { return accepts(key, unpack(text)) ? 1 : 0; },
  told: function (node, key) { return key.join(" / "); },
  patterns: function (key, text) {
    const used = key.filter(function (word) { return accepts([word], unpack(text)); });
    return key.slice(0, 4).concat(used, key.slice(4));
  }
});
