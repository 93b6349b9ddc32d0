// The bar on top, the drawer with the contents, and how far the learner is.

function buildDrawer() {
  const list = one("#mm-contents");
  course.sections.forEach(function (section) {
    const link = make("a", { href: "#/" + section.screens[0][0], class: "ch" }, [
      make("span", { class: "dot", "aria-hidden": "true" }),
      make("span", { class: "ch-text" }, (section.label ? [make("span", { class: "ch-label" }, section.label)] : [])
        .concat(make("span", { class: "ch-title" }, section.title))),
      make("span", { class: "sr ch-state" })
    ]);
    const item = make("li", { "data-section": section.code }, link);
    if (section.toc.length) item.appendChild(make("ol", { class: "pages" }, section.toc.map(tocEntry)));
    list.appendChild(item);
  });
  one("#mm-drawer").addEventListener("click", function (event) {
    if (event.target.closest("a")) closeDrawer();
  });
  one("#mm-menu").addEventListener("click", function () {
    if (document.body.classList.contains("drawer-open")) closeDrawer();
    else openDrawer();
  });
  one("#mm-close").addEventListener("click", closeDrawer);
  one("#mm-notice-close").addEventListener("click", closeNotice);
  one("#mm-veil").addEventListener("click", closeDrawer);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closeDrawer();
  });
  textSize();
}

// An entry is [screen, title, id, "s" for a summary]; without an id it is the screen's own heading.
function tocEntry(entry) {
  const kind = entry[2] ? "" : course.groups[entry[0]] || "";
  const link = make("a", { href: entry[2] ? "#" + entry[2] : "#/" + entry[0], "data-code": entry[0] },
    make("span", { class: "toc-text" }, entry[1] || titleOf(entry[0])));
  if (kind || entry[3]) link.insertBefore(icon(kind === "practice" ? "example" : kind ? "list" : "note"), link.firstChild);
  link.appendChild(make("span", { class: "toc-state" }));
  return make("li", {}, link);
}

// A test's last result, or that a section was read.
function paintEntry(link) {
  const code = link.getAttribute("data-code");
  const own = state.groups[code];
  const total = isTest(code) && link.getAttribute("href").charAt(1) === "/" ? totalOf(scoredCodes(code)) : 0;
  const seen = !!state.seen[code];
  const place = link.lastChild;
  link.classList.toggle("is-seen", seen);
  clear(place);
  if (total && own && own.tries) place.appendChild(make("span", {}, percent(own.points, total) + "%"));
  else if (seen && !total) place.appendChild(make("span", { class: "tick-sign" }, [make("span", { class: "sr" }, words.done), icon("check")]));
}

// On wide screens the drawer stands beside the text and is always there.
function docked() {
  return window.matchMedia("(min-width: 70em)").matches;
}

function openDrawer() {
  document.body.classList.add("drawer-open");
  one("#mm-menu").setAttribute("aria-expanded", "true");
  one("#mm-main").setAttribute("inert", "");
  focusOn(one("#mm-contents [aria-current]") || one("#mm-close"));
}

function closeDrawer() {
  if (!document.body.classList.contains("drawer-open")) return;
  document.body.classList.remove("drawer-open");
  one("#mm-menu").setAttribute("aria-expanded", "false");
  one("#mm-main").removeAttribute("inert");
  if (!docked()) focusOn(one("#mm-menu"));
}

// A screen that was seen; one with a test once that was handed in.
function isDone(screen) {
  const own = state.groups[screen[0]];
  return state.seen[screen[0]] && (!isTest(screen[0]) || own && own.tries);
}

function paintProgress(current) {
  const needed = screens.filter(function (code) { return sectionOf[code].required; });
  const done = needed.length - unread().length;
  const share = needed.length ? Math.floor(done * 100 / needed.length) : 100;
  const line = one("#mm-line");
  line.firstElementChild.style.width = share + "%";
  line.setAttribute("aria-valuenow", share);
  line.setAttribute("aria-valuetext", say("progress", { n: share }));
  every("#mm-contents > li").forEach(function (item, index) {
    const section = course.sections[index];
    const total = section.screens.length;
    const seen = section.screens.filter(isDone).length;
    const here = sectionOf[current] === section;
    item.classList.toggle("is-open", here);
    item.classList.toggle("is-done", seen === total);
    one(".dot", item).style.setProperty("--part", Math.round(seen * 100 / total));
    one(".ch-state", item).textContent = seen === total ? words.done
      : seen ? say("part_done", { n: seen, total: total }) : words.not_done;
    every(".pages a", item).forEach(paintEntry);
    // Of a screen without an entry of its own, the one before it.
    const at = screens.indexOf(current);
    const links = every("a", item);
    const reached = links.filter(function (link, n) {
      const own = screens.indexOf(link.getAttribute("data-code") || section.screens[0][0]);
      return n === 0 || own < at || own === at && link.getAttribute("href").slice(2) === current;
    }).pop();
    links.forEach(function (link) {
      if (here && link === reached) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  });
}

function textSize() {
  const sizes = [100, 112.5, 125, 140];
  let at = 0;
  try {
    at = Number(window.localStorage.getItem("modmigrate:text")) || 0;
  } catch (error) {
    at = 0;
  }
  const apply = function (step) {
    at = Math.min(sizes.length - 1, Math.max(0, at + step));
    document.documentElement.style.fontSize = sizes[at] + "%";
    try {
      window.localStorage.setItem("modmigrate:text", String(at));
    } catch (error) {
      // Private windows keep nothing; the size holds until the page is closed.
    }
  };
  one("#mm-smaller").addEventListener("click", function () { apply(-1); });
  one("#mm-larger").addEventListener("click", function () { apply(1); });
  if (at) apply(0);
}

// For screen readers: what changed where the focus is not.
function announce(text) {
  const live = one("#mm-live");
  live.textContent = "";
  later(function () { live.textContent = text; }, 50);
}
