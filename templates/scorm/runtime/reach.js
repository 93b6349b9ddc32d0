// Whether the server is there: an LMS may say "true" to what a dead line has swallowed.

function offline() {
  return window.navigator.onLine === false;
}

// Whether the server is there: a small file of the package, past every cache. An app that has the package on the
// device answers itself, also when it is offline, and keeps what it is told.
function ask(then) {
  let open = true;
  saving.asking = true;
  const end = function (there) {
    if (!open) return;
    open = saving.asking = false;
    saving.reached = there;
    saving.away = offline();
    then(there);
  };
  later(function () { end(false); }, 20000);
  knock("online.js?" + Math.random().toString(36).slice(2), function (there) {
    saving.worked = saving.worked || there;
    // A server that knows its files by bare names alone cannot be asked better.
    if (there || saving.worked || offline()) end(there);
    else knock("online.js", end);
  });
}

function knock(file, then) {
  modmigrate.online = false;
  const end = function () { then(modmigrate.online); };
  bring(file, end, end, true);
}
