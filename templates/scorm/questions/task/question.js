// Answer: ticked entries as bits in base 36, a comma, the notes, packed. Never marked.
types.task = Object.assign({}, writtenAnswer, {
  interaction: "performance",
  read: function (node) {
    const ticked = bits(every("input", node));
    const notes = pack(one(".field", node).value.trim());
    return ticked || notes ? (ticked || "0") + "," + notes : "";
  },
  write: function (node, text) {
    const ticked = indices(text.split(",")[0]);
    every("input", node).forEach(function (input, index) { input.checked = ticked.indexOf(index) >= 0; });
    one(".field", node).value = unpack(text.split(",")[1] || "");
  },
  response: function (text) { return unpack(text.split(",")[1] || "") || "done"; }
});
