// @ts-check
// Classic script in the head: settles the color scheme, and whether a search is waiting, before anything is painted.
(() => {
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is closed to this page: the system's scheme it is.
  }
  if (/[?&#](q|focus|audience|grades|effort|issuer|evidence|cost|sort)=[^&]/.test(location.search + location.hash)) root.dataset.pending = "";
})();
