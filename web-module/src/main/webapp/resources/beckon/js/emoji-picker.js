/* Chooses an emoji by mouse, finger or keyboard, from a list of our own that is fetched when it is first wanted. */
(() => {
  'use strict';

  const invite = (window.beckonInvite = window.beckonInvite || {});
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  /* on: insert(emoji); leave(), when it was closed without a choice. */
  invite.emojiPicker = (name, on) => {
    const part = id => document.getElementById(`${name}-emoji${id}`);
    const button = part('');
    const panel = part('-panel');
    const list = part('-list');
    const search = part('-search');
    let groups = null;

    const isOpen = () => !panel.hidden;
    const all = () => [...list.querySelectorAll('button')];

    function say(words) {
      const note = document.createElement('p');
      note.className = 'hint';
      note.setAttribute('role', 'status');
      note.textContent = words;
      list.replaceChildren(note);
    }

    function emojiButton([emoji, english, french]) {
      const made = document.createElement('button');
      made.type = 'button';
      made.tabIndex = -1;
      made.textContent = emoji;
      made.title = document.documentElement.lang === 'fr' ? french : english;
      made.setAttribute('aria-label', made.title);
      return made;
    }

    function section(group, index) {
      const box = document.createElement('div');
      box.setAttribute('role', 'group');
      const heading = document.createElement('p');
      heading.id = `${name}-emoji-group-${index}`;
      heading.textContent = document.documentElement.lang === 'fr' ? group.fr : group.en;
      box.setAttribute('aria-labelledby', heading.id);
      const grid = document.createElement('div');
      grid.className = 'emoji-grid';
      grid.append(...group.emoji.map(emojiButton));
      box.append(heading, grid);
      return box;
    }

    function draw() {
      const words = plain(search.value.trim()).split(/\s+/);
      const fits = each => words.every(word => plain(`${each[1]} ${each[2]} ${each[0]}`).includes(word));
      const found = groups
          .map(group => ({...group, emoji: group.emoji.filter(fits)}))
          .filter(group => group.emoji.length > 0);
      if (found.length === 0) say(panel.dataset.nothing);
      else list.replaceChildren(...found.map(section));
      if (all().length > 0) all()[0].tabIndex = 0;
      list.scrollTop = 0;
    }

    async function load() {
      if (groups) return;
      const answer = await fetch(panel.dataset.source);
      if (!answer.ok) throw new Error(String(answer.status));
      groups = await answer.json();
    }

    async function open() {
      panel.hidden = false;
      button.setAttribute('aria-expanded', 'true');
      search.value = '';
      search.focus();
      try {
        await load();
        draw();
      } catch (failed) {
        say(panel.dataset.failed);
      }
      panel.scrollIntoView({block: 'nearest'});
    }

    function close() {
      panel.hidden = true;
      button.setAttribute('aria-expanded', 'false');
    }

    function leave() {
      close();
      on.leave();
    }

    function focus(target) {
      if (!target) return;
      all().forEach(each => { each.tabIndex = each === target ? 0 : -1; });
      target.focus();
    }

    /* The nearest one in the row above or below, whatever the width. */
    function inRow(from, step) {
      const middle = each => each.offsetLeft + each.offsetWidth / 2;
      const rows = [...new Set(all().map(each => each.offsetTop))].sort((a, b) => a - b);
      const row = rows[rows.indexOf(from.offsetTop) + step];
      if (row === undefined) return null;
      return all().filter(each => each.offsetTop === row)
          .reduce((best, each) =>
              Math.abs(middle(each) - middle(from)) < Math.abs(middle(best) - middle(from)) ? each : best);
    }

    function move(event) {
      const from = event.target;
      const here = all().indexOf(from);
      const [next, back] = document.documentElement.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      const moves = {
        [next]: () => all()[here + 1],
        [back]: () => all()[here - 1],
        ArrowDown: () => inRow(from, 1),
        ArrowUp: () => inRow(from, -1) || search,
        Home: () => all()[0],
        End: () => all()[all().length - 1],
      };
      if (!moves[event.key]) return;
      event.preventDefault();
      const to = moves[event.key]();
      if (to === search) search.focus();
      else focus(to);
    }

    button.addEventListener('click', () => (isOpen() ? leave() : open()));
    search.addEventListener('input', () => { if (groups) draw(); });
    search.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        focus(all()[0]);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        if (search.value.trim() && all().length > 0) all()[0].click();
      }
    });
    list.addEventListener('keydown', event => {
      if (event.target.closest('button')) move(event);
    });
    list.addEventListener('click', event => {
      const chosen = event.target.closest('button');
      if (!chosen) return;
      close();
      on.insert(chosen.textContent);
    });

    return {isOpen, close, leave};
  };
})();
