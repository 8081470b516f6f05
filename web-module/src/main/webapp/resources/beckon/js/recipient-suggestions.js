/*
 * What a recipient field suggests while a name or number is being typed: a list below it, as ARIA has it for a
 * combobox. The first name is chosen by itself, a number only by the arrows, for whoever types one means that one.
 */
(() => {
  'use strict';

  const PAUSE = 150;
  const invite = (window.beckonInvite = window.beckonInvite || {});
  const isName = text => /\p{L}/u.test(text) && !/\d/.test(text);

  /* on: ask(query), to be answered by heard(args); choose(text); announce(words). */
  invite.suggestions = (name, say, on) => {
    const input = document.getElementById(`${name}-to`);
    const list = document.getElementById(`${name}-options`);
    let options = [];
    let active = -1;
    let timer = 0;
    let asked = '';           // the last query that the server has been asked
    let answered = true;
    let chooseNext = '';      // what is to be chosen by as soon as the answer is there

    const isOpen = () => !list.hidden;
    const wanted = () => input.value.trim();

    function activate(index) {
      active = index;
      [...list.children].forEach((item, i) => {
        item.setAttribute('aria-selected', String(i === index));
        if (i === index) item.scrollIntoView({block: 'nearest'});
      });
      if (index < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', list.children[index].id);
    }

    function close() {
      clearTimeout(timer);
      options = [];
      list.hidden = true;
      list.replaceChildren();
      active = -1;
      chooseNext = '';
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function item(option, index) {
      const made = document.createElement('li');
      made.id = `${name}-option-${index}`;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      const who = document.createElement('strong');
      who.textContent = option.name;
      const number = document.createElement('span');
      number.className = 'soft number';
      number.textContent = option.shown;
      made.append(who, ' ', number);
      return made;
    }

    function open(found) {
      options = found;
      list.replaceChildren(...found.map(item));
      list.hidden = found.length === 0;
      input.setAttribute('aria-expanded', String(found.length > 0));
      activate(found.length > 0 && isName(wanted()) ? 0 : -1);
      on.announce(say.count('options', found.length));
    }

    function choose(index) {
      const {text} = options[index];
      close();
      on.choose(text);
    }

    /* What was typed on meanwhile stays. */
    function chooseFor(args) {
      const rest = input.value.trimStart().slice(args.query.length).trimStart();
      close();
      on.choose(args.options.length > 0 ? args.options[0].text : args.query);
      if (!rest) return;
      input.value = rest;
      input.dispatchEvent(new Event('input', {bubbles: true}));
    }

    function ask() {
      const query = wanted();
      if (query.length === 0) {
        close();
        return;
      }
      asked = query;
      answered = false;
      on.ask(query);
    }

    function isPending() {
      return wanted() !== '' && (wanted() !== asked || !answered);
    }

    function take(event) {
      if (isOpen() && active >= 0 && !(isName(wanted()) && isPending())) {
        event.preventDefault();
        event.stopImmediatePropagation();
        choose(active);
      } else if (isName(wanted()) && isPending()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        chooseNext = wanted();
        clearTimeout(timer);
        if (asked !== chooseNext || answered) ask();
      } else {
        close();
      }
    }

    input.addEventListener('input', event => {
      clearTimeout(timer);
      if (chooseNext && input.value.trimStart().startsWith(chooseNext)) return;
      chooseNext = '';
      if (!event.isComposing) timer = setTimeout(ask, PAUSE);
      if (wanted() === '') close();
    });

    input.addEventListener('keydown', event => {
      if (event.isComposing) return;
      if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && wanted())) {
        take(event);
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!isOpen()) {
          if (wanted()) ask();
        } else {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          activate((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
        }
        event.preventDefault();
      }
    });

    list.addEventListener('pointerdown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const hit = event.target.closest('[role="option"]');
      if (hit) choose([...list.children].indexOf(hit));
    });
    input.addEventListener('blur', close);

    return {
      isOpen,
      close,
      /* A name is not handed on by leaving the field: nobody has said yet whose it is. */
      keeps: isName,
      heard(args) {
        if (!args || args.query !== asked) return;
        answered = true;
        if (chooseNext === args.query) chooseFor(args);
        else if (args.query === wanted() && document.activeElement === input) open(args.options);
      },
    };
  };
})();
