// Dragging by finger, pen or mouse, for those who like to; arrows and lists do the same without.
// Only the grip drags: a finger on the rest of the entry scrolls the page.

// move(entry, event) while it is dragged, drop(entry, event) when it is let go.
function draggable(card, entries, move, drop) {
  if (!window.PointerEvent) return;
  entries.forEach(function (entry) {
    const grip = make("span", { class: "grip", "aria-hidden": "true" });
    const end = function (event) {
      if (!entry.classList.contains("is-dragged")) return;
      entry.classList.remove("is-dragged");
      if (event.type === "pointerup") drop(entry, event);
    };
    entry.appendChild(grip);
    grip.addEventListener("pointerdown", function (event) {
      if (card.classList.contains("is-locked") || event.button > 0) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      entry.classList.add("is-dragged");
    });
    grip.addEventListener("pointermove", function (event) {
      if (entry.classList.contains("is-dragged")) move(entry, event);
    });
    grip.addEventListener("pointerup", end);
    grip.addEventListener("pointercancel", end);
  });
}

// The entry that the pointer is level with.
function levelWith(entries, event) {
  return entries.filter(function (entry) {
    const box = entry.getBoundingClientRect();
    return event.clientY >= box.top && event.clientY <= box.bottom;
  })[0];
}
