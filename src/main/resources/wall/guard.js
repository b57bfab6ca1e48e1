// Stands first on the page of a wall and depends on nothing: sees to it that the wall starts, and that whoever asks for
// a reload gets one, but at most one in two minutes, and fewer the more often it did not help.
(function () {
  var LEAST_MS = 120000, MOST_MS = 1800000, HELPED_MS = 1200000, START_MS = 60000, ASK_MS = 20000;
  var KEY = 'raceboard.wall.reloads';
  var planned = 0;

  function past() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (e) { return []; }
  }

  /** Milliseconds until the next reload is allowed. */
  function wait(now) {
    // A clock that was set back must not hold a wall for years.
    var recent = past().filter(function (r) { return r.at <= now; });
    if (!recent.length) return 0;
    var inARow = 1;
    for (var i = recent.length - 1; i > 0 && recent[i].at - recent[i - 1].at < HELPED_MS + LEAST_MS; i--) inARow++;
    return Math.max(0, recent[recent.length - 1].at + Math.min(MOST_MS, LEAST_MS * Math.pow(2, inARow - 1)) - now);
  }

  function alive() {
    return fetch('/alive', { cache: 'no-store' }).then(function (a) { return a.ok; }, function () { return false; });
  }

  function kept() {
    if (!navigator.serviceWorker || !navigator.serviceWorker.controller || !window.caches) return false;
    return caches.match(location.href).then(Boolean, function () { return false; });
  }

  function go(why) {
    // A reload needs the server, or a worker that keeps this page: never trade the last frame for an error page.
    var ready = alive().then(function (ok) { return ok || kept(); });
    ready.then(function (ok) {
      if (!ok) { planned = setTimeout(function () { go(why); }, ASK_MS); return; }
      try {
        localStorage.setItem(KEY, JSON.stringify(past().slice(-9).concat({ at: Date.now(), why: why })));
      } catch (e) { /* Then it is not limited, but it still helps. */ }
      location.reload();
    });
  }

  window.wallGuard = {
    reload: function (why) {
      if (planned) return;
      planned = setTimeout(function () { go(why); }, wait(Date.now()));
    },
    /** As planned, and no sign of trouble: only where the server answers. */
    renew: function () {
      alive().then(function (ok) { if (ok && !planned) location.reload(); });
    },
    past: past,
  };

  addEventListener('error', function (event) {
    // A picture that is missing has no message; the last one only says that a layout took two frames.
    if (event.message && event.message.indexOf('ResizeObserver loop') !== 0) window.wallGuard.reload('script: ' + event.message);
  });
  addEventListener('unhandledrejection', function (event) {
    // What the network did not bring is no fault of a script: the wall says that it is offline, and goes on.
    var network = event.reason instanceof TypeError && /fetch|network|load|import/i.test(event.reason.message)
      || event.reason instanceof DOMException;
    if (!network) window.wallGuard.reload('promise: ' + event.reason);
  });
  setTimeout(function () {
    if (!document.documentElement.hasAttribute('data-up')) window.wallGuard.reload('start');
  }, START_MS);
})();
