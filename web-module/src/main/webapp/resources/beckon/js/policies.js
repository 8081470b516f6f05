/* Policies: finds, counts and resets the countries that may be texted. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  const countries = () => [...document.querySelectorAll('#text-countries input')];

  const count = () => {
    const output = document.querySelector('#text-countries-choice output');
    if (!output) return;
    const chosen = countries().filter(input => input.checked).length;
    output.textContent = output.dataset.count.replace('{0}', chosen);
  };

  const plain = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  document.addEventListener('input', event => {
    if (event.target.dataset.find === 'text-countries') {
      const wanted = plain(event.target.value.trim());
      countries().forEach(input => {
        const row = input.closest('li');
        row.hidden = !plain(row.textContent).includes(wanted);
      });
    }
  });

  // a search field of its own form: Enter must not save
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.dataset.find) event.preventDefault();
  });

  document.addEventListener('change', event => {
    if (event.target.closest('#text-countries')) count();
  });

  document.addEventListener('click', event => {
    if (!event.target.closest('[data-usual-countries]')) return;
    const usual = byId('text-countries-choice').dataset.usual.split(' ');
    countries().forEach(input => { input.checked = usual.includes(input.value); });
    count();
  });

  count();

  window.beckonPolicies = {
    counted: count,
  };
})();
