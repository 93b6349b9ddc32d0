// Full-text search. The texts come from the chapters' own files, which are fetched when somebody searches, not before.
const FOUND_LIMIT = 30;
const texts = {}; // by screen: [letters without case and accents, text]

function buildSearch() {
  const field = one("#mm-find input");
  one("#mm-find").hidden = screens.length < 2;
  let waits = 0;
  field.addEventListener("input", function () {
    window.clearTimeout(waits);
    waits = later(function () { search(field.value); }, 200);
  });
}

// A text for comparing, letter by letter, so that a place in it is a place in the text.
function bare(text) {
  return Array.from(text).map(function (sign) {
    const own = sign.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0652\u0591-\u05c7]/g, "").toLowerCase();
    return own.length === sign.length ? own : sign.toLowerCase().slice(0, sign.length);
  }).join("");
}

function textOf(code) {
  const own = pages[code];
  if (own === undefined) return null;
  if (!texts[code]) {
    const holder = document.createElement("template");
    holder.innerHTML = own;
    every("h1, .eyebrow, .exercise, .fn-text, .q-no, .q-lead, .q-hint, .letter, .box-kind, .eq-text, .learnt, .try", holder.content).forEach(function (node) { node.remove(); });
    every("p, li, td, th, dt, dd, div, h2, h3, h4, h5, h6, label", holder.content).forEach(function (node) {
      node.appendChild(document.createTextNode(" "));
    });
    const text = holder.content.textContent.replace(/\s+/g, " ").trim();
    texts[code] = [bare(text), text];
  }
  return texts[code];
}

// Chapters come one after the other; what is found in those that are here shows at once.
function search(typed) {
  const wanted = bare(typed.replace(/\s+/g, " ").trim());
  search.wanted = wanted;
  one("#mm-contents").hidden = wanted !== "";
  paintFound(wanted);
  if (wanted.length < 2) return;
  let more = screens.slice();
  const next = function () {
    more = more.filter(function (code) { return pages[code] === undefined; });
    if (search.wanted !== wanted || !more.length) return;
    const file = fileOf(more[0]);
    load(more[0], function () { paintFound(wanted); next(); }, function () {
      more = more.filter(function (code) { return fileOf(code) !== file; });
      next();
    });
  };
  next();
}

function paintFound(wanted) {
  if (search.wanted !== wanted) return;
  const list = one("#mm-found");
  if (list.wanted !== wanted) clear(list);
  list.wanted = wanted;
  list.hidden = wanted === "";
  let count = 0;
  // What stands there stays: a finger may be on it while further chapters come in.
  let at = list.firstChild;
  if (wanted !== "") screens.forEach(function (code) {
    const text = textOf(code);
    const place = text ? text[0].indexOf(wanted) : -1;
    const named = bare(titleOf(code)).indexOf(wanted) >= 0;
    if (place < 0 && !named) return;
    count += 1;
    if (count > FOUND_LIMIT) return;
    const same = at && at.code === code;
    if (same && at.read === (place >= 0)) { at = at.nextSibling; return; }
    const item = make("li", {}, found(code, text, place, wanted.length));
    item.code = code;
    item.read = place >= 0;
    list.insertBefore(item, at);
    if (same) { at = item.nextSibling.nextSibling; list.removeChild(item.nextSibling); }
  });
  while (at) { const over = at; at = at.nextSibling; list.removeChild(over); }
  one("#mm-find p").textContent = wanted === "" ? "" : count ? say("found", { n: count }) : words.nothing_found;
}

function found(code, text, place, length) {
  const link = make("a", { href: "#/" + code }, make("span", { class: "ch-title" }, titleOf(code)));
  if (place >= 0) {
    const from = Math.max(0, text[1].lastIndexOf(" ", Math.max(0, place - 24)) + 1);
    link.appendChild(make("span", { class: "snippet" }, [(from ? "… " : "") + text[1].slice(from, place),
      make("mark", {}, text[1].slice(place, place + length)), text[1].slice(place + length, place + length + 60) + " …"]));
    link.addEventListener("click", function () { search.target = [code, search.wanted]; });
  }
  return link;
}

// After a result was opened: to the place itself.
function toFound(code, root) {
  const target = search.target;
  search.target = null;
  if (!target || target[0] !== code) return;
  openActs(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, null, false);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (bare(walker.currentNode.data).indexOf(target[1]) >= 0 && holder.offsetParent) {
      uncover(holder);
      focusOn(holder.closest("p, li, td, th, dt, dd, h2, h3, h4, .opt") || holder);
      holder.scrollIntoView({ block: "center" });
      return;
    }
  }
}
