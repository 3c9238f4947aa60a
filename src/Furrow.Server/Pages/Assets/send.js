// Forms that are posted. They are sent in place, so that what was typed stays where it is when the server does not answer; what it answers is shown as a
// page. Each form carries an id of its own: one that did arrive, and is sent again, is not carried out twice.

async function send(form, submitter, url) {
  const isMultipart = form.enctype === 'multipart/form-data';
  const data = new FormData(form, submitter);
  const files = [...form.querySelectorAll('input[type=file][id]')].map(({ id, files }) => [id, files]);
  await ask(async signal => {
    const reply = await fetch(url, { method: 'POST', body: isMultipart ? data : lines(data), headers: { Accept: 'text/html' }, signal });
    const doc = await pageOf(reply);
    const address = new URL(reply.redirected ? reply.url : url);
    if (reply.redirected && !doc) load(address, 'push');
    else if (!doc) sendWhole(form, submitter);
    else {
      await showSoon(doc, address, placeOf(address) === placeOf(location) ? 'answer' : 'push', signal);
      // Pages that were left tell of before.
      left.clear();
      if (!reply.redirected) for (const [id, chosen] of files) giveBack(id, chosen);
    }
  }, () => sayUnanswered('form', submitter ?? form.querySelector('button')));
}

/** As a browser writes the breaks of lines. */
const lines = data => new URLSearchParams([...data].map(([name, value]) => [name, String(value).replace(/\r\n?|\n/g, '\r\n')]));

/** A page cannot choose a file by itself; one that was chosen may stay. */
function giveBack(id, chosen) {
  const field = document.getElementById(id);
  if (field?.type === 'file' && chosen.length > 0) field.files = chosen;
}

/** As if there were no script: the answer is none that can be shown in place. */
function sendWhole(form, submitter) {
  if (submitter?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }));
  HTMLFormElement.prototype.submit.call(form);
}

/** After a form on the same page: to what is said of it, or to the top. */
function settleAnswer() {
  const told = document.querySelector('#main .notice:is([role=alert], [role=status])');
  scrollTo(0, 0);
  if (told) told.tabIndex = -1;
  (told ?? document.getElementById('main'))?.focus();
}

/** Whether the server answers at all. */
async function isThere() {
  try {
    await fetch(document.querySelector('link[rel=icon]').href, { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

/** Says that no answer came, in the words the page brought with it for that: at the button of a form, or over a page that stays. It goes with the next
    answer. */
function sayUnanswered(what, button) {
  const before = document.querySelector('.unanswered');
  if (what === 'page' && before) return;
  before?.remove();
  const notice = document.querySelector(`template[data-unanswered=${what}]`)?.content.firstElementChild.cloneNode(true);
  if (!notice) return;
  if (button) (button.closest('.actions') ?? button).before(notice);
  else document.getElementById('main').append(notice);
  notice.scrollIntoView({ block: 'nearest' });
}
