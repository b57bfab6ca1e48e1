/** What outlives a reload, in this window alone; nothing in a browser that keeps nothing. */
export const ofWindow = memory(() => sessionStorage);
/** What outlives the window, too, for all windows of the browser. */
export const ofBrowser = memory(() => localStorage);

function memory(storage: () => Storage) {
  function recall(key: string): string | undefined {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  return {
    recall,

    /** What was kept as JSON; undefined also where it is none. */
    recallJson<T>(key: string): T | undefined {
      try {
        return JSON.parse(recall(key) ?? 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },

    /** @param text undefined to forget what was kept */
    keep(key: string, text: string | undefined) {
      try {
        if (text === undefined) storage().removeItem(key);
        else storage().setItem(key, text);
      } catch { /* Then it is known until the page goes. */ }
    },
  };
}
