// The question types; each registers itself from questions/<type>/question.js:
//   interaction                 its cmi.interactions type
//   read(node) → text           the answer as the state holds it, "" for none
//   write(node, text)           puts an answer back
//   complete(text, node)        whether every part is answered
//   mark(text, key) → points    of data-weight
//   show(node, key)             marks the right answer
//   told(node, key)             the right answer in words: a text, or a list of texts
//   response(text), patterns(key)  in the standard's formats
const types = {};

// Typed answers: case, spacing and final punctuation do not count.
function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(/[\s.,;:!?…]+$/, "");
}

function accepts(accepted, text) {
  return accepted.some(function (right) { return folded(right) === folded(text); });
}

function digits(texts) {
  return texts.split("");
}

function optionTexts(node) {
  return every(".opt-text", node).map(function (option) { return option.textContent.trim(); });
}

function lettered(node, index) {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(index) + ". " + optionTexts(node)[index];
}

function tick(node, right) {
  every(".opt", node).forEach(function (option, index) {
    option.classList.toggle("is-key", right.indexOf(index) >= 0);
  });
}

function bits(boxes) {
  return boxes.reduce(function (sum, box, index) { return sum + (box.checked ? Math.pow(2, index) : 0); }, 0);
}

function indices(text) {
  const out = [];
  for (let rest = parseInt(text, 36) || 0, i = 0; rest >= 1; rest = Math.floor(rest / 2), i += 1) {
    if (rest % 2 === 1) out.push(i);
  }
  return out;
}

// Textareas and inputs whose answer is plain text.
const writtenAnswer = {
  interaction: "fill-in",
  read: function (node) { return pack(one(".field", node).value.trim()); },
  write: function (node, text) { one(".field", node).value = unpack(text); },
  complete: function (text) { return text !== ""; },
  mark: function () { return 0; },
  show: function () {},
  told: function () { return ""; },
  response: unpack,
  patterns: function () { return []; }
};
