// Enhanced navigation: pages are fetched and put in place, so that the eye keeps its place, a filter keeps its focus and a map stays alive.
// Without it every link and form works the same, as plain pages; whatever cannot be shown in place is loaded as one.
const root = document.documentElement;
const mostLeft = 8;
/** Pages that were left, whole, by the number of their entry in the history: Back shows them as they were, with what was typed into forms of decisions. */
const left = new Map();
let next = Date.now();
const said = Object.assign(document.createElement('p'), { className: 'hidden', role: 'status' });
let here;
let running;
let again;
/** Who acts in this browser is said at the top of every page: a choice in one window shows in all of them, and on pages from memory. */
const windows = 'BroadcastChannel' in window ? new BroadcastChannel('furrow-me') : null;
const me = () => document.querySelector('.me [dir]');
let actor;
tellActor();
windows?.addEventListener('message', e => showActor(e.data));
enter();
watch();

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
  const method = (asked('method') || 'get').toLowerCase();
  if (e.defaultPrevented || method === 'dialog' || asked('target') || url.origin !== location.origin || form.hasAttribute('data-full')) return;
  e.preventDefault();
  if (method === 'post') {
    send(form, e.submitter, url);
    return;
  }
  url.search = new URLSearchParams([...new FormData(form, e.submitter)].filter(([, value]) => value !== ''));
  visit(url);
});

// Filters answer at once; their button is for those without script.
addEventListener('change', e => {
  const form = e.target.form;
  if (form && form.hasAttribute('data-auto') && e.target.type !== 'search') form.requestSubmit();
});

// A reading has one answer: the list beside the likely ones, or one of these.
addEventListener('change', e => {
  const { form, name, type } = e.target;
  if (type === 'select-one') form?.querySelectorAll(`.likely [name="${name}"]`).forEach(likely => { likely.checked = false; });
  else if (type === 'radio' && e.target.closest('.likely')) form.querySelector(`select[name="${name}"]`).value = '';
});

// What is typed into a form that waits for more is kept with what it is about: a filter or a reload shows it again.
// Once the form itself is sent, nobody waits for that. It asks for no redirect: one that meets a request nobody waits for any more is an error to a browser.
let keeping = null;
addEventListener('submit', () => keeping?.abort(), true);
addEventListener('change', e => {
  const form = e.target.form;
  if (!form?.hasAttribute('data-keep') || e.target.type === 'file') return;
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (data.get(name) instanceof File) data.delete(name);
  data.set('intent', Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(''));
  data.set('keep', 'quiet');
  keeping?.abort();
  keeping = new AbortController();
  fetch(location.href, { method: 'POST', body: data, keepalive: true, signal: keeping.signal }).catch(() => { });
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
  askAsShown(document);
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
  await ask(async signal => {
    const reply = await fetch(url, { headers: { Accept: 'text/html' }, signal });
    const doc = await pageOf(reply);
    const address = new URL(reply.redirected ? reply.url : url);
    address.hash = url.hash;
    if (!doc) load(url, how);
    else await showSoon(doc, address, how === 'push' && placeOf(address) === placeOf(location) ? 'replace' : how, signal);
  }, async signal => {
    if (how === 'back' || await isThere()) {
      if (!signal.aborted) load(url, how);
    } else if (!signal.aborted) {
      sayUnanswered('page');
      watch();
    }
  });
}

/** One question at a time: a new one gives up the one before. */
async function ask(question, failed) {
  running?.abort();
  const mine = running = new AbortController();
  root.setAttribute('data-loading', '');
  try {
    await question(mine.signal);
  } catch {
    if (!mine.signal.aborted) await failed(mine.signal);
  } finally {
    if (running === mine) root.removeAttribute('data-loading');
    mine.abort();
  }
}

/** The page an answer holds, if it can be shown in place. */
async function pageOf(reply) {
  const isPage = (reply.headers.get('Content-Type') ?? '').startsWith('text/html') && !/^attachment/i.test(reply.headers.get('Content-Disposition') ?? '');
  const doc = isPage ? new DOMParser().parseFromString(await reply.text(), 'text/html') : null;
  return doc && !mustLoad(doc) ? doc : null;
}

async function showSoon(doc, address, how, signal) {
  const page = read(doc, address);
  const useStyles = await fetchStyles(page, signal);
  if (!signal.aborted) show(page, useStyles, address, how);
}

/** A page that was left, from memory. */
async function back(entry) {
  running?.abort();
  const mine = running = new AbortController();
  const page = left.get(entry);
  // Its address says what it shows: a filter that was changed on the way out would speak of other rows.
  askAsShown(page.content);
  const useStyles = await fetchStyles(page, mine.signal);
  if (mine.signal.aborted) return;
  left.delete(entry);
  show(page, useStyles, new URL(location.href), 'back');
}

/** What the server has just said goes to the other windows. */
function tellActor() {
  if (me() && actor !== me().textContent) windows?.postMessage(me().textContent);
  actor = me()?.textContent ?? actor;
}

function showActor(name) {
  actor = name;
  if (me() && name) me().textContent = name;
}

/** Fields of questions, not of decisions, hold again what the page was asked. */
function askAsShown(page) {
  for (const form of page.querySelectorAll('form.filter, .list-tools form')) form.reset();
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
  } else if (how !== 'back') history.replaceState({ entry: before.entry }, '', address);
  enter();
  document.querySelector('.unanswered')?.remove();
  const old = exchange(page, useStyles);
  if (how === 'push' || how === 'back') keep(before.entry, Object.assign(old, from));
  if (how === 'back') {
    scrollTo(page.x ?? history.state.x ?? 0, page.y ?? history.state.y ?? 0);
    page.focused?.focus({ preventScroll: true });
  } else if (how === 'again') stay(focused);
  else if (how === 'answer') settleAnswer();
  else settle(address, before.path !== address.pathname, focused);
  if (how === 'back') showActor(actor);
  else tellActor();
  watch();
  if (how !== 'again' || !again) announce();
  dispatchEvent(new CustomEvent('furrow:shown'));
}

function keep(entry, page) {
  left.set(entry, page);
  for (const oldest of left.keys()) if (left.size > mostLeft) left.delete(oldest);
}

/** Where the eye and the keyboard go: to the place named, to the field that asks for it, to the top of another page; on the same page they stay. */
function settle(address, isOther, focused) {
  const wish = document.querySelector('[autofocus]');
  if (isOther) scrollTo(0, 0);
  if (address.hash) {
    location.replace(address.hash);
    history.replaceState({ entry: here.entry }, '');
  } else if (isOther) (wish ?? document.getElementById('main'))?.focus({ preventScroll: true });
  else stay(focused);
}

function stay(focused) {
  const same = focused?.id && document.getElementById(focused.id);
  if (same) same.focus({ preventScroll: true });
  else if (focused !== document.body) document.getElementById('main')?.focus({ preventScroll: true });
}

/** Says the name of the page to those who listen, as a browser does after a load; of a long list, which part of it. It must stand empty for a moment to be
    heard. */
function announce() {
  said.textContent = '';
  document.body.append(said);
  const part = document.querySelector('[data-part]')?.textContent;
  setTimeout(() => { said.textContent = part ? `${document.title}: ${part}` : document.title; }, 100);
}

/** A page about work that goes on is asked for again by itself, as often as it wishes. Focus and scroll stay. */
function watch() {
  clearTimeout(again);
  const seconds = Number(document.querySelector('[data-again]')?.dataset.again ?? 0);
  again = seconds && setTimeout(() => {
    if (running && !running.signal.aborted) watch();
    else visit(location.pathname + location.search, 'again');
  }, seconds * 1000);
}
