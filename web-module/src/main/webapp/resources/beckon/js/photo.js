/*
 * One's own photo: chosen or dropped, seen before it is saved, saved, removed. The browser draws its middle, so that
 * it also takes what only browsers read, and sends little; the server draws it once more.
 */
(() => {
  'use strict';

  const SIDE = 512;
  const byId = id => document.getElementById(id);
  const root = byId('photo');
  const preview = byId('photo-preview');
  const own = () => document.querySelectorAll('.face.own');
  let before = root.dataset.state;

  /* none: initials; kept: a photo; chosen: one that is not saved yet; busy: on its way */
  function become(state, words) {
    root.dataset.state = state;
    preview.hidden = state !== 'chosen' && state !== 'busy';
    byId('photo-save').hidden = preview.hidden;
    byId('photo-cancel').hidden = state !== 'chosen';
    byId('photo-choose').disabled = state === 'busy';
    byId('photo-remove').hidden = state !== 'kept';
    byId('photo-save').toggleAttribute('aria-busy', state === 'busy');
    byId('photo-choose').querySelector('span').textContent = state === 'none' ? root.dataset.choose : root.dataset.change;
    byId('photo-error').hidden = true;
    byId('photo-status').textContent = words || '';
  }

  function fail(words) {
    const error = byId('photo-error');
    byId('photo-status').textContent = '';
    error.textContent = words;
    error.hidden = false;
  }

  const isBusy = () => root.dataset.state === 'busy';

  async function choose(file) {
    if (isBusy()) return;
    if (file.size > Number(root.dataset.most)) return fail(root.dataset.tooLarge);
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch (broken) {
      return fail(root.dataset.noPicture);
    }
    if (isBusy()) return;
    const edge = Math.min(picture.width, picture.height);
    const pen = preview.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 2, edge, edge, 0, 0, SIDE, SIDE);
    picture.close();
    become('chosen', root.dataset.chosen);
    byId('photo-save').focus();
  }

  const post = (path, body) =>
    fetch(path, {method: 'POST', body, headers: {'Content-Type': 'application/octet-stream', 'Accept-Language': document.documentElement.lang}});

  /* What went wrong, in words; nothing if all is well. */
  async function wrong(answer) {
    if (answer.ok) return '';
    if (answer.status === 401) return root.dataset.signedOut;
    const told = await answer.json().catch(() => ({}));
    return told.detail || root.dataset.broken;
  }

  function show(handle) {
    own().forEach(face => {
      face.querySelectorAll('img').forEach(each => each.remove());
      if (!handle) return;
      const picture = document.createElement('img');
      picture.alt = '';
      picture.src = `/photo/${handle}${face.classList.contains('huge') ? '' : '/small'}`;
      face.append(picture);
    });
  }

  async function save() {
    if (root.dataset.state !== 'chosen') return;
    become('busy', '');
    try {
      const jpeg = await new Promise(done => { preview.toBlob(done, 'image/jpeg', 0.92); });
      const answer = await post('/photo', jpeg);
      const words = await wrong(answer);
      if (words) throw new Error(words);
      show((await answer.json()).photo);
      before = 'kept';
      become('kept', root.dataset.saved);
      byId('photo-choose').focus();
    } catch (failed) {
      become('chosen', '');
      fail(failed instanceof TypeError ? root.dataset.broken : failed.message);
    }
  }

  async function remove() {
    const words = await post('/photo/remove', '').then(wrong, () => root.dataset.broken);
    if (words) return fail(words);
    show(null);
    before = 'none';
    become('none', root.dataset.removed);
    byId('photo-choose').focus();
  }

  byId('photo-choose').addEventListener('click', () => byId('photo-file').click());
  byId('photo-save').addEventListener('click', save);
  byId('photo-remove').addEventListener('click', remove);
  byId('photo-cancel').addEventListener('click', () => {
    if (isBusy()) return;
    become(before, '');
    byId('photo-choose').focus();
  });
  byId('photo-file').addEventListener('change', event => {
    const file = event.target.files[0];
    if (file) choose(file);
    /* so that the same file can be chosen again */
    event.target.value = '';
  });

  ['dragover', 'drop'].forEach(kind => root.addEventListener(kind, event => {
    event.preventDefault();
    if (kind === 'drop' && event.dataTransfer.files[0]) choose(event.dataTransfer.files[0]);
  }));
  become(before, '');
})();
