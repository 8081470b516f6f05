/* Leaving the form for a contact, by Escape or otherwise: asks first, if anything typed would be lost. */
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const dialog = byId("contact-edit");
  let before = "";
  let back = null;

  /* What is typed; an empty line more or less is nothing. */
  const typed = () => {
    const texts = [...dialog.querySelectorAll("input:not([type='hidden'], [type='submit']), textarea")].filter((field) => field.value.trim());
    const labels = texts.map((field) => field.closest(".contact-line")?.querySelector("select")?.value);
    return JSON.stringify(texts.map((field, at) => [field.value.trim(), labels[at]]));
  };

  const asks = () => !byId("contact-edit-discard").hidden;
  const ask = (asked) => {
    if (asked) back = document.activeElement;
    byId("contact-edit-discard").hidden = !asked;
    byId("contact-edit-actions").hidden = asked;
    if (asked) byId("contact-edit-discard-no").focus();
    else if (back && back.isConnected) back.focus();
  };

  const leave = () => {
    if (asks()) ask(false);
    else if (typed() === before) dialog.close();
    else ask(true);
  };

  const acts = {
    "contact-edit-close": leave,
    "contact-edit-cancel": leave,
    "contact-edit-discard-no": () => ask(false),
    "contact-edit-discard-yes": () => dialog.close(),
  };
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !acts[button.id]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[button.id]();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });

  window.beckonContactLeave = {
    /* The form shows what is kept: from here on whatever differs was typed. */
    begun() {
      back = null;
      ask(false);
      before = typed();
    },
  };
})();
