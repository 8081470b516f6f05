/*
 * The paperclip: uploads a file as soon as it is chosen, shows how far that is, and what it is; removes it again.
 * Works for every element with data-attachment="id" (b:attachment), now or later in the page; the hidden input with that
 * id holds the file's handle or nothing. Each change is told by the event "beckon:attachment" on the element, whose
 * data-state is empty, sending, ready or failed.
 */
(() => {
  'use strict';

  const lang = document.documentElement.lang;
  const uploads = new WeakMap();
  const files = new WeakMap();
  const part = (root, name) => document.getElementById(`${root.dataset.attachment}-${name}`);
  const handle = root => document.getElementById(root.dataset.attachment);

  function size(octets) {
    const mega = octets >= 999500;
    return new Intl.NumberFormat(lang, {style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0})
        .format(Math.max(mega ? octets / 1e6 : Math.ceil(octets / 1e3), 0));
  }

  function become(root, state, handleNow, words) {
    root.dataset.state = state;
    handle(root).value = handleNow;
    part(root, 'status').textContent = words || '';
    part(root, 'progress').hidden = state !== 'sending';
    part(root, 'card').hidden = state !== 'sending' && state !== 'ready';
    part(root, 'add').hidden = !part(root, 'card').hidden;
    root.dispatchEvent(new CustomEvent('beckon:attachment', {bubbles: true, detail: {state, handle: handleNow}}));
  }

  function fail(root, words) {
    const focused = part(root, 'card').contains(document.activeElement);
    become(root, 'failed', '', '');
    const error = part(root, 'error');
    error.textContent = words;
    error.hidden = false;
    if (focused) part(root, 'add').focus();
  }

  function show(root, file) {
    part(root, 'error').hidden = true;
    part(root, 'name').textContent = file.name;
    part(root, 'size').textContent = size(file.size);
    const picture = part(root, 'picture');
    picture.hidden = !file.thumbnail;
    if (file.thumbnail) picture.src = file.thumbnail;
    else picture.removeAttribute('src');
    picture.previousElementSibling.hidden = Boolean(file.thumbnail);
  }

  function request(path) {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.setRequestHeader('Accept-Language', lang);
    return call;
  }

  function answer(call) {
    try {
      return JSON.parse(call.responseText);
    } catch (otherwise) {
      return {};
    }
  }

  function finish(root, call) {
    uploads.delete(root);
    const told = answer(call);
    if (call.status === 201 && told.handle) {
      files.set(root, told);
      show(root, told);
      become(root, 'ready', told.handle, `${root.dataset.added}: ${told.name}`);
    } else if (call.status === 401) {
      fail(root, root.dataset.signedOut);
    } else {
      fail(root, told.detail || root.dataset.broken);
    }
  }

  function send(root, file) {
    if (file.size === 0) return fail(root, root.dataset.empty);
    if (file.size > Number(root.dataset.most)) return fail(root, root.dataset.tooLarge);
    const call = request(`/attachment?name=${encodeURIComponent(file.name)}`);
    const progress = part(root, 'progress');
    progress.value = 0;
    call.upload.onprogress = event => {
      if (event.lengthComputable) progress.value = event.loaded / event.total * 100;
    };
    call.onload = () => finish(root, call);
    call.onerror = () => {
      uploads.delete(root);
      fail(root, root.dataset.broken);
    };
    uploads.set(root, call);
    show(root, {name: file.name, size: file.size});
    become(root, 'sending', '', `${root.dataset.sending}: ${file.name}`);
    part(root, 'remove').focus();
    call.send(file);
  }

  function remove(root) {
    const call = uploads.get(root);
    const old = handle(root).value;
    uploads.delete(root);
    if (call) call.abort();
    /* without an answer it is swept within the hour */
    if (old) request(`/attachment/${old}/remove`).send();
    become(root, 'empty', '', root.dataset.removed);
    part(root, 'add').focus();
  }

  /* For the form around it: what it holds, to be kept and put back, and starting anew. */
  window.beckonAttachment = {
    read: root => (root.dataset.state === 'ready' ? {...files.get(root), handle: handle(root).value} : null),
    restore(root, file) {
      files.set(root, file);
      show(root, file);
      become(root, 'ready', file.handle);
    },
    /* gone: the file is wanted no more; else an invitation has it now. */
    clear(root, gone) {
      const call = uploads.get(root);
      uploads.delete(root);
      if (call) call.abort();
      if (gone && handle(root).value) request(`/attachment/${handle(root).value}/remove`).send();
      part(root, 'error').hidden = true;
      become(root, 'empty', '');
    },
  };

  const rootOf = element => element.closest('[data-attachment]');

  document.addEventListener('click', event => {
    const add = event.target.closest('[data-attach]');
    const away = event.target.closest('[data-detach]');
    if (add) part(rootOf(add), 'file').click();
    if (away) remove(rootOf(away));
  });

  document.addEventListener('change', event => {
    const input = event.target;
    if (input.type !== 'file' || !rootOf(input)) return;
    const file = input.files[0];
    const root = rootOf(input);
    part(root, 'error').hidden = true;
    if (file) send(root, file);
    /* so that the same file can be chosen again */
    input.value = '';
  });
})();
