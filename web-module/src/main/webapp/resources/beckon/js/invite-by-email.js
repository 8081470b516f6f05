/*
 * The dialog "Invite people by email". The server parts, judges and sends; this script keeps the chips and
 * the text that is being typed, so that nothing is lost while a request runs.
 */
(() => {
  'use strict';

  const invite = window.beckonInvite;
  const byId = id => document.getElementById(id);

  let dialog, root, input, counter, problem, live, sendButton;
  let field, shown, draft, watching;
  let chips = [];          // {typed, tone, words, good}
  let waiting = [];        // texts that the server has not parted yet
  let inFlight = null;     // texts that it is parting now
  let removed = [];        // taken out while it did
  let place = 'AUTOMATIC'; // as what the place invites that the dialog was opened from
  let sending = false;
  let sendNext = false;
  let recheck = false;

  // ---- texts ----------------------------------------------------------------------------------

  const say = (key, ...values) =>
      values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), root.dataset[key] || '');
  const count = (key, n) => say(key + (n === 0 ? 'None' : n === 1 ? 'One' : 'Many'), n);

  function announce(text) {
    live.textContent = '';
    setTimeout(() => { live.textContent = text; }, 60);
  }

  function complain(text) {
    problem.textContent = text || '';
    problem.hidden = !text;
    input.setAttribute('aria-invalid', text ? 'true' : 'false');
  }

  // ---- chips ----------------------------------------------------------------------------------

  const joined = texts => texts.filter(text => text.trim()).join(', ');

  function draw() {
    shown.draw(chips, (inFlight || []).concat(waiting));
    counter.textContent = `${chips.length} / ${root.dataset.max}`;
    counter.classList.toggle('full', chips.length >= Number(root.dataset.max));
    sendButton.querySelector('.btn-text').textContent = count('send', chips.filter(chip => chip.good).length);
    sendButton.disabled = sending;
    sendButton.setAttribute('aria-busy', sending ? 'true' : 'false');
    if (document.activeElement === input) input.parentElement.scrollTop = input.parentElement.scrollHeight;
    keep();
  }

  function takeOut(index) {
    const [gone] = chips.splice(index, 1);
    if (inFlight) removed.push(gone.typed);
    complain('');
    return gone.typed;
  }

  function removeChip(index, thenFocus) {
    const gone = takeOut(index);
    draw();
    announce(say('removed', gone));
    if (thenFocus === undefined) input.focus();
    else shown.focus(thenFocus);
  }

  function editChip(index) {
    takeTyped();
    field.set(takeOut(index));
    draw();
    input.focus();
    input.select();
    pump();
  }

  // ---- what is typed --------------------------------------------------------------------------

  function takeTyped() {
    if (field.isEmpty()) return false;
    waiting.push(field.text());
    field.set('');
    return true;
  }

  function commit() {
    if (!takeTyped()) return false;
    draw();
    pump();
    return true;
  }

  // ---- talking with the server ----------------------------------------------------------------

  function fill() {
    byId('invite-by-email-recipients').value = chips.map(chip => chip.typed).join('\n');
    byId('invite-by-email-added').value = (inFlight || []).join('\n');
  }

  function pump() {
    if (inFlight || sending || (waiting.length === 0 && !recheck)) return;
    if (joined(waiting).length > Number(root.dataset.longest)) {
      giveBack();
      draw();
      complain(say('tooLong'));
      return;
    }
    inFlight = waiting;
    waiting = [];
    removed = [];
    recheck = false;
    fill();
    window.inviteByEmailCheck();
  }

  function checked(args) {
    const texts = inFlight;
    inFlight = null;
    if (!args || !args.chips) {
      giveBack(texts);
      complain(args && args.problem || say('failed'));
    } else {
      chips = args.chips.filter(chip => !removed.includes(chip.typed));
      if (args.left) field.set(joined([args.left, field.text()]));
      complain(args.problem);
      if (args.problem || args.words) announce(args.problem || args.words);
    }
    draw();
    if (sendNext && args && args.chips && !args.problem) send();
    else sendNext = false;
    pump();
  }

  function giveBack(texts) {
    field.set(joined((texts || []).concat(waiting, field.text())));
    waiting = [];
  }

  function failed() {
    const texts = inFlight;
    inFlight = null;
    sending = false;
    sendNext = false;
    giveBack(texts);
    draw();
    complain(say('failed'));
  }

  // ---- sending --------------------------------------------------------------------------------

  function send() {
    if (sending) return;
    sendNext = false;
    if (commit() || inFlight) {
      sendNext = inFlight !== null;
      return;
    }
    if (chips.length === 0) {
      complain(say('nobody'));
      input.focus();
      return;
    }
    sending = true;
    complain('');
    fill();
    draw();
    window.inviteByEmailSend();
  }

  function sent(args) {
    sending = false;
    draw();
    if (!args || args.sent === undefined) {
      complain(say('failed'));
    } else if (!args.sent) {
      complain(args.problem);
      input.focus();
    } else {
      draft.forget();
      show('result', args.title);
      announce(args.title);
      watching.start();
    }
  }

  function resent() {
    byId('invite-by-email-title').focus();
    watching.start();
  }

  function preview() {
    commit();
    fill();
    window.inviteByEmailPreview();
  }

  function previewed(args) {
    if (!args || !args.html) {
      complain(args && args.problem || say('failed'));
      return;
    }
    invite.preview.fill(args);
    show('preview', say('previewTitle'));
  }

  // ---- parts of the dialog --------------------------------------------------------------------

  const visible = part => !byId('invite-by-email-' + part).hidden;
  const message = () => byId('invite-by-email-message');
  const as = () => byId('invite-by-email-as');
  const wrongOnes = () => [...byId('invite-by-email-result').querySelectorAll('[data-correct]')];

  function show(part, title) {
    for (const each of ['compose', 'preview', 'result']) {
      byId('invite-by-email-' + each).hidden = each !== part;
    }
    byId('invite-by-email-form').hidden = part === 'result';
    byId('invite-by-email-result-form').hidden = part !== 'result';
    askDiscard(false);
    const heading = byId('invite-by-email-title');
    heading.textContent = title || say('title');
    dialog.scrollTop = 0;
    if (part === 'compose') {
      input.focus();
    } else {
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  function compose(keepChips) {
    watching.stop();
    byId('invite-by-email-draft').value = self.crypto.randomUUID
        ? self.crypto.randomUUID()
        : String(Math.random()).slice(2) + Date.now();
    if (!keepChips) {
      chips = [];
      waiting = [];
      field.set('');
    }
    complain('');
    show('compose');
    draw();
  }

  function reset() {
    byId('invite-by-email-form').reset();
    byId('invite-by-email-restored').hidden = true;
    message().value = '';
    as().value = place;
    countMessage();
    compose(false);
  }

  function open(inviteAs) {
    if (!dialog || dialog.open) return;
    const kept = draft.read();
    place = inviteAs || (as().type === 'hidden' && kept && kept.as) || 'AUTOMATIC';
    window.beckon.open('invite-by-email');
    reset();
    draft.hide();
    if (kept) restore(kept);
    input.focus();
  }

  function hasText() {
    return chips.length + waiting.length > 0 || inFlight !== null || !field.isEmpty() || message().value.trim() !== '';
  }

  function close() {
    watching.stop();
    draft.forget();
    window.beckon.close('invite-by-email');
  }

  function leave() {
    if (visible('preview')) show('compose');
    else if (visible('result')) done();
    else if (!hasText()) close();
    else askDiscard(byId('invite-by-email-discard').hidden);
  }

  function askDiscard(asked) {
    byId('invite-by-email-discard').hidden = !asked;
    byId('invite-by-email-actions').hidden = asked;
    if (asked) byId('invite-by-email-discard-no').focus();
    else if (visible('compose')) input.focus();
  }

  function done() {
    close();
    if (document.querySelector('[data-refresh-after-invite]')) window.location.reload();
  }

  function correct(index) {
    const wrong = wrongOnes().map(each => each.dataset.correct);
    chips = wrong.filter((_, i) => i !== index)
        .map(typed => ({typed, tone: 'bad', words: say('wrong'), good: false}));
    compose(true);
    field.set(wrong[index]);
    recheck = chips.length > 0;
    draw();
    input.focus();
    input.select();
    pump();
  }

  function countMessage() {
    byId('invite-by-email-message-count').textContent = `${[...message().value].length} / ${message().maxLength}`;
  }

  // ---- keeping what is typed, should the session end ------------------------------------------

  function keep() {
    if (!dialog || !dialog.open || !visible('compose')) return;
    if (!hasText()) {
      draft.forget();
      return;
    }
    draft.keep({
      chips: chips.map(chip => chip.typed),
      typed: joined((inFlight || []).concat(waiting, field.text())),
      message: message().value,
      language: byId('invite-by-email-language').value,
      as: as().value,
    });
  }

  function restore(state) {
    waiting = state.chips.length ? [state.chips.join('\n')] : [];
    field.set(state.typed);
    message().value = state.message;
    countMessage();
    byId('invite-by-email-language').value = state.language;
    if (state.as && place === 'AUTOMATIC' && as().type !== 'hidden') as().value = state.as;
    announce(say('restored'));
    byId('invite-by-email-restored').hidden = false;
    draw();
    pump();
  }

  // ---- events ---------------------------------------------------------------------------------

  const clicks = {
    'invite-by-email-send': send,
    'invite-by-email-cancel': leave,
    'invite-by-email-close': leave,
    'invite-by-email-preview-open': preview,
    'invite-by-email-preview-back': () => show('compose'),
    'invite-by-email-as-html': () => invite.preview.as('html'),
    'invite-by-email-as-text': () => invite.preview.as('text'),
    'invite-by-email-discard-yes': close,
    'invite-by-email-discard-no': () => askDiscard(false),
    'invite-by-email-done': done,
    'invite-by-email-more': reset,
  };

  function onClick(event) {
    const button = event.target.closest('button, a');
    if (event.target === byId('invite-by-email-chips-field')) input.focus();
    if (!button) return;
    if (clicks[button.id]) {
      event.preventDefault();
      event.stopPropagation();
      clicks[button.id]();
    } else if (button.dataset.remove !== undefined) {
      removeChip(Number(button.dataset.remove));
    } else if (button.dataset.index !== undefined && button.classList.contains('chip-text')) {
      editChip(Number(button.dataset.index));
    } else if (button.dataset.correct !== undefined) {
      correct(wrongOnes().indexOf(button));
    }
  }

  function onKey(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && visible('compose')) {
      event.preventDefault();
      send();
    }
  }

  /* Leaving the field hands on what is typed, save for going to its chips or out of the dialog. */
  function onBlur(event) {
    const to = event.relatedTarget;
    const stays = to && to.closest('.chip-text, .chip-remove, #invite-by-email-cancel, #invite-by-email-close');
    if (dialog.open && !stays) commit();
  }

  function listen() {
    input.addEventListener('blur', onBlur);
    dialog.addEventListener('click', onClick, true);
    dialog.addEventListener('keydown', onKey, true);
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      leave();
    });
    message().addEventListener('input', () => {
      countMessage();
      keep();
    });
    for (const choice of [byId('invite-by-email-language'), as()]) {
      choice.addEventListener('change', () => {
        keep();
        recheck = chips.length > 0;
        pump();
      });
    }
    byId('invite-by-email-form').addEventListener('submit', event => event.preventDefault());
  }

  function start() {
    dialog = byId('invite-by-email');
    root = byId('invite-by-email-app');
    if (!dialog || !root) return;
    input = byId('invite-by-email-to');
    counter = byId('invite-by-email-count');
    problem = byId('invite-by-email-problem');
    live = byId('invite-by-email-live');
    sendButton = byId('invite-by-email-send');
    shown = invite.chips(byId('invite-by-email-chips'), input, say, {remove: removeChip});
    field = invite.field(input, {
      commit,
      send,
      changed: keep,
      take(text) {
        waiting.push(text);
        draw();
        pump();
      },
      back() {
        shown.focus(chips.length - 1);
        return chips.length > 0;
      },
    });
    watching = invite.watching(dialog);
    draft = invite.draft(root, {carryOn: () => open()});
    listen();
    if (root.dataset.allowed === 'true' && draft.isLostHere()) open();
  }

  window.inviteByEmail = parameters => open(parameters && parameters[0] && parameters[0].value);
  window.beckonInviteByEmail = {checked, sent, resent, previewed, watched: args => watching.heard(args), failed};
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
