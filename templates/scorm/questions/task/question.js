// Answer: ticked entries as bits in base 36, a comma, the notes, packed, and, where a form was filled in, a comma and its cells,
// a line each, packed. Never marked.
types.task = Object.assign({}, writtenAnswer, {
  interaction: "performance",
  read: function (node) {
    const ticked = bits(every("input", node));
    const notes = pack(one(".field", node).value.trim());
    const cells = every(".sheet", node).map(function (cell) { return cell.value.replace(/\s+/g, " ").trim(); }).join("\n").replace(/\n+$/, "");
    return ticked || notes || cells ? (ticked || "0") + "," + notes + (cells ? "," + pack(cells) : "") : "";
  },
  write: function (node, text) {
    const parts = text.replace(/\*$/, "").split(",");
    const ticked = indices(parts[0]);
    const cells = unpack(parts[2] || "").split("\n");
    every("input", node).forEach(function (input, index) { input.checked = ticked.indexOf(index) >= 0; });
    every(".sheet", node).forEach(function (cell, index) { cell.value = cells[index] || ""; });
    one(".field", node).value = unpack(parts[1] || "");
  },
  response: function (text) {
    return text.split(",").slice(1).map(unpack).filter(Boolean).join("; ").replace(/\n+/g, "; ") || "done";
  }
});
