/* Lists of words kept on this device alone: what cannot be read, or is not ours, is an empty one. */
"use strict";
window.kept = {
  list(key) {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return Array.isArray(found) ? found.filter(each => typeof each === "string") : [];
    } catch {
      return [];
    }
  },
  put(key, all) {
    try {
      localStorage.setItem(key, JSON.stringify(all));
    } catch {
      // Nothing is kept here, as in a private window.
    }
  },
};
