/*
 * The sign-up wizard: moves from step to step without a new page, so that the browser's own Back
 * goes one step back; without this script every button works as well.
 */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const root = () => byId('sign-up');
  let depth = 0;
  let busy = false;
  let measuring = 0;

  function showTimes() {
    document.querySelectorAll('time[data-time]').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime),
          {day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit'});
    });
  }

  function tellZone() {
    const zone = byId('sign-up-zone');
    if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
  }

  function hidePasswords() {
    document.querySelectorAll('input[type="text"][autocomplete="new-password"]').forEach(input => {
      input.type = 'password';
    });
  }

  /** A button that is of no use for some seconds; the server minds the time in any case. */
  function hold() {
    document.querySelectorAll('[data-wait]').forEach(button => {
      button.disabled = true;
      setTimeout(() => { button.disabled = false; }, Number(button.dataset.wait) * 1000);
    });
  }

  function settle(focus) {
    showTimes();
    tellZone();
    hold();
    document.title = root().dataset.title || document.title;
    if (!focus) return;
    const first = root().querySelector('[data-focus]') || root().querySelector('h1');
    if (first) first.focus();
    window.scrollTo(0, 0);
  }

  /** Sends the form as the button would; the page that comes back, or nothing if it leads elsewhere. */
  async function post(button) {
    const fields = new URLSearchParams(new FormData(button.form));
    fields.set(button.name, button.value);
    const response = await fetch(button.form.action, {method: 'POST', body: fields, redirect: 'manual'});
    if (response.type === 'opaqueredirect') {
      location.assign(button.dataset.then || location.href);
      return null;
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || !page.getElementById('sign-up')) throw new Error('another page');
    const state = page.querySelector('input[name="jakarta.faces.ViewState"]');
    document.querySelectorAll('input[name="jakarta.faces.ViewState"]').forEach(input => {
      input.value = state.value;
    });
    return page;
  }

  async function go(button, done) {
    if (busy) return;
    busy = true;
    clearTimeout(measuring);
    hidePasswords();
    button.setAttribute('aria-busy', 'true');
    try {
      const page = await post(button);
      if (!page) return;
      const before = root().dataset.step;
      root().replaceWith(document.adoptNode(page.getElementById('sign-up')));
      busy = false;
      settle(true);
      done(before !== root().dataset.step);
    } catch (failed) {
      busy = false;
      button.removeAttribute('aria-busy');
      delete button.dataset.step;
      button.click();
    }
  }

  async function measure() {
    const button = byId('sign-up-measure');
    if (!button || busy) return;
    const typed = byId('sign-up-password').value;
    const page = await post(button).catch(() => null);
    const strength = page && page.getElementById('sign-up-strength');
    if (strength && byId('sign-up-password') && byId('sign-up-password').value === typed) {
      byId('sign-up-strength').replaceWith(document.adoptNode(strength));
    }
  }

  function forth(button) {
    go(button, moved => {
      if (!moved) return;
      depth += 1;
      history.pushState({depth}, '');
    });
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-step]');
    if (!button || button === root()) return;
    event.preventDefault();
    if (button.dataset.back && depth > 0) history.back();
    else if (button.dataset.back) go(button, () => {});
    else forth(button);
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.target.matches('#sign-up-form input:not([type="submit"], [type="button"])')) return;
    const main = root().querySelector('[data-main]');
    if (!main) return;
    event.preventDefault();
    main.click();
  });

  window.addEventListener('popstate', event => {
    const to = event.state && event.state.depth || 0;
    const back = root().querySelector('[data-back]');
    if (to < depth && back) {
      depth = to;
      go(back, () => {});
    } else {
      depth = to;
    }
  });

  document.addEventListener('input', event => {
    if (event.target.id !== 'sign-up-password') return;
    clearTimeout(measuring);
    measuring = setTimeout(measure, 400);
  });

  history.replaceState({depth: 0}, '');
  settle(false);
})();
