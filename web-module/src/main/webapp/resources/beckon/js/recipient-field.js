/*
 * A field for recipients, as chips. The server parts and judges what is typed or pasted; this script keeps the
 * chips and the text until then, so that nothing is lost while a request runs.
 *
 * A dialog named "x" gives it the elements x-to (a text area), x-chips (a list) in x-chips-field, x-keys, x-count,
 * x-problem, x-live (a status) and the hidden inputs x-recipients and x-added; the root of its words has max,
 * longest, tooLong, failed, remove, removed, checking and wrong.
 */
(() => {
  'use strict';

  const TOO_LARGE = 413;
  const invite = (window.beckonInvite = window.beckonInvite || {});
  const joined = texts => texts.filter(text => text.trim()).join(', ');

  /*
   * on: check() asks the server, to be answered by judged(args) or failed(request); isBusy() says whether it may
   * not be asked now; changed() hears of everything that is shown anew or typed; keeps(text), if it is there, says
   * that leaving the field leaves the text in it.
   */
  invite.recipientField = (name, root, on) => {
    const part = id => document.getElementById(`${name}-${id}`);
    const input = part('to');
    const say = invite.words(root).say;

    let chips = [];      // {typed, tone, words, good}, of a number also {name, shown}
    let waiting = [];    // texts that the server has not parted yet
    let inFlight = null; // texts that it is parting now
    let removed = [];    // taken out while it did
    let recheck = false; // the chips are to be judged anew

    // ---- what is seen and heard -----------------------------------------------------------------

    function announce(text) {
      part('live').textContent = '';
      setTimeout(() => { part('live').textContent = text; }, 60);
    }

    function show(id, text) {
      part(id).textContent = text || '';
      part(id).hidden = !text;
    }

    /* Says what is wrong with the recipients; with no words, that nothing is wrong any more. */
    function complain(text) {
      show('problem', text);
      show('failed', '');
      input.setAttribute('aria-invalid', text ? 'true' : 'false');
    }

    /* Says what is wrong with none of them: that the server did not answer. */
    function unanswered() {
      complain('');
      show('failed', say('failed'));
    }

    function draw() {
      list.draw(chips, (inFlight || []).concat(waiting));
      part('count').textContent = `${chips.length} / ${root.dataset.max}`;
      part('count').classList.toggle('full', chips.length >= Number(root.dataset.max));
      if (document.activeElement === input) part('chips-field').scrollTop = part('chips-field').scrollHeight;
      on.changed();
    }

    // ---- single chips ---------------------------------------------------------------------------

    function takeOut(index) {
      const [gone] = chips.splice(index, 1);
      if (inFlight) removed.push(gone.typed);
      complain('');
      return gone.typed;
    }

    function remove(index, thenFocus) {
      const gone = takeOut(index);
      draw();
      announce(say('removed', gone));
      if (thenFocus === undefined) input.focus();
      else list.focus(thenFocus);
    }

    function edit(index) {
      takeTyped();
      write(takeOut(index));
      draw();
      pump();
    }

    function write(text) {
      typed.set(text);
      input.focus();
      input.select();
    }

    // ---- from text to chips ---------------------------------------------------------------------

    function takeTyped() {
      if (typed.isEmpty()) return false;
      waiting.push(typed.text());
      typed.set('');
      return true;
    }

    function commit() {
      if (!takeTyped()) return;
      draw();
      pump();
    }

    /* Takes what was suggested instead of what is typed. */
    function choose(text) {
      typed.set('');
      take(text);
      input.focus();
    }

    function take(text) {
      waiting.push(text);
      draw();
      pump();
    }

    function giveBack(texts) {
      typed.set(joined((texts || []).concat(waiting, typed.text())));
      waiting = [];
    }

    function fill() {
      part('recipients').value = chips.map(chip => chip.typed).join('\n');
      part('added').value = (inFlight || []).join('\n');
    }

    function pump() {
      if (inFlight || on.isBusy() || (waiting.length === 0 && !recheck)) return;
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
      on.check();
    }

    /* Says whether all went well; of what has failed there was a complaint already. */
    function judged(args) {
      if (!inFlight) return false;
      const texts = inFlight;
      const answered = Boolean(args && args.chips);
      inFlight = null;
      if (answered) {
        chips = args.chips.filter(chip => !removed.includes(chip.typed));
        if (args.left) typed.set(joined([args.left, typed.text()]));
        complain(args.problem);
        if (args.problem || args.words) announce(args.problem || args.words);
      } else {
        giveBack(texts);
        if (args && args.problem) complain(args.problem);
        else unanswered();
      }
      draw();
      pump();
      return answered && !args.problem;
    }

    function failed(request) {
      const texts = inFlight;
      inFlight = null;
      giveBack(texts);
      draw();
      if (request && request.status === TOO_LARGE) complain(say('tooLong'));
      else unanswered();
    }

    function judgeAnew() {
      recheck = chips.length > 0;
      pump();
    }

    function clear() {
      chips = [];
      waiting = [];
      typed.set('');
    }

    /* Leaving the field hands on what is typed, save for going to its chips or out of the dialog. */
    function onBlur(event) {
      const to = event.relatedTarget;
      const stays = to && to.closest(`.chip-text, .chip-remove, #${name}-cancel, #${name}-close`);
      const kept = on.keeps && on.keeps(typed.text());
      if (input.closest('dialog').open && !stays && !kept) commit();
    }

    const list = invite.recipientChips(
        {list: part('chips'), input, keys: `${name}-keys`}, say, {edit, remove});
    const typed = invite.recipientInput(input, {
      commit,
      take,
      changed: on.changed,
      back() {
        list.focus(chips.length - 1);
        return chips.length > 0;
      },
    });
    input.addEventListener('input', () => complain(''));
    input.addEventListener('blur', onBlur);
    part('chips-field').addEventListener('click', event => {
      if (event.target === event.currentTarget) input.focus();
    });

    return {
      announce,
      complain,
      choose,
      clear,
      commit,
      draw,
      failed,
      fill,
      judged,
      judgeAnew,
      take,
      unanswered,
      focus: () => input.focus(),
      good: () => chips.filter(chip => chip.good).length,
      isEmpty: () => chips.length + waiting.length === 0 && inFlight === null && typed.isEmpty(),
      hasChips: () => chips.length > 0,
      /* Whether everything has become a chip; if not, it is on its way or complained of. */
      isSettled() {
        commit();
        return inFlight === null && waiting.length === 0 && typed.isEmpty();
      },
      isUnderWay: () => inFlight !== null,
      /* What is to be kept of it: the chips as they were typed, and the rest. */
      texts: () => ({
        chips: chips.map(chip => chip.typed),
        typed: joined((inFlight || []).concat(waiting, typed.text())),
      }),
      /* Puts such texts back, to be judged anew. */
      restore(texts) {
        clear();
        typed.set(texts.typed);
        if (texts.chips.length > 0) waiting.push(texts.chips.join('\n'));
        draw();
        pump();
      },
      /* Starts again with recipients that were wrong, one of them to be corrected. */
      correct(texts, index) {
        const others = texts.filter((_, i) => i !== index);
        clear();
        chips = others.map(text => ({typed: text, tone: 'bad', words: say('wrong'), good: false}));
        write(texts[index]);
        draw();
        judgeAnew();
      },
    };
  };
})();
