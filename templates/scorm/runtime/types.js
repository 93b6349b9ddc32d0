// The question types; each registers itself from questions/<type>/question.js:
//   interaction                 its cmi.interactions type
//   read(node) → text           the answer as the state holds it, "" for none
//   write(node, text)           puts an answer back
//   complete(text, node)        whether every part is answered
//   mark(text, key, node) → points  of data-weight
//   show(node, key)             marks the right answer
//   graded(node, key)           marks what the learner gave, part by part, and nothing else
//   parts(text, key, node)      how many of how many parts are right, where that is not its points
//   chosen(text), single, typed  indices of chosen options; one option or text only; words of one's own
//   told(node, key)             the right answer in words: a text, or a list of texts
//   response(text), patterns(key, text)  in the standard's formats
//   mount(node, moved), locked(node)  if it has more than form fields: at the start, and when it is locked or opened
const types = {};

// Typed answers: case, spacing and final punctuation do not count.
function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(/[\s.,;:!?…]+$/, "");
}

function accepts(accepted, text) {
  return accepted.some(function (right) { return folded(right) === folded(text); });
}

// Indices as signs of base 36, two where there are more entries than signs.
function signs(index, count) {
  return count > 36 ? ("0" + index.toString(36)).slice(-2) : index.toString(36);
}

function digits(text, count) {
  return text.match(count > 36 ? /../g : /./g) || [];
}

// As printed, however they are shuffled: an answer is an option's place in the module.
function printed(node, selector) {
  return every(selector, node).sort(function (a, b) { return placeOf(a) - placeOf(b) || 0; });
}

function placeOf(node) {
  const place = node.getAttribute("data-i");
  return Number(place === null ? (node.value || one("input", node).value) : place);
}

function lettered(node, index) {
  const option = printed(node, ".opt")[index];
  return one(".letter", option).textContent + ". " + one(".opt-text", option).textContent.trim();
}

// The chosen options, right or wrong.
function gradeOptions(node, right) {
  printed(node, ".opt").forEach(function (option, index) {
    if (!one("input", option).checked) return;
    option.classList.add(right && right.indexOf(index) >= 0 ? "is-key" : "is-bad");
  });
}

// Ticked boxes as bits in base 36, "" for none; a number holds 50 of them, further ones follow after a -.
const CHUNK = 50;

function bits(boxes) {
  const sums = [0];
  boxes.forEach(function (box, index) {
    const chunk = Math.floor(index / CHUNK);
    sums[chunk] = (sums[chunk] || 0) + (box.checked ? Math.pow(2, index % CHUNK) : 0);
  });
  return sums.some(Boolean) ? sums.map(function (sum) { return sum.toString(36); }).join("-") : "";
}

function indices(text) {
  const out = [];
  text.split("-").forEach(function (part, chunk) {
    for (let rest = parseInt(part, 36) || 0, i = 0; rest >= 1; rest = Math.floor(rest / 2), i += 1) {
      if (rest % 2 === 1) out.push(chunk * CHUNK + i);
    }
  });
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
