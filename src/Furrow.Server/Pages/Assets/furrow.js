// Enhanced navigation: pages are fetched and put in place, so that the eye keeps its place, a filter keeps its focus and a map stays alive.
// Without it every link and form works the same, as plain pages; whatever cannot be shown in place is loaded as one.
const root = document.documentElement;
const mostLeft = 8;
/** Pages that were left, whole, by the number of their entry in the history: Back shows them as they were, with what was typed. */
const left = new Map();
let next = Date.now();
const said = Object.assign(document.createElement('p'), { className: 'hidden', role: 'status' });
let here;
let running;
enter();

addEventListener('click', e => {
  const link = e.target.closest?.('a[href]');
  if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.hasAttribute('data-full')) return;
  if (placeOf(link) === placeOf(location) && link.hash) {
    here.place = placeOf(location);
    return;
  }
  e.preventDefault();
  visit(link.href);
});

addEventListener('submit', e => {
  const form = e.target;
  const asked = name => e.submitter?.getAttribute('form' + name) ?? form.getAttribute(name);
  const url = new URL(asked('action') || location.href, location.href);
  if (e.defaultPrevented || (asked('method') || 'get').toLowerCase() !== 'get' || asked('target') || url.origin !== location.origin) return;
  if (form.hasAttribute('data-full')) return;
  e.preventDefault();
  url.search = new URLSearchParams([...new FormData(form, e.submitter)].filter(([, value]) => value !== ''));
  visit(url);
});

// Filters answer at once; their button is for those without script.
addEventListener('change', e => {
  const form = e.target.form;
  if (form && form.hasAttribute('data-auto') && e.target.type !== 'search') form.requestSubmit();
});

// A custom element on the page asks for another state of the page: { detail: { url, replace } }.
addEventListener('furrow:visit', e => visit(e.detail.url, e.detail.replace ? 'replace' : 'push'));

addEventListener('popstate', e => {
  const entry = e.state?.entry;
  // A move to a place inside this page: the browser makes such entries itself, without a number.
  if (entry === here.entry || (entry === undefined && placeOf(location) === here.place)) {
    running?.abort();
    if (entry === undefined) history.replaceState({ entry: here.entry }, '');
    return;
  }
  if (left.has(entry)) back(entry);
  else visit(location.href, 'back');
});

// The browser finds the old place again when the document itself is loaded anew; a document that comes back alive goes on as it was.
addEventListener('pagehide', () => { history.scrollRestoration = 'auto'; });
addEventListener('pageshow', e => {
  if (!e.persisted) return;
  running?.abort();
  root.removeAttribute('data-loading');
});

/** The entry of the history we stand on; the browser makes some without a number. */
function enter() {
  here = { entry: history.state?.entry ?? next++, place: placeOf(location) };
  if (history.state?.entry === undefined) history.replaceState({ ...history.state, entry: here.entry }, '');
}

function placeOf({ pathname, search }) {
  return pathname + search;
}

async function visit(href, how = 'push') {
  const url = new URL(href, location.href);
  running?.abort();
  const mine = running = new AbortController();
  root.setAttribute('data-loading', '');
  try {
    const reply = await fetch(url, { headers: { Accept: 'text/html' }, signal: mine.signal });
    const isPage = (reply.headers.get('Content-Type') ?? '').startsWith('text/html') && !/^attachment/i.test(reply.headers.get('Content-Disposition') ?? '');
    const doc = isPage ? new DOMParser().parseFromString(await reply.text(), 'text/html') : null;
    if (!doc || mustLoad(doc)) {
      load(url, how);
      return;
    }
    const address = new URL(reply.redirected ? reply.url : url);
    address.hash = url.hash;
    const page = read(doc, address);
    const useStyles = await fetchStyles(page, mine.signal);
    if (!mine.signal.aborted) show(page, useStyles, address, how === 'push' && placeOf(address) === placeOf(location) ? 'replace' : how);
  } catch {
    if (!mine.signal.aborted) load(url, how);
  } finally {
    if (running === mine) root.removeAttribute('data-loading');
    mine.abort();
  }
}

/** A page that was left, from memory. */
async function back(entry) {
  running?.abort();
  const mine = running = new AbortController();
  const page = left.get(entry);
  const useStyles = await fetchStyles(page, mine.signal);
  if (mine.signal.aborted) return;
  left.delete(entry);
  show(page, useStyles, new URL(location.href), 'back');
}

/** As if there were no script. */
function load(url, how) {
  if (how === 'back' || (url.hash && placeOf(url) === placeOf(location))) location.reload();
  else if (how === 'replace') location.replace(url);
  else location.assign(url);
}

function show(page, useStyles, address, how) {
  const before = { entry: here.entry, path: here.place.split('?')[0] };
  const focused = document.activeElement;
  const from = { focused, x: scrollX, y: scrollY };
  history.scrollRestoration = 'manual';
  if (how === 'push') {
    history.replaceState({ ...history.state, x: scrollX, y: scrollY }, '');
    history.pushState({ entry: next++ }, '', address);
  } else if (how === 'replace') history.replaceState({ entry: before.entry }, '', address);
  enter();
  const old = exchange(page, useStyles);
  if (how !== 'replace') keep(before.entry, Object.assign(old, from));
  if (how === 'back') {
    scrollTo(page.x ?? history.state.x ?? 0, page.y ?? history.state.y ?? 0);
    page.focused?.focus({ preventScroll: true });
  } else settle(address, before.path !== address.pathname, focused);
  announce();
  dispatchEvent(new CustomEvent('furrow:shown'));
}

function keep(entry, page) {
  left.set(entry, page);
  for (const oldest of left.keys()) if (left.size > mostLeft) left.delete(oldest);
}

/** Where the eye and the keyboard go: to the place named, to the field that asks for it, to the top of another page; on the same page they stay. */
function settle(address, isOther, focused) {
  const wish = document.querySelector('[autofocus]');
  const same = focused?.id && document.getElementById(focused.id);
  if (isOther) scrollTo(0, 0);
  if (address.hash) {
    location.replace(address.hash);
    history.replaceState({ entry: here.entry }, '');
  } else if (isOther) (wish ?? document.getElementById('main'))?.focus({ preventScroll: true });
  else if (same) same.focus({ preventScroll: true });
  else if (focused !== document.body) document.getElementById('main')?.focus({ preventScroll: true });
}

/** Says the name of the page to those who listen, as a browser does after a load. It must stand empty for a moment to be heard. */
function announce() {
  said.textContent = '';
  document.body.append(said);
  setTimeout(() => { said.textContent = document.title; }, 100);
}
