// Time that no change of the device's clock moves, and how much of it was learning.
const IDLE = 300000; // five minutes without a sign: nobody is there any more
const STEP = 30000;
const clock = { at: now(), active: now(), spent: 0, shown: true };

function now() {
  return window.performance.now();
}

// Adds what has passed since the last time. Hidden pages do not count; a step that took far longer than a step
// was a sleeping device.
function learning() {
  const at = now();
  if (clock.shown && at - clock.at < 3 * STEP) clock.spent += Math.max(0, Math.min(at, clock.active + IDLE) - clock.at);
  clock.at = at;
  clock.shown = document.visibilityState !== "hidden";
  return clock.spent;
}

function watchLearning() {
  const sign = function () {
    learning();
    clock.active = clock.at;
  };
  ["pointerdown", "pointermove", "touchstart", "keydown", "input", "scroll"].forEach(function (name) {
    document.addEventListener(name, sign, { capture: true, passive: true });
  });
  document.addEventListener("visibilitychange", sign);
  window.setInterval(learning, STEP);
}
