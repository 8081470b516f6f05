/* For every page, public ones as well: no library, no inline code. */
(() => {
  "use strict";

  const focusSummary = () => {
    const summary = document.querySelector("[data-focus]");
    if (summary) summary.focus();
    else showWrong(document.getElementById("content"));
  };

  /* What is wrong is brought before whoever has sent it, above or below what they see. */
  const isShown = (element) => element.getClientRects().length > 0;
  const showWrong = (within) => {
    const find = (css) => [...within.querySelectorAll(css)].find(isShown);
    const field = find('[aria-invalid="true"]');
    if (field && !document.activeElement.matches('[aria-invalid="true"]')) field.focus();
    const error = !field && find(".error");
    if (error) error.scrollIntoView({ block: "center" });
  };

  /* Only a button that sends tells so, never a field that asks while somebody types. */
  const showWrongOf = (source) => {
    const button = document.getElementById(source.id || source); // drawn anew meanwhile
    if (button && button.matches('[type="submit"]') && button.form) showWrong(button.form);
  };

  const reveal = (button) => {
    const input = document.getElementById(button.dataset.reveal);
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    button.setAttribute("aria-pressed", String(show));
    button.querySelector("span").textContent = show ? button.dataset.hide : button.dataset.show;
    button.querySelector(".pi").className = show ? "pi pi-eye-slash" : "pi pi-eye";
  };

  /* Whoever has chosen a time zone reads times in it, wherever they are. */
  const zone = document.documentElement.dataset.zone;
  window.beckonZone = zone ? { timeZone: zone } : {};

  /* What the server writes of times it writes in the browser's zone where nobody has chosen one. */
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `beckon-zone=${encodeURIComponent(here)}; Path=/; SameSite=Lax${secure}`;

  /* A moment as the reader writes it: in their own kind of the page's language. */
  const lang = document.documentElement.lang;
  const own = navigator.languages.find((each) => each.split("-")[0] === lang && each !== lang);
  const locale = own || (lang === "en" ? "en-GB" : lang);
  window.beckonMoment = (moment, form) => {
    const written = new Intl.DateTimeFormat(locale, { ...form, ...window.beckonZone }).format(moment);
    return lang === "fr" ? written.replace(/(?<=^|\s)1(?=\s\p{L})/u, "1er") : written;
  };

  /* Where the reader is only their browser knows; the page says it in UTC. */
  const showLocalTimes = () => {
    const form = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
    document.querySelectorAll("time[data-local]").forEach((time) => {
      time.textContent = window.beckonMoment(new Date(time.dateTime), form);
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reveal]");
    if (button) reveal(button);
    const jump = event.target.closest("#error-summary a");
    if (jump) {
      const field = document.getElementById(jump.hash.slice(1));
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });

  /* Whoever is mending a field has read what was wrong with it. */
  const mended = (field) => {
    const error = document.getElementById(`${field.id}-error`);
    if (!error || field.getAttribute("aria-invalid") !== "true") return;
    error.hidden = true;
    field.setAttribute("aria-invalid", "false");
    document.querySelectorAll("#error-summary a").forEach((line) => {
      if (line.hash === `#${field.id}`) line.closest("li").hidden = true;
    });
    const summary = document.getElementById("error-summary");
    if (summary) summary.hidden = !summary.querySelector("li:not([hidden])");
  };
  document.addEventListener("input", (event) => {
    const group = event.target.closest("fieldset.date");
    (group ? group.querySelectorAll("input") : [event.target]).forEach(mended);
  });

  /* A double click is one click, also where the page stays and sends by itself. The browser counts
     a pointer's clicks; keys and fingers come without a count, and a repeat is told by its haste.
     Whoever turns pages may do so as fast as they like. */
  let last = null;
  const isHasty = (event, button) => last && last.button === button && event.timeStamp - last.at < 600;
  const isRepeat = (event, button) => {
    if (button.closest(".pager")) return false;
    const counted = event.detail > 0 && event.pointerType !== "touch";
    return counted ? event.detail > 1 : isHasty(event, button);
  };
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest('[type="submit"]');
      if (!button) return;
      if (isRepeat(event, button)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      last = { button, at: event.timeStamp };
    },
    true,
  );

  /* A second click on a button that sends is a mistake, never a wish. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    document.querySelectorAll('input[type="text"][autocomplete$="password"]').forEach((input) => {
      input.type = "password";
    });
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, 8000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  const listen = () => {
    if (!window.jQuery) return;
    window.jQuery(document).on("pfAjaxComplete", (event, request, settings) => showWrongOf(settings.source));
  };
  document.addEventListener("DOMContentLoaded", focusSummary);
  document.addEventListener("DOMContentLoaded", listen);
  showLocalTimes();
  if (document.readyState !== "loading") focusSummary();
})();
