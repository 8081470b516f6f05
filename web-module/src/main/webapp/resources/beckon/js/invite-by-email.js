/* The dialog "Invite people by email". The server parts, judges and sends; this script ties its parts together. */
(() => {
  'use strict';

  const NAME = 'invite-by-email';
  const invite = window.beckonInvite;
  const part = id => document.getElementById(`${NAME}-${id}`);

  let dialog, root, words;
  let recipients, faces, draft, watching;
  let place = 'AUTOMATIC'; // as what the place invites that the dialog was opened from
  let sending = false;
  let sendNext = false;    // as soon as the server has judged what is typed

  // ---- composing ------------------------------------------------------------------------------

  const message = () => part('message');
  const as = () => part('as');
  const hasText = () => !recipients.isEmpty() || message().value.trim() !== '';

  function changed() {
    part('send').querySelector('.btn-text').textContent = words.count('send', recipients.good());
    part('send').disabled = sending;
    part('send').setAttribute('aria-busy', sending ? 'true' : 'false');
    keep();
  }

  function compose() {
    watching.stop();
    part('draft').value = invite.draftId();
    recipients.complain('');
    faces.show('compose');
  }

  function countMessage() {
    part('message-count').textContent = `${[...message().value].length} / ${message().maxLength}`;
  }

  function reset() {
    part('form').reset();
    part('restored').hidden = true;
    message().value = '';
    as().value = place;
    countMessage();
    recipients.clear();
    compose();
    recipients.draw();
  }

  /* recipient: who is invited for a start, or nobody. */
  function open(inviteAs, recipient) {
    if (!dialog || dialog.open) return;
    const kept = draft.read();
    place = inviteAs || (as().type === 'hidden' && kept && kept.as) || 'AUTOMATIC';
    window.beckon.open(NAME);
    reset();
    draft.hide();
    if (kept) restore(kept);
    if (recipient) recipients.choose(recipient);
    recipients.focus();
  }

  // ---- talking with the server ----------------------------------------------------------------

  function checked(args) {
    const fine = recipients.judged(args);
    if (sendNext && fine) send();
    else sendNext = false;
  }

  function failed(request) {
    sending = false;
    sendNext = false;
    recipients.failed(request);
  }

  function send() {
    if (sending) return;
    sendNext = false;
    if (!recipients.isSettled()) {
      sendNext = recipients.isUnderWay();
      return;
    }
    if (!recipients.hasChips()) {
      recipients.complain(words.say('nobody'));
      recipients.focus();
      return;
    }
    sending = true;
    recipients.complain('');
    recipients.fill();
    changed();
    window.inviteByEmailSend();
  }

  function sent(args) {
    if (!sending) return;
    sending = false;
    changed();
    if (!args || args.sent === undefined) {
      recipients.unanswered();
    } else if (!args.sent) {
      recipients.complain(args.problem);
      recipients.focus();
    } else {
      draft.forget();
      faces.show('result', args.title);
      recipients.announce(args.title);
      watching.start();
    }
  }

  function resent() {
    part('title').focus();
    watching.start();
  }

  function preview() {
    recipients.commit();
    recipients.fill();
    window.inviteByEmailPreview();
  }

  function previewed(args) {
    if (!args || !args.html) {
      if (args && args.problem) recipients.complain(args.problem);
      else recipients.unanswered();
      return;
    }
    invite.preview.fill(args);
    faces.show('preview', words.say('previewTitle'));
  }

  // ---- leaving --------------------------------------------------------------------------------

  function close() {
    watching.stop();
    draft.forget();
    window.beckon.close(NAME);
  }

  function leave() {
    if (faces.shows('preview')) faces.show('compose');
    else if (faces.shows('result')) done();
    else if (!hasText()) close();
    else faces.ask(!faces.asks());
  }

  function done() {
    close();
    invite.refresh();
  }

  function correct(button) {
    const wrong = invite.wrong(part('result'), button);
    compose();
    recipients.correct(...wrong);
  }

  // ---- keeping what is typed, should the session end ------------------------------------------

  function keep() {
    if (!dialog.open || !faces.shows('compose')) return;
    if (!hasText()) {
      draft.forget();
      return;
    }
    draft.keep({
      ...recipients.texts(),
      message: message().value,
      language: part('language').value,
      as: as().value,
    });
  }

  function restore(state) {
    message().value = state.message;
    countMessage();
    part('language').value = state.language;
    if (place === 'AUTOMATIC') invite.chooseAs(as(), state.as);
    part('restored').hidden = false;
    recipients.announce(words.say('restored'));
    recipients.restore(state);
  }

  // ---- events ---------------------------------------------------------------------------------

  const clicks = {
    'send': send,
    'cancel': leave,
    'close': leave,
    'preview-open': preview,
    'preview-back': () => faces.show('compose'),
    'as-html': () => invite.preview.as('html'),
    'as-text': () => invite.preview.as('text'),
    'discard-yes': close,
    'discard-no': () => faces.ask(false),
    'done': done,
    'more': reset,
  };

  function listen() {
    invite.listen(NAME, dialog, {acts: clicks, leave, correct, go: () => faces.shows('compose') && send()});
    message().addEventListener('input', () => {
      countMessage();
      keep();
    });
    for (const choice of [part('language'), as()]) {
      choice.addEventListener('change', () => {
        keep();
        recipients.judgeAnew();
      });
    }
  }

  function start() {
    dialog = document.getElementById(NAME);
    root = part('app');
    if (!dialog || !root) return;
    words = invite.words(root);
    recipients = invite.recipientField(NAME, root, {
      changed,
      check: () => window.inviteByEmailCheck(),
      isBusy: () => sending,
    });
    faces = invite.faces(NAME, words.say('title'), {begin: recipients.focus});
    watching = invite.watching(dialog, part('result'), () => window.inviteByEmailWatch());
    draft = invite.draft(root, {name: NAME, way: 'email', carryOn: () => open()});
    listen();
    if (root.dataset.allowed === 'true' && draft.isLostHere()) open();
  }

  window.inviteByEmail = (parameters, recipient) => open(parameters && parameters[0] && parameters[0].value, recipient);
  window.beckonInviteByEmail = {checked, sent, resent, previewed, watched: args => watching.heard(args), failed};
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
