// What a reference names, over the text that refers to it: a table or a figure, fetched from its screen.

function mountPeeks(root) {
  every("a[href^='#']:not([href^='#/'])", root).forEach(function (place) {
    const id = place.getAttribute("href").slice(1);
    const code = course.anchors[id];
    if (!code) return;
    place.addEventListener("click", function (event) {
      if (pages[code] === undefined) {
        const card = place.closest(".q");
        if (card) comeBack(card.getAttribute("data-q"));
        return;
      }
      const found = new DOMParser().parseFromString(pages[code], "text/html").getElementById(id);
      if (!found || !found.matches("figure, .table")) return;
      event.preventDefault();
      peek(place, document.importNode(found, true));
    });
    if (place.closest(".q")) load(code, function () {});
  });
}

function peek(from, content) {
  const close = sign("cross", words.close);
  content.removeAttribute("id");
  every(".zoom", content).forEach(function (zoom) { zoom.parentNode.replaceChild(one("img", zoom), zoom); });
  const room = make("div", { class: "peek-text", tabindex: "0" }, content);
  const box = make("div", { class: "peek", role: "dialog", "aria-modal": "true", "aria-label": from.textContent }, [
    make("div", { class: "peek-head" }, [make("strong", {}, from.textContent), close]), room]);
  const veil = make("div", { class: "peek-veil" }, box);
  const shut = function () {
    veil.remove();
    focusOn(from);
  };
  close.addEventListener("click", shut);
  veil.addEventListener("click", function (event) { if (event.target === veil) shut(); });
  veil.addEventListener("keydown", function (event) {
    if (event.key === "Escape") shut();
    if (event.key === "Tab") stepIn([room, close], event);
  });
  document.body.appendChild(veil);
  focusOn(close);
}
