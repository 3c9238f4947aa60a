// A page as a whole: the attributes of its root and body, its head, its content. A page reached by a link is given all of it, so that it is the page its
// address gives. Together with furrow.js, which the server puts behind it, one module.

/** Scripts run once in the life of a document: what they define stays. */
const ran = new Set([...document.scripts].map(script => script.src));

/** A script or style that did not come is asked again only by a full load. */
let broken = false;
addEventListener('error', e => {
  if (!(e.target instanceof HTMLScriptElement || e.target instanceof HTMLLinkElement)) return;
  broken = true;
  for (const said of document.querySelectorAll('[data-when-broken]')) said.hidden = false;
}, true);

/** What the server and the ledger behind a page are; a page of another one needs a document of its own. */
const maker = doc => doc.querySelector('meta[name=furrow]')?.content;

/** A refresh cannot be called back once it is on its way. One for browsers without script is none to us. */
const refreshes = doc => doc.querySelector('meta[http-equiv=refresh i]:not(noscript *)') !== null;

const mustLoad = doc => broken || maker(doc) !== maker(document) || maker(doc) === undefined || refreshes(doc) || refreshes(document);

/** Takes a fetched document apart. Addresses in its head are those of its own place. */
function read(doc, url) {
  for (const node of doc.querySelectorAll('link[href]')) node.setAttribute('href', new URL(node.getAttribute('href'), url));
  for (const node of doc.querySelectorAll('script[src]')) node.setAttribute('src', new URL(node.getAttribute('src'), url));
  // What a parser without script takes for elements is text to a browser with it.
  for (const node of doc.querySelectorAll('noscript')) node.textContent = node.innerHTML;
  return take(doc);
}

const take = doc => ({ root: doc.documentElement.cloneNode(false), body: doc.body.cloneNode(false), head: headOf(doc), content: contentOf(doc) });

/** Styles on their way for the next page do not belong to this one. */
const headOf = doc => [...doc.head.children].filter(node => !coming.has(node));

function contentOf(doc) {
  const content = document.createDocumentFragment();
  content.append(...doc.body.childNodes);
  return content;
}

const coming = new Set();

/** Loads the styles a page needs beyond those that are here, not yet in force. Whoever gives up takes them out again. */
async function fetchStyles(page, signal) {
  const added = [];
  place(page.head.filter(isStyle), node => {
    const media = node.getAttribute('media');
    node.media = 'not all';
    coming.add(node);
    added.push({ node, media, come: new Promise(done => { node.onload = node.onerror = done; }) });
  });
  const givenUp = new Promise(done => signal.addEventListener('abort', done));
  await Promise.race([Promise.all(added.map(a => a.come)), givenUp]);
  if (signal.aborted) for (const { node } of added) giveUp(node);
  return () => {
    for (const { node, media } of added) {
      coming.delete(node);
      if (media === null) node.removeAttribute('media'); else node.media = media;
    }
  };
}

function giveUp(node) {
  coming.delete(node);
  node.remove();
}

/** Puts the nodes the head lacks after those they follow on their page; what is there stays untouched, so that no style is loaded twice. */
function place(nodes, added) {
  const here = new Map([...document.head.children].map(node => [nameOf(node), node]));
  let last = null;
  for (const node of nodes) {
    let own = here.get(nameOf(node));
    if (!own) {
      own = document.importNode(node, true);
      added?.(own);
      if (last) last.after(own); else document.head.prepend(own);
    }
    last = own;
  }
}

const isStyle = node => node.nodeName === 'LINK' && node.relList.contains('stylesheet');
const nameOf = node => node.nodeName === 'LINK' ? `${node.rel} ${node.href}` : node.nodeName === 'SCRIPT' ? `script ${node.src}` : node.outerHTML;

/** Shows a page and gives back the one that was there, ready to be shown again. To be called when the address is the page's. */
function exchange(page, useStyles) {
  const lasting = lastingOf(page);
  const old = take(document);
  copyAttributes(page.root, document.documentElement);
  copyAttributes(page.body, document.body);
  place(page.head.filter(node => node.nodeName !== 'SCRIPT'));
  useStyles();
  const wanted = new Set(page.head.map(nameOf));
  for (const node of old.head) if (node.nodeName !== 'SCRIPT' && !wanted.has(nameOf(node))) node.remove();
  for (const [node, twin] of lasting) trade(node, twin);
  document.body.replaceChildren(page.content);
  for (const script of [...page.head.filter(node => node.nodeName === 'SCRIPT'), ...document.body.querySelectorAll('script')]) run(script);
  return old;
}

/** What is marked permanent, with the same mark on both pages, keeps its node and its life. The mark's value is what it was made from. */
function lastingOf(page) {
  return [...document.querySelectorAll('[data-permanent][id]')].flatMap(node => {
    const twin = page.content.getElementById(node.id);
    return twin?.nodeName === node.nodeName && twin.dataset.permanent === node.dataset.permanent ? [[node, twin]] : [];
  });
}

/** In one step, so that the node finds itself in a page again before it looks. Attributes it gave itself stay. */
function trade(node, twin) {
  const mark = document.createComment('');
  node.replaceWith(mark);
  twin.replaceWith(node);
  mark.replaceWith(twin);
  for (const { name, value } of twin.attributes) if (name !== 'class' && node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function copyAttributes(from, to) {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name) && name !== 'data-loading') to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value && name !== 'data-loading') to.setAttribute(name, value);
}

/** A script that came by parsing does not run: a copy does. */
function run(script) {
  if (!script.src || ran.has(script.src)) return;
  ran.add(script.src);
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.async = script.hasAttribute('async');
  document.head.append(copy);
}
