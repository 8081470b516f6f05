/* Who asks to be invited: approves and declines. */
(() => {
  'use strict';

  const byId = id => document.getElementById(id);

  function drawn() {
    document.querySelectorAll('#request-list time').forEach(time => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), {dateStyle: 'medium', timeStyle: 'short'});
    });
  }

  function answered() {
    drawn();
    byId('content').focus({preventScroll: true});
  }

  const commands = {
    approveRequest: () => window.approveRequest(),
    declineRequest: () => window.declineRequest(),
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('#request-list button');
    if (!button) return;
    Object.keys(commands).filter(name => button.dataset[name]).forEach(name => {
      byId('request-chosen').value = button.dataset[name];
      byId('request-list').querySelectorAll('button').forEach(each => { each.disabled = true; });
      commands[name]();
    });
  });

  window.beckonRequestList = {answered};
  drawn();
})();
