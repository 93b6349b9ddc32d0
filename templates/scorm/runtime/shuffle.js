// Options in another order for each learner and attempt, the same one whenever this learner comes back.

function shuffleCard(card) {
  const free = Number(card.node.getAttribute("data-free"));
  const entries = printed(card.node, "li[data-i], .opt");
  if (!free || !entries.length) return;
  const own = state.groups[card.group];
  const attempt = own ? own.tries - (own.open ? 0 : 1) : 0;
  const places = shuffled(free, session.learner + " " + card.id + " " + attempt);
  // Steps to be ordered must not begin in the right order.
  if (card.type === types.order && card.marked && places.join() === card.secret.k.join()) places.push(places.shift());
  const holder = entries[0].parentNode;
  const letters = every(".letter", holder).map(function (sign) { return sign.textContent; });
  places.map(function (place) { return entries[place]; }).concat(entries.slice(free)).forEach(function (entry, at) {
    holder.appendChild(entry);
    const sign = one(".letter", entry);
    if (sign) sign.textContent = letters[at];
    // What a match offers follows its list.
    every("select", card.node).forEach(function (select) {
      const option = one("option[value='" + entry.getAttribute("data-i") + "']", select);
      option.textContent = letters[at] + ". " + option.textContent.slice(option.textContent.indexOf(". ") + 2);
      select.appendChild(option);
    });
  });
}

// Fisher and Yates, with the numbers of xorshift32 over the FNV-1a hash of the seed.
function shuffled(count, seed) {
  const places = [];
  let number = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) number = Math.imul(number ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  number = number || 1;
  for (let at = 0; at < count; at += 1) places.push(at);
  for (let at = count - 1; at > 0; at -= 1) {
    number ^= number << 13;
    number ^= number >>> 17;
    number ^= number << 5;
    const other = (number >>> 0) % (at + 1);
    const kept = places[at];
    places[at] = places[other];
    places[other] = kept;
  }
  return places;
}
