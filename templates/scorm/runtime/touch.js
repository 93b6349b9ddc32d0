// Activities come with a file of their own, which is fetched on the first screen that has one (acts.js).
const touch = { mount: null, asked: false };

modmigrate.acts = function (mount) {
  touch.mount = mount;
  mountActs(one("#mm-screen"));
};

function mountActs(screen) {
  if (!one("[data-act]", screen)) return;
  if (touch.mount) {
    touch.mount(screen);
    return;
  }
  if (touch.asked) return;
  touch.asked = true;
  document.body.appendChild(make("link", { rel: "stylesheet", href: "acts.css" }));
  // Without it the words stand there as in the document.
  bring("acts.js", function () {}, function () { touch.asked = false; });
}

// All that is folded or still to come is shown: somebody looks for it, or hears the page read.
function openActs(root) {
  every("details", root).forEach(function (fold) { fold.open = true; });
  every(".act-all", root).forEach(function (control) { if (!control.hidden) control.click(); });
}
