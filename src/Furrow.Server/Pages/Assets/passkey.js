// Passkeys: the telephone, the computer or a key answers for its owner. What the server asks stands in the form; the answer is put into it and the form is sent
// as any other. Without scripts there are passwords.

addEventListener('click', async e => {
  const button = e.target.closest?.('button[data-passkey]');
  const form = button?.form;
  if (!form || form.elements.credential.value) return;
  e.preventDefault();
  if (!form.reportValidity()) return;
  try {
    const asked = JSON.parse(button.dataset.options);
    const credential = button.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.requestSubmit(button);
  } catch {
    form.querySelector('[data-failed]').hidden = false;
  }
});
