// Dragging by finger, pen or mouse, for those who like to; arrows, lists and tapping do the same without.
// A mouse takes an entry anywhere, a finger by its grip at once and elsewhere after a moment: sooner it scrolls the page.
const HOLD = 220;
const EDGE = 72;

// move(entry, event) while it is dragged, drop(entry, event) when it is let go; `bare` entries have no grip.
function draggable(card, entries, move, drop, bare) {
  if (!window.PointerEvent) return;
  entries.forEach(function (entry) {
    const grip = make("span", { class: "grip", "aria-hidden": "true" });
    if (!bare) entry.appendChild(grip);
    const own = { timer: 0, from: null, last: null };
    // A quick pointer is elsewhere before it has moved by much.
    const hold = function (event) {
      try {
        entry.setPointerCapture(event.pointerId);
      } catch (error) {
        return false; // it was let go meanwhile
      }
      return true;
    };
    const begin = function (event) {
      own.from = null;
      window.clearTimeout(own.timer);
      if (hold(event)) entry.classList.add("is-dragged");
    };
    const stop = function () {
      window.clearTimeout(own.timer);
      own.from = null;
      own.last = null;
      entry.classList.remove("is-dragged");
    };
    entry.addEventListener("pointerdown", function (event) {
      if (card.classList.contains("is-locked") || event.button > 0 || event.target.closest("button")) return;
      if (event.target === grip) {
        event.preventDefault();
        begin(event);
      } else if (event.pointerType === "mouse" && hold(event)) own.from = event;
      else own.timer = later(function () { begin(event); }, HOLD);
    });
    entry.addEventListener("pointermove", function (event) {
      if (own.from && Math.abs(event.clientX - own.from.clientX) + Math.abs(event.clientY - own.from.clientY) > 5) begin(event);
      if (!entry.classList.contains("is-dragged")) return;
      own.last = event;
      move(entry, event);
      creep(own, function (at) { move(entry, at); });
    });
    // Once an entry is held, the finger moves it and not the page.
    entry.addEventListener("touchmove", function (event) {
      if (entry.classList.contains("is-dragged")) event.preventDefault();
    }, { passive: false });
    ["pointerup", "pointercancel"].forEach(function (name) {
      entry.addEventListener(name, function (event) {
        const dragged = entry.classList.contains("is-dragged");
        stop();
        if (!dragged || name !== "pointerup") return;
        drop(entry, event);
        // What a drag ends with is no tap.
        const mute = function (click) { click.stopPropagation(); };
        entry.addEventListener("click", mute, true);
        later(function () { entry.removeEventListener("click", mute, true); }, 0);
      });
    });
  });
}

// Near the upper and lower edge the page comes along, so that a finger reaches what is out of sight.
function creep(own, move) {
  if (own.creeping) return;
  own.creeping = true;
  const step = function () {
    const at = own.last;
    const by = !at ? 0 : at.clientY < EDGE + 56 ? -1 : at.clientY > window.innerHeight - EDGE ? 1 : 0;
    const before = window.pageYOffset;
    if (by) window.scrollBy(0, by * 9);
    own.creeping = by !== 0 && window.pageYOffset !== before;
    if (!own.creeping) return;
    move(at);
    window.requestAnimationFrame(step);
  };
  window.requestAnimationFrame(step);
}

// The entry that the pointer is level with.
function levelWith(entries, event) {
  return entries.filter(function (entry) {
    const box = entry.getBoundingClientRect();
    return event.clientY >= box.top && event.clientY <= box.bottom;
  })[0];
}
