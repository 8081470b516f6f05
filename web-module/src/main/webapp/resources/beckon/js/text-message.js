/* The words of a text: what they are by default, how long they are, and emoji among them. */
(() => {
  'use strict';

  const PAUSE = 250;
  const invite = (window.beckonInvite = window.beckonInvite || {});

  /* on: begin() and measure() ask the server; changed(); announce(words); full() says why an emoji has no room. */
  invite.textMessage = (name, say, on) => {
    const part = id => document.getElementById(`${name}-${id}`);
    const field = part('message');
    const language = part('language');
    let standard = {};   // by language
    let timer = 0;
    let busy = false;
    let again = false;

    const ownWords = () => standard[language.value] || '';
    const isOwn = () => field.value.trim() !== '' && !Object.values(standard).includes(field.value);

    function showReset() {
      part('reset').hidden = !isOwn();
    }

    function complain(words) {
      part('message-problem').textContent = words || '';
      part('message-problem').hidden = !words;
      field.setAttribute('aria-invalid', words ? 'true' : 'false');
    }

    /* One question at a time; the last words win. */
    function measure() {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      on.measure();
    }

    function measureSoon() {
      clearTimeout(timer);
      timer = setTimeout(measure, PAUSE);
    }

    function set(words) {
      field.value = words;
      complain('');
      showReset();
      measureSoon();
    }

    function insert(emoji) {
      if (field.value.length + emoji.length > field.maxLength) {
        complain(say('full'));
        field.focus();
        return;
      }
      field.focus();
      field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }

    const emoji = invite.emojiPicker(name, {insert, leave: () => field.focus()});

    field.addEventListener('input', () => {
      complain('');
      showReset();
      measureSoon();
      on.changed();
    });
    language.addEventListener('change', () => {
      if (!isOwn()) set(ownWords());
      on.changed();
    });
    part('reset').addEventListener('click', () => {
      set(ownWords());
      field.focus();
      on.announce(say('wasReset'));
      on.changed();
    });

    return {
      complain,
      emoji,
      isOwn,
      set,
      focus: () => field.focus(),
      measure: measureSoon,
      /* Asks for the default words if they are not there yet, and shows them. */
      begin() {
        field.value = ownWords();
        complain('');
        showReset();
        emoji.close();
        part('length').textContent = '';
        busy = false;
        if (ownWords()) measureSoon();
        else on.begin();
      },
      begun(args) {
        if (!args || !args.standard) return;
        const untouched = field.value === '';
        standard = args.standard;
        if (untouched) field.value = ownWords();
        showReset();
        this.measured(args);
        if (!untouched) measureSoon();
      },
      measured(args) {
        busy = false;
        if (args && args.length) part('length').textContent = args.length;
        if (again) {
          again = false;
          measure();
        }
      },
    };
  };
})();
