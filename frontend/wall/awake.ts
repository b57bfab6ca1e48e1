/** Keeps the screen on. The browser takes the lock away whenever the page is hidden, and gives it only over HTTPS or on localhost. */
async function request() {
  if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
  try {
    const lock = await navigator.wakeLock.request('screen');
    document.documentElement.dataset.awake = '';
    lock.addEventListener('release', () => {
      delete document.documentElement.dataset.awake;
    });
  } catch {
    // Low battery, or not allowed here: the machine's own settings decide then.
  }
}

document.addEventListener('visibilitychange', request);
setInterval(() => document.documentElement.dataset.awake === undefined && request(), 30_000);
request();
