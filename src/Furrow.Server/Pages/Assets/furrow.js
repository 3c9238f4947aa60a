// Enhanced navigation in one small file: pages are fetched and put in place, so a bad line carries only what changed and a map stays alive.
// Without it every link and form works the same, as plain pages.
const root = document.documentElement;
let running;

addEventListener('click', e => {
  const link = e.target.closest('a[href]');
  if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.hasAttribute('data-full')) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
  e.preventDefault();
  visit(link.href, true);
});

addEventListener('submit', e => {
  const form = e.target;
  if (form.method !== 'get' || form.hasAttribute('data-full')) return;
  e.preventDefault();
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form, e.submitter)].filter(([, value]) => value !== ''));
  visit(url.href, true);
});

// Filters answer at once; their button is for those without script.
addEventListener('change', e => {
  const form = e.target.form;
  if (form && form.hasAttribute('data-auto') && e.target.type !== 'search') form.requestSubmit();
});

// A custom element on the page asks for another state of the page: { detail: { url, replace } }.
addEventListener('furrow:visit', e => visit(new URL(e.detail.url, location).href, true, e.detail.replace));
addEventListener('popstate', () => visit(location.href, false));

async function visit(href, push, replace) {
  running?.abort();
  const mine = running = new AbortController();
  root.classList.add('loading');
  try {
    const reply = await fetch(href, { headers: { Accept: 'text/html' }, signal: mine.signal });
    if (!(reply.headers.get('Content-Type') || '').startsWith('text/html')) { location.href = href; return; }
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const here = location.pathname;
    if (push) history[replace ? 'replaceState' : 'pushState'](null, '', reply.redirected ? reply.url : href);
    document.title = page.title;
    const focused = document.activeElement?.id;
    patch(document.body, page.body);
    if (here !== location.pathname) { scrollTo(0, 0); document.getElementById('main').focus({ preventScroll: true }); }
    else if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    dispatchEvent(new CustomEvent('furrow:shown'));
  } catch (error) {
    if (error.name !== 'AbortError') location.href = href;
  } finally {
    if (running === mine) root.classList.remove('loading');
  }
}

// Makes the old node like the new one; what is marked permanent keeps its node (and its life) and only takes the new attributes.
function patch(old, fresh) {
  const permanent = old.hasAttribute('data-permanent');
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && (!permanent || name.startsWith('data-'))) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value && (!permanent || name !== 'class')) old.setAttribute(name, value);
  if (permanent) return;
  const kept = holder(old), twin = holder(fresh);
  if (!kept || !twin || kept.nodeName !== twin.nodeName) { old.replaceChildren(...fresh.childNodes); return; }
  for (const node of [...old.childNodes]) if (node !== kept) node.remove();
  let before = true;
  for (const node of [...fresh.childNodes]) {
    if (node === twin) before = false;
    else if (before) kept.before(node);
    else old.append(node);
  }
  patch(kept, twin);
}

function holder(node) {
  return [...node.children].find(child => child.matches('[data-permanent]') || child.querySelector('[data-permanent]'));
}
