/*
 * The dialog "Invite people by email". The server parts, judges and sends; this script keeps the chips,
 * the keyboard and the text that is being typed, so that nothing is lost while a request runs.
 */
(() => {
  'use strict';

  const STASH = 'beckon.inviteByEmail';
  const SEPARATOR = /[,;\n\uFF0C\uFF1B\u3001]/;
  const byId = id => document.getElementById(id);
  const pause = ms => new Promise(done => setTimeout(done, ms));

  let dialog, root, list, input, counter, problem, live, sendButton;
  let chips = [];          // {typed, tone, words, good}
  let waiting = [];        // texts that the server has not parted yet
  let inFlight = null;     // texts that it is parting now
  let removed = [];        // taken out while it did
  let sending = false;
  let sendNext = false;
  let recheck = false;
  let watch = 0;

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

  const good = () => chips.filter(chip => chip.good).length;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function chipElement(chip, index) {
    const item = element('li', 'chip' + (chip.tone === 'bad' ? ' bad' : ''));
    const edit = element('button', 'chip-text');
    edit.type = 'button';
    edit.tabIndex = -1;
    edit.dataset.index = index;
    edit.setAttribute('aria-describedby', 'invite-by-email-keys');
    edit.append(element('span', 'chip-address', chip.typed));
    edit.append(element('span', 'visually-hidden', ', '));
    edit.append(element('span', chip.tone === 'bad' ? 'chip-reason' : 'tag ' + chip.tone, chip.words));
    const remove = element('button', 'chip-remove');
    remove.type = 'button';
    remove.tabIndex = -1;
    remove.dataset.remove = index;
    remove.setAttribute('aria-label', say('remove', chip.typed));
    remove.append(element('span', 'pi pi-times'));
    remove.firstChild.setAttribute('aria-hidden', 'true');
    item.append(edit, remove);
    return item;
  }

  function draw() {
    const underWay = (inFlight || []).concat(waiting);
    list.replaceChildren(
        ...chips.map(chipElement),
        ...underWay.map(text => {
          const item = element('li', 'chip pending');
          item.append(element('span', 'chip-address', text.replace(/\s+/g, ' ').slice(0, 60)));
          item.append(element('span', 'visually-hidden', say('checking')));
          return item;
        }));
    list.hidden = chips.length + underWay.length === 0;
    counter.textContent = `${chips.length} / ${root.dataset.max}`;
    counter.classList.toggle('full', chips.length >= Number(root.dataset.max));
    sendButton.querySelector('.btn-text').textContent = count('send', good());
    sendButton.disabled = sending;
    sendButton.setAttribute('aria-busy', sending ? 'true' : 'false');
    if (document.activeElement === input) input.parentElement.scrollTop = input.parentElement.scrollHeight;
    keep();
  }

  function focusChip(index) {
    const buttons = list.querySelectorAll('.chip-text');
    if (index < 0 || buttons.length === 0) return;
    if (index >= buttons.length) input.focus();
    else buttons[index].focus();
  }

  function removeChip(index, thenFocus) {
    const [gone] = chips.splice(index, 1);
    if (inFlight) removed.push(gone.typed);
    complain('');
    draw();
    announce(say('removed', gone.typed));
    if (thenFocus === undefined) input.focus();
    else focusChip(thenFocus);
  }

  function editChip(index) {
    takeTyped();
    const [chip] = chips.splice(index, 1);
    if (inFlight) removed.push(chip.typed);
    complain('');
    setTyped(chip.typed);
    draw();
    input.focus();
    input.select();
    pump();
  }

  // ---- what is typed --------------------------------------------------------------------------

  function setTyped(text) {
    input.value = text.replace(/\s*\n\s*/g, ', ');
    grow();
  }

  function grow() {
    input.style.height = 'auto';
    input.style.height = Math.min(input.scrollHeight, 160) + 'px';
  }

  function takeTyped() {
    const text = input.value;
    if (text.trim() === '') return false;
    setTyped('');
    waiting.push(text);
    return true;
  }

  function commit() {
    if (takeTyped()) {
      draw();
      pump();
      return true;
    }
    return false;
  }

  function isPartedHere(text) {
    const quotes = (text.match(/"/g) || []).length;
    return quotes % 2 === 0;
  }

  // ---- talking with the server ----------------------------------------------------------------

  function fill() {
    byId('invite-by-email-recipients').value = chips.map(chip => chip.typed).join('\n');
    byId('invite-by-email-added').value = (inFlight || []).join('\n');
  }

  function pump() {
    if (inFlight || sending || (waiting.length === 0 && !recheck)) return;
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
      complain(say('failed'));
    } else {
      chips = args.chips.filter(chip => !removed.includes(chip.typed));
      if (args.left) setTyped([args.left, input.value].filter(text => text.trim()).join(', '));
      complain(args.problem);
      if (args.problem || args.words) announce(args.problem || args.words);
    }
    draw();
    if (sendNext && !args.problem) send();
    else sendNext = false;
    pump();
  }

  function giveBack(texts) {
    setTyped((texts || []).concat(waiting, input.value).filter(text => text.trim()).join(', '));
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
      sendNext = true;
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
      forget();
      show('result', args.title);
      announce(args.title);
      watchMails(1);
    }
  }

  function resent() {
    const heading = byId('invite-by-email-title');
    heading.focus();
    watchMails(1);
  }

  async function watchMails(round) {
    const mine = ++watch;
    await pause(Math.min(1500 * round, 10000));
    if (mine !== watch || !dialog.open || round > 12) return;
    if (!byId('invite-by-email-result').querySelector('[data-under-way]')) return;
    window.inviteByEmailWatch();
    watchMails.round = round;
  }

  function watched(args) {
    (args && args.mails || []).forEach(mail => {
      const tag = byId('invite-by-email-result').querySelector(`[data-mail="${CSS.escape(mail.id)}"]`);
      if (!tag || tag.textContent === mail.words) return;
      tag.textContent = mail.words;
      tag.className = 'tag ' + mail.tone;
      tag.toggleAttribute('data-under-way', mail.underWay);
    });
    watchMails((watchMails.round || 1) + 1);
  }

  // ---- preview --------------------------------------------------------------------------------

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
    byId('invite-by-email-preview-subject').textContent = args.subject;
    byId('invite-by-email-preview-html').srcdoc = args.html;
    byId('invite-by-email-preview-text').textContent = args.text;
    previewAs('html');
    show('preview', say('previewTitle'));
  }

  function previewAs(form) {
    for (const each of ['html', 'text']) {
      byId('invite-by-email-preview-' + each).hidden = each !== form;
      byId('invite-by-email-as-' + each).setAttribute('aria-pressed', String(each === form));
    }
  }

  // ---- parts of the dialog --------------------------------------------------------------------

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

  const visible = part => !byId('invite-by-email-' + part).hidden;

  function compose(keepChips) {
    watch++;
    byId('invite-by-email-draft').value = self.crypto.randomUUID
        ? self.crypto.randomUUID()
        : String(Math.random()).slice(2) + Date.now();
    if (!keepChips) {
      chips = [];
      waiting = [];
      setTyped('');
    }
    complain('');
    show('compose');
    draw();
  }

  function reset() {
    byId('invite-by-email-form').reset();
    fieldMessage().value = '';
    countMessage();
    compose(false);
  }

  function open(inviteAs) {
    if (!dialog || dialog.open) return;
    const kept = readKept();
    window.beckon.open('invite-by-email');
    reset();
    if (kept) restore(kept);
    else if (inviteAs && byId('invite-by-email-as')) byId('invite-by-email-as').value = inviteAs;
    input.focus();
  }

  function hasText() {
    return chips.length + waiting.length > 0 || inFlight !== null
        || input.value.trim() !== '' || fieldMessage().value.trim() !== '';
  }

  function close() {
    watch++;
    forget();
    window.beckon.close('invite-by-email');
  }

  function leave() {
    if (visible('preview')) show('compose');
    else if (visible('result')) done();
    else if (!hasText()) close();
    else if (byId('invite-by-email-discard').hidden) askDiscard(true);
    else askDiscard(false);
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
    const wrong = [...byId('invite-by-email-result').querySelectorAll('[data-correct]')]
        .map(each => each.dataset.correct);
    const mine = wrong[index];
    chips = wrong.filter((_, i) => i !== index)
        .map(typed => ({typed, tone: 'bad', words: say('wrong'), good: false}));
    compose(true);
    setTyped(mine);
    recheck = chips.length > 0;
    draw();
    input.focus();
    input.select();
    pump();
  }

  // ---- keeping what is typed, should the session end ------------------------------------------

  const fieldMessage = () => byId('invite-by-email-message');

  function keep() {
    if (!dialog || !dialog.open || !visible('compose')) return;
    const state = {
      member: root.dataset.member,
      chips: chips.map(chip => chip.typed),
      typed: (inFlight || []).concat(waiting, input.value).filter(text => text.trim()).join(', '),
      message: fieldMessage().value,
      language: byId('invite-by-email-language').value,
      as: byId('invite-by-email-as') ? byId('invite-by-email-as').value : null,
    };
    if (hasText()) sessionStorage.setItem(STASH, JSON.stringify(state));
    else forget();
  }

  function forget() {
    sessionStorage.removeItem(STASH);
  }

  function readKept() {
    try {
      const state = JSON.parse(sessionStorage.getItem(STASH));
      return state && state.member === root.dataset.member ? state : null;
    } catch (broken) {
      return null;
    }
  }

  function restore(state) {
    waiting = state.chips.length ? [state.chips.join('\n')] : [];
    setTyped(state.typed);
    fieldMessage().value = state.message;
    countMessage();
    byId('invite-by-email-language').value = state.language;
    if (state.as && byId('invite-by-email-as')) byId('invite-by-email-as').value = state.as;
    announce(say('restored'));
    byId('invite-by-email-restored').hidden = false;
    draw();
    pump();
  }

  function countMessage() {
    byId('invite-by-email-message-count').textContent =
        `${[...fieldMessage().value].length} / ${fieldMessage().maxLength}`;
  }

  // ---- events ---------------------------------------------------------------------------------

  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && input.value.trim())) {
      event.preventDefault();
      if (!commit() && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    } else if (event.key === ',' || event.key === ';') {
      if (isPartedHere(input.value.slice(0, input.selectionStart))
          && input.selectionStart === input.value.length) {
        event.preventDefault();
        commit();
      }
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft')
        && input.selectionStart === 0 && input.selectionEnd === 0 && chips.length > 0) {
      event.preventDefault();
      focusChip(chips.length - 1);
    }
  }

  function onChipKey(event) {
    const button = event.target.closest('.chip-text');
    if (!button) return;
    const index = Number(button.dataset.index);
    const moves = {ArrowLeft: index - 1, ArrowRight: index + 1, ArrowUp: index - 1,
      ArrowDown: index + 1, Home: 0, End: chips.length};
    if (event.key in moves) {
      event.preventDefault();
      focusChip(Math.max(0, moves[event.key]));
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      const next = event.key === 'Backspace' ? index - 1 : index;
      removeChip(index, chips.length === 1 ? undefined : Math.max(0, next));
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ') {
      input.focus();
    }
  }

  function onPaste(event) {
    const pasted = (event.clipboardData || window.clipboardData).getData('text');
    if (!pasted || !(pasted.includes('@') || SEPARATOR.test(pasted) || pasted.includes('\t'))) return;
    event.preventDefault();
    const before = input.value.slice(0, input.selectionStart);
    const after = input.value.slice(input.selectionEnd);
    setTyped('');
    waiting.push(before + pasted + after);
    draw();
    pump();
  }

  function onClick(event) {
    const button = event.target.closest('button, a');
    if (event.target === byId('invite-by-email-chips-field')) input.focus();
    if (!button) return;
    const clicks = {
      'invite-by-email-send': send,
      'invite-by-email-cancel': leave,
      'invite-by-email-close': leave,
      'invite-by-email-preview-open': preview,
      'invite-by-email-preview-back': () => show('compose'),
      'invite-by-email-as-html': () => previewAs('html'),
      'invite-by-email-as-text': () => previewAs('text'),
      'invite-by-email-discard-yes': close,
      'invite-by-email-discard-no': () => askDiscard(false),
      'invite-by-email-done': done,
      'invite-by-email-more': reset,
    };
    if (clicks[button.id]) {
      event.preventDefault();
      event.stopPropagation();
      clicks[button.id]();
    } else if (button.dataset.remove !== undefined) {
      removeChip(Number(button.dataset.remove));
    } else if (button.dataset.index !== undefined && button.classList.contains('chip-text')) {
      editChip(Number(button.dataset.index));
    } else if (button.dataset.correct !== undefined) {
      correct([...byId('invite-by-email-result').querySelectorAll('[data-correct]')].indexOf(button));
    }
  }

  function start() {
    dialog = byId('invite-by-email');
    root = byId('invite-by-email-app');
    if (!dialog || !root) return;
    list = byId('invite-by-email-chips');
    input = byId('invite-by-email-to');
    counter = byId('invite-by-email-count');
    problem = byId('invite-by-email-problem');
    live = byId('invite-by-email-live');
    sendButton = byId('invite-by-email-send');

    input.addEventListener('keydown', onKey);
    input.addEventListener('paste', onPaste);
    input.addEventListener('input', event => {
      grow();
      keep();
      if (!event.isComposing && SEPARATOR.test(input.value) && isPartedHere(input.value)
          && /[,;\n]\s*$/.test(input.value)) commit();
    });
    input.addEventListener('blur', event => {
      const stays = event.relatedTarget && event.relatedTarget.closest('.chip-text, .chip-remove');
      const leaves = event.relatedTarget && event.relatedTarget.closest(
          '#invite-by-email-cancel, #invite-by-email-close');
      if (dialog.open && !stays && !leaves) commit();
    });
    list.addEventListener('keydown', onChipKey);
    dialog.addEventListener('click', onClick, true);
    dialog.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        leave();
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && visible('compose')) {
        event.preventDefault();
        send();
      }
    }, true);
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      leave();
    });
    fieldMessage().addEventListener('input', () => {
      countMessage();
      keep();
    });
    for (const id of ['invite-by-email-language', 'invite-by-email-as']) {
      if (byId(id)) byId(id).addEventListener('change', () => {
        keep();
        recheck = chips.length > 0;
        pump();
      });
    }
    byId('invite-by-email-form').addEventListener('submit', event => event.preventDefault());
    if (root.dataset.allowed === 'true' && readKept()) open();
  }

  window.inviteByEmail = parameters => open(parameters && parameters[0] && parameters[0].value);
  window.beckonInviteByEmail = {checked, sent, resent, previewed, watched, failed};
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
