// A picture, enlarged: first as large as fits, then by two taps, two fingers or the buttons as large as one likes.
const LARGEST = 8;

function enlarge(from) {
  const image = one("img", from);
  const caption = from.parentNode.querySelector("figcaption");
  const picture = make("img", { src: image.getAttribute("src"), alt: image.alt });
  const room = make("div", { class: "lightbox-scroll", tabindex: "0", role: "group", "aria-label": image.alt || words.enlarge }, picture);
  const close = sign("cross", words.close);
  const box = make("div", { class: "lightbox", role: "dialog", "aria-modal": "true", "aria-label": image.alt || words.enlarge }, [room,
    make("div", { class: "lightbox-foot" }, [close, make("p", {}, caption ? caption.textContent.trim() : ""),
      sign("minus", words.zoom_out), sign("plus", words.zoom_in)])]);
  const buttons = every("button", box);
  const shut = function () {
    box.remove();
    window.removeEventListener("resize", fit);
    focusOn(from);
  };
  let scale = 1;
  const width = image.naturalWidth || image.width || 1;
  const height = image.naturalHeight || image.height || 1;
  // `at`: the place of the screen that stays where it is.
  const to = function (wanted, at) {
    const before = picture.getBoundingClientRect();
    const share = at ? [(at.clientX - before.left) / (before.width || 1), (at.clientY - before.top) / (before.height || 1)] : [0.5, 0.5];
    scale = Math.min(LARGEST, Math.max(1, wanted));
    picture.style.width = Math.floor(scale * Math.min(room.clientWidth, room.clientHeight * width / height)) + "px";
    picture.style.height = "auto";
    const after = picture.getBoundingClientRect();
    const place = at || { clientX: room.clientWidth / 2, clientY: room.clientHeight / 2 };
    room.scrollLeft += after.left + share[0] * after.width - place.clientX;
    room.scrollTop += after.top + share[1] * after.height - place.clientY;
    buttons[1].disabled = scale <= 1;
    buttons[2].disabled = scale >= LARGEST;
  };
  const fit = function () { to(1); };
  close.addEventListener("click", shut);
  buttons[1].addEventListener("click", function () { to(scale / 1.6); });
  buttons[2].addEventListener("click", function () { to(scale * 1.6); });
  room.addEventListener("dblclick", function (event) { to(scale > 1 ? 1 : 2.5, event); });
  pinch(room, function () { return scale; }, to);
  box.addEventListener("keydown", function (event) {
    if (event.key === "Escape") shut();
    if (event.key === "+" || event.key === "=") to(scale * 1.6);
    if (event.key === "-") to(scale / 1.6);
    if (event.key === "Tab") stepIn([room].concat(buttons), event);
  });
  picture.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  document.body.appendChild(box);
  fit();
  focusOn(close);
}

function sign(name, label) {
  return make("button", { type: "button", class: "round", "aria-label": label }, icon(name));
}

// The tab key stays in the dialog.
function stepIn(stops, event) {
  const free = stops.filter(function (stop) { return !stop.disabled; });
  event.preventDefault();
  const at = free.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
  free[(at + free.length) % free.length].focus();
}

function pinch(room, scale, to) {
  let began = null;
  const apart = function (touches) {
    return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
  };
  room.addEventListener("touchmove", function (event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    began = began || [apart(event.touches), scale()];
    to(began[1] * apart(event.touches) / (began[0] || 1), { clientX: (event.touches[0].clientX + event.touches[1].clientX) / 2,
      clientY: (event.touches[0].clientY + event.touches[1].clientY) / 2 });
  }, { passive: false });
  room.addEventListener("touchend", function () { began = null; });
}
