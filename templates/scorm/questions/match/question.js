// Answer: for each left-hand entry the index of the right-hand one in base 36 (two signs for each where there are more
// than 36), or - for none.
types.match = {
  interaction: "matching",
  read: function (node) {
    const count = rights(node);
    const chosen = every("select", node).map(function (select) {
      return select.value === "" ? signs(0, count).replace(/0/g, "-") : signs(Number(select.value), count);
    }).join("");
    return /^-*$/.test(chosen) ? "" : chosen;
  },
  write: function (node, text) {
    const chosen = digits(text, rights(node));
    every("select", node).forEach(function (select, index) {
      const value = parseInt(chosen[index] || "-", 36); // parseInt(undefined, 36) is a number
      select.value = isNaN(value) ? "" : String(value);
    });
  },
  complete: function (text) { return text !== "" && text.indexOf("-") < 0; },
  mark: function (text, key, node) {
    const chosen = digits(text, rights(node));
    return key.filter(function (fits, index) { return fits.indexOf(parseInt(chosen[index], 36)) >= 0; }).length;
  },
  show: function () {},
  graded: function (node, key) {
    every(".pair-row", node).forEach(function (row, index) {
      const right = key[index].indexOf(Number(one("select", row).value)) >= 0 && one("select", row).value !== "";
      row.classList.toggle("is-ok", right);
      row.classList.toggle("is-bad", !right);
    });
  },
  told: function (node, key) {
    return every(".pair-row", node).map(function (row, index) {
      return one("label", row).textContent.trim() + " – " + one("option[value='" + key[index][0] + "']", row).text;
    });
  },
  response: function (text) {
    return pairs(digits(text, 0).map(function (sign) { return parseInt(sign, 36); }));
  },
  patterns: function (key, text) {
    const chosen = digits(text, 0);
    return [pairs(key.map(function (fits) { return fits[0]; })), pairs(key.map(function (fits, index) {
      return fits.indexOf(parseInt(chosen[index], 36)) >= 0 ? parseInt(chosen[index], 36) : fits[0];
    }))];
  },
  locked: usedRights,
  mount: function (node, moved) {
    const rows = every(".pair-row", node);
    const bank = every(".rights > li", node);
    const place = function (entry, row) {
      one("select", row).value = entry.getAttribute("data-i");
      pickRight(node, null);
      moved();
      usedRights(node);
    };
    // Tap a word, then its place; the lists do the same for keyboards and screen readers.
    bank.forEach(function (entry) {
      entry.addEventListener("click", function () {
        if (!node.classList.contains("is-locked")) pickRight(node, entry.classList.contains("is-picked") ? null : entry);
      });
    });
    rows.forEach(function (row) {
      row.addEventListener("click", function () {
        const entry = one(".is-picked", node);
        if (entry) place(entry, row);
      });
    });
    node.addEventListener("change", function () { usedRights(node); });
    const under = function (entry, event) {
      // The words lie over the rows: what is behind them is no target.
      const bottom = entry.parentNode.getBoundingClientRect().bottom;
      return event.clientY < bottom ? undefined : levelWith(rows, event);
    };
    draggable(node, bank, function (entry, event) {
      rows.forEach(function (row) { row.classList.toggle("is-over", row === under(entry, event)); });
    }, function (entry, event) {
      const row = under(entry, event);
      every(".is-over", node).forEach(function (other) { other.classList.remove("is-over"); });
      if (row) place(entry, row);
    }, true);
    usedRights(node);
    // What scrolls is a stop for the keyboard.
    const box = one(".rights", node);
    if (box.scrollHeight > box.clientHeight) box.setAttribute("tabindex", "0");
  }
};

function pickRight(node, entry) {
  every(".is-picked", node).forEach(function (other) { other.classList.remove("is-picked"); });
  node.classList.toggle("is-placing", !!entry);
  if (entry) entry.classList.add("is-picked");
}

function usedRights(node) {
  const used = every("select", node).map(function (select) { return select.value; });
  every(".rights > li", node).forEach(function (entry) {
    entry.classList.toggle("is-used", used.indexOf(entry.getAttribute("data-i")) >= 0);
  });
  if (node.classList.contains("is-locked")) pickRight(node, null);
}

function rights(node) {
  return every(".rights > li", node).length;
}

// a.1,b.2: single characters and a period (SCORM 1.2 RTE 3.4.7); whole pairs only within 255 characters.
function pairs(rights) {
  return rights.map(function (right, left) { return isNaN(right) ? "" : letter(left) + "." + number(right); })
    .filter(Boolean).slice(0, 63).join(",");
}
