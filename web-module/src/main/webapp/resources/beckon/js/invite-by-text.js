/* The dialog "Invite people by text". The server parts, judges, measures and sends; this script ties its parts together. */
(() => {
  'use strict';

  const NAME = 'invite-by-text';
  const invite = window.beckonInvite;
  const part = id => document.getElementById(`${NAME}-${id}`);

  let dialog, root, words;
  let recipients, suggestions, message, faces, draft, watching;
  let place = 'AUTOMATIC';  // as what the place invites that the dialog was opened from
  let working = null;       // 'review' or 'send', while the server does it
  let reviewNext = false;   // as soon as the server has judged what is typed, and has the file

  const as = () => part('as');
  const file = () => part('attachment-field');
  const hasFile = () => ['sending', 'ready'].includes(file().dataset.state);
  const hasText = () => !recipients.isEmpty() || message.isOwn() || hasFile();

  // ---- writing --------------------------------------------------------------------------------

  function changed() {
    for (const id of ['next', 'send']) {
      const button = part(id);
      if (!button) continue;
      button.disabled = working !== null;
      button.setAttribute('aria-busy', String(working !== null));
    }
    keep();
  }

  function show(face, title) {
    faces.show(face, title);
    part('steps').hidden = face === 'result';
    for (const step of ['write', 'review']) {
      if ((step === 'review') === (face === 'review')) part(`step-${step}`).setAttribute('aria-current', 'step');
      else part(`step-${step}`).removeAttribute('aria-current');
    }
  }

  function compose() {
    watching.stop();
    part('draft').value = invite.draftId();
    recipients.complain('');
    show('compose');
  }

  function reset() {
    part('form').reset();
    part('restored').hidden = true;
    as().value = place;
    suggestions.close();
    recipients.clear();
    window.beckonAttachment.clear(file());
    message.begin();
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
    if (reviewNext && fine) review();
    else reviewNext = false;
  }

  function failed(request) {
    const was = working;
    working = null;
    reviewNext = false;
    if (was === 'send') {
      changed();
      complainAtReview(words.say('failed'));
    } else {
      recipients.failed(request);
    }
  }

  function review() {
    if (working) return;
    reviewNext = false;
    if (!recipients.isSettled()) {
      reviewNext = recipients.isUnderWay();
      return;
    }
    if (file().dataset.state === 'sending') {
      reviewNext = true;
      return;
    }
    if (recipients.good() === 0) {
      recipients.complain(words.say(recipients.hasChips() ? 'nobodyGood' : 'nobody'));
      recipients.focus();
      return;
    }
    working = 'review';
    recipients.complain('');
    message.complain('');
    message.emoji.close();
    recipients.fill();
    changed();
    window.inviteByTextReview();
  }

  function reviewed(args) {
    if (working !== 'review') return;
    working = null;
    changed();
    if (args && args.message !== undefined) {
      message.set(args.message);
      keep();
      show('review', words.say('reviewTitle'));
    } else if (args && args.at === 'message') {
      message.complain(args.problem);
      message.focus();
    } else if (args && args.problem) {
      recipients.complain(args.problem);
      recipients.focus();
    } else {
      recipients.unanswered();
    }
  }

  function complainAtReview(why) {
    part('review-problem').textContent = why;
    part('review-problem').hidden = !why;
  }

  function send() {
    if (working) return;
    working = 'send';
    complainAtReview('');
    recipients.fill();
    changed();
    window.inviteByTextSend();
  }

  function sent(args) {
    if (working !== 'send') return;
    working = null;
    changed();
    if (!args || args.sent === undefined) {
      complainAtReview(words.say('failed'));
    } else if (!args.sent) {
      complainAtReview(args.problem);
    } else {
      draft.forget();
      show('result', args.title);
      recipients.announce(args.title);
      watching.start();
    }
  }

  function resent() {
    part('title').focus();
    watching.start();
  }

  // ---- leaving --------------------------------------------------------------------------------

  function back() {
    show('compose');
    part('next').focus();
  }

  function fileChanged() {
    message.measure();
    changed();
    if (file().dataset.state === 'sending') return;
    const next = reviewNext && file().dataset.state === 'ready';
    reviewNext = false;
    if (next) review();
  }

  function close() {
    if (!faces.shows('result')) window.beckonAttachment.clear(file(), true);
    watching.stop();
    suggestions.close();
    draft.forget();
    window.beckon.close(NAME);
  }

  function leave() {
    if (suggestions.isOpen()) suggestions.close();
    else if (message.emoji.isOpen()) message.emoji.leave();
    else if (faces.shows('review')) back();
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

  // ---- keeping what is written, should the session end ----------------------------------------

  function keep() {
    if (!dialog.open || faces.shows('result')) return;
    if (!hasText()) {
      draft.forget();
      return;
    }
    draft.keep({
      ...recipients.texts(),
      message: part('message').value,
      language: part('language').value,
      as: as().value,
      file: window.beckonAttachment.read(file()),
    });
  }

  function restore(state) {
    part('language').value = state.language;
    message.set(state.message);
    if (state.file) window.beckonAttachment.restore(file(), state.file);
    if (place === 'AUTOMATIC') invite.chooseAs(as(), state.as);
    part('restored').hidden = false;
    recipients.announce(words.say('restored'));
    recipients.restore(state);
  }

  // ---- events ---------------------------------------------------------------------------------

  const clicks = {
    'next': review,
    'back': back,
    'send': send,
    'cancel': leave,
    'close': () => (faces.shows('review') ? back() || leave() : leave()),
    'discard-yes': close,
    'discard-no': () => faces.ask(false),
    'done': done,
    'more': reset,
  };

  function go() {
    if (faces.shows('compose')) review();
    else if (faces.shows('review')) send();
  }

  function listen() {
    invite.listen(NAME, dialog, {acts: clicks, leave, correct, go});
    as().addEventListener('change', () => {
      keep();
      recipients.judgeAnew();
    });
    file().addEventListener('beckon:attachment', fileChanged);
  }

  function start() {
    dialog = document.getElementById(NAME);
    root = part('app');
    if (!dialog || !root) return;
    words = invite.words(root);
    suggestions = invite.suggestions(NAME, words, {
      ask(query) {
        part('query').value = query;
        window.inviteByTextSuggest();
      },
      choose: text => recipients.choose(text),
      announce: said => recipients.announce(said),
    });
    message = invite.textMessage(NAME, words.say, {
      begin: () => window.inviteByTextBegin(),
      measure: () => window.inviteByTextMeasure(),
      announce: said => recipients.announce(said),
      changed,
    });
    recipients = invite.recipientField(NAME, root, {
      changed,
      check: () => window.inviteByTextCheck(),
      isBusy: () => working !== null,
      keeps: text => suggestions.keeps(text),
    });
    faces = invite.faces(NAME, words.say('title'), {begin: recipients.focus});
    watching = invite.watching(dialog, part('result'), () => window.inviteByTextWatch());
    draft = invite.draft(root, {name: NAME, way: 'text', carryOn: () => open()});
    listen();
    if (root.dataset.allowed === 'true' && draft.isLostHere()) open();
  }

  window.inviteByText = open;
  window.beckonInviteByText = {
    begun: args => message.begun(args),
    suggested: args => suggestions.heard(args),
    measured: args => message.measured(args),
    checked,
    reviewed,
    sent,
    resent,
    watched: args => watching.heard(args),
    failed,
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
