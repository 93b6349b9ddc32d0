// Answer: the printed indices in the learner's order, each in base 36 (two signs for each where there are more than 36);
// none until something was moved, or the order confirmed: the shuffle's order is nobody's answer.
types.order = {
  interaction: "sequencing",
  read: function (node) {
    const entries = every("li[data-i]", node);
    return !node.hasAttribute("data-ordered") ? "" : entries.map(function (entry) {
      return signs(Number(entry.getAttribute("data-i")), entries.length);
    }).join("");
  },
  write: function (node, text) {
    const list = one(".order", node);
    const entries = every("li[data-i]", node);
    const order = digits(text, entries.length);
    ordered(node, order.length === entries.length && text !== "");
    if (order.length !== entries.length) return;
    order.forEach(function (sign) {
      const found = entries.filter(function (entry) { return Number(entry.getAttribute("data-i")) === parseInt(sign, 36); });
      if (found[0]) list.appendChild(found[0]);
    });
    orderEnds(node);
  },
  complete: function (text, node) { return text !== "" || every("li[data-i]", node).length < 2; },
  mark: function (text, key) {
    return text === key.map(function (index) { return signs(index, key.length); }).join("") ? 1 : 0;
  },
  show: function () {},
  parts: function (text, key) {
    const order = digits(text, key.length);
    return [key.filter(function (index, at) { return parseInt(order[at], 36) === index; }).length, key.length];
  },
  graded: function (node, key) {
    every("li[data-i]", node).forEach(function (entry, place) {
      const right = key[place] === Number(entry.getAttribute("data-i"));
      entry.classList.toggle("is-ok", right);
      entry.classList.toggle("is-bad", !right);
    });
  },
  told: function (node, key) {
    const texts = {};
    every("li[data-i]", node).forEach(function (entry) {
      texts[entry.getAttribute("data-i")] = one(".order-text", entry).textContent.trim();
    });
    return key.map(function (index) { return texts[index]; });
  },
  response: function (text) {
    return digits(text, 0).map(function (sign) { return letter(parseInt(sign, 36)); }).join(",");
  },
  patterns: function (key) { return [key.map(letter).join(",")]; },
  locked: orderEnds,
  mount: function (node, changed) {
    const moved = function () {
      ordered(node, true);
      changed();
    };
    one(".q-answer", node).appendChild(make("p", { class: "as-is" }, button("keep_order", "quiet", moved)));
    node.addEventListener("click", function (event) {
      const move = event.target.closest(".move");
      if (!move || move.disabled) return;
      const entry = move.closest("li");
      const up = move.getAttribute("data-by") === "-1";
      const other = up ? entry.previousElementSibling : entry.nextElementSibling;
      if (!other) return;
      entry.parentNode.insertBefore(up ? entry : other, up ? other : entry);
      orderEnds(node);
      // A button that has become useless hands the focus to its twin.
      (move.disabled ? one(".move:not([disabled])", entry) : move).focus();
      const place = every("li[data-i]", node).indexOf(entry) + 1;
      announce(say("moved", { n: place, total: entry.parentNode.children.length }));
      moved();
    });
    draggable(node, every("li[data-i]", node), function (entry, event) {
      const entries = every("li[data-i]", node);
      const other = levelWith(entries, event);
      if (!other) return;
      const from = entries.indexOf(entry);
      const to = entries.indexOf(other);
      // The others move: an entry that is taken out of the page loses the pointer.
      entries.slice(from + 1, to + 1).forEach(function (passed) { entry.parentNode.insertBefore(passed, entry); });
      if (to < from) {
        entries.slice(to, from).reverse().forEach(function (passed) {
          entry.parentNode.insertBefore(passed, entry.nextSibling);
        });
      }
    }, function () {
      orderEnds(node);
      moved();
    });
    orderEnds(node);
  }
};

function ordered(node, is) {
  if (is) node.setAttribute("data-ordered", "");
  else node.removeAttribute("data-ordered");
  orderEnds(node);
}

function orderEnds(node) {
  const entries = every("li[data-i]", node);
  const locked = node.classList.contains("is-locked");
  const confirm = one(".as-is", node);
  if (confirm) confirm.hidden = locked || node.hasAttribute("data-ordered");
  entries.forEach(function (entry, place) {
    every(".move", entry).forEach(function (move) {
      const up = move.getAttribute("data-by") === "-1";
      move.disabled = locked || place === (up ? 0 : entries.length - 1);
    });
  });
}
