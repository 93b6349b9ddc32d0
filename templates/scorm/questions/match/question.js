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
  show: function (node, key) {
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
  mount: function (node, moved) {
    const under = function (event) { return levelWith(every(".pair-row", node), event); };
    draggable(node, every(".rights > li", node), function (entry, event) {
      every(".pair-row", node).forEach(function (row) { row.classList.toggle("is-over", row === under(event)); });
    }, function (entry, event) {
      const row = under(event);
      every(".is-over", node).forEach(function (other) { other.classList.remove("is-over"); });
      if (!row) return;
      one("select", row).value = entry.getAttribute("data-i");
      moved();
    });
  }
};

function rights(node) {
  return every(".rights > li", node).length;
}

// a.1,b.2: single characters and a period (SCORM 1.2 RTE 3.4.7); whole pairs only within 255 characters.
function pairs(rights) {
  return rights.map(function (right, left) { return isNaN(right) ? "" : letter(left) + "." + number(right); })
    .filter(Boolean).slice(0, 63).join(",");
}
