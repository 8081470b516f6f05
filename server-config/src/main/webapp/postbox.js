"use strict";

const words = {
  en: {
    skip: "Skip to the message", title: "Postbox", lead: "Every mail and text that Beckon sends here, as it arrives.",
    search: "Search by recipient", empty: "Empty the postbox", messages: "Messages",
    noneTitle: "No message chosen", none: "Choose a message to read it.",
    from: "From", to: "To", at: "Received", text: "Text", source: "Source", noSubject: "(no subject)",
    phone: "Phone", textTo: to => `Text to ${to}`,
    counted: (encoding, count) => `${encoding}, ${count === 1 ? "1 segment" : `${count} segments`}`,
    answer: "Answer from this phone", send: "Send", answered: "Sent to Beckon.", unanswered: "Nobody takes it now.",
    nothingYet: "No message yet. Invite somebody, and it shows up here.",
    nothingFound: "No message to a recipient like this.",
    arrived: count => count === 1 ? "1 message" : `${count} messages`,
    lost: "The postbox does not answer; trying again.", frame: "The mail as its recipient sees it",
  },
  fr: {
    skip: "Aller au message", title: "Boîte aux lettres", lead: "Chaque e-mail et chaque SMS que Beckon envoie ici, dès son arrivée.",
    search: "Rechercher par destinataire", empty: "Vider la boîte", messages: "Messages",
    noneTitle: "Aucun message choisi", none: "Choisissez un message pour le lire.",
    from: "De", to: "À", at: "Reçu", text: "Texte", source: "Source", noSubject: "(sans objet)",
    phone: "Téléphone", textTo: to => `SMS pour ${to}`,
    counted: (encoding, count) => `${encoding}, ${count < 2 ? `${count} segment` : `${count} segments`}`,
    answer: "Répondre depuis ce téléphone", send: "Envoyer", answered: "Envoyé à Beckon.", unanswered: "Personne ne le prend pour l’instant.",
    nothingYet: "Pas encore de message. Invitez quelqu’un et il apparaîtra ici.",
    nothingFound: "Aucun message pour un tel destinataire.",
    arrived: count => count < 2 ? `${count} message` : `${count} messages`,
    lost: "La boîte aux lettres ne répond pas\u202f; nouvel essai.", frame: "L’e-mail tel que le voit son destinataire",
  },
};
const language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
const say = words[language];
const at = id => document.getElementById(id);
const views = ["html", "phone", "text", "source"];
const viewsOf = { EMAIL: ["html", "text", "source"], TEXT: ["phone", "source"] };
/* Days before months, unless the browser is set to another English. */
const form = navigator.languages.find(each => each.startsWith(`${language}-`)) || (language === "en" ? "en-GB" : language);
const time = new Intl.DateTimeFormat(form, { timeStyle: "medium" });
const moment = new Intl.DateTimeFormat(form, { dateStyle: "long", timeStyle: "medium" });

let chosen = null;
let asked = 0;

function translate() {
  document.documentElement.lang = language;
  document.title = say.title;
  at("search").placeholder = say.search;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = say[element.dataset.text];
  }
}

function row(message) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = `message-${message.id}`;
  if (chosen === message.id) button.setAttribute("aria-current", "true");
  const parts = { who: message.to, when: time.format(new Date(message.receivedAt)), what: message.channel === "TEXT" ? message.text : message.subject || say.noSubject };
  for (const [name, text] of Object.entries(parts)) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    button.append(span);
  }
  button.addEventListener("click", () => show(message.id));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

async function list() {
  const turn = ++asked;
  const sought = at("search").value;
  try {
    const answer = await fetch(`api/messages?view=list&to=${encodeURIComponent(sought)}`);
    const messages = await answer.json();
    if (turn !== asked) return;
    const focused = document.activeElement?.id;
    at("list").replaceChildren(...messages.map(row));
    if (focused?.startsWith("message-")) at(focused)?.focus();
    at("count").textContent = messages.length;
    at("news").textContent = say.arrived(messages.length);
    at("nothing").hidden = messages.length > 0;
    at("nothing").textContent = sought ? say.nothingFound : say.nothingYet;
    at("empty").disabled = messages.length === 0 && !sought;
    if (chosen && !sought && !messages.some(message => message.id === chosen)) hide();
  } catch {
    at("news").textContent = say.lost;
  }
}

// A phone makes links of addresses; so that one can follow them here too.
function linked(text) {
  return text.split(/(https?:\/\/[^\s]+)/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const link = document.createElement("a");
    link.href = piece;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = piece;
    return link;
  });
}

async function show(id) {
  const [message, source] = await Promise.all([
    fetch(`api/messages/${id}`).then(answer => answer.json()),
    fetch(`api/messages/${id}/source`).then(answer => answer.text()),
  ]);
  chosen = id;
  for (const button of document.querySelectorAll("#list button")) {
    button.toggleAttribute("aria-current", false);
    if (button.id === `message-${id}`) button.setAttribute("aria-current", "true");
  }
  const isText = message.channel === "TEXT";
  at("subject").textContent = isText ? say.textTo(message.to) : message.subject || say.noSubject;
  at("from").textContent = message.from;
  at("to").textContent = message.to;
  at("at").textContent = moment.format(new Date(message.receivedAt));
  at("text").textContent = message.text;
  at("source").textContent = source;
  at("panel-html").replaceChildren();
  if (message.html) {
    const frame = document.createElement("iframe");
    frame.title = say.frame;
    frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
    frame.src = `api/messages/${id}/html`;
    at("panel-html").append(frame);
  }
  at("answered").textContent = "";
  at("bubble").replaceChildren(...(isText ? linked(message.text) : []));
  at("counted").textContent = isText ? say.counted(message.encoding, message.segments) : "";
  for (const name of views) at(`tab-${name}`).hidden = !viewsOf[message.channel].includes(name);
  at("tab-html").disabled = !message.html;
  at("none").hidden = true;
  at("shown").hidden = false;
  select(isText ? "phone" : message.html ? "html" : "text");
  at("message").focus({ preventScroll: true });
}

async function answer(event) {
  event.preventDefault();
  const words = at("answer").value;
  const sent = await fetch("api/texts", {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ from: at("to").textContent, text: words }),
  });
  at("answered").textContent = sent.ok ? say.answered : say.unanswered;
  if (sent.ok) at("answer").value = "";
}

function hide() {
  chosen = null;
  at("none").hidden = false;
  at("shown").hidden = true;
}

function select(view) {
  for (const name of views) {
    at(`tab-${name}`).setAttribute("aria-selected", String(name === view));
    at(`tab-${name}`).tabIndex = name === view ? 0 : -1;
    at(`panel-${name}`).hidden = name !== view;
  }
}

function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const open = views.filter(name => !at(`tab-${name}`).disabled && !at(`tab-${name}`).hidden);
  const now = open.findIndex(name => at(`tab-${name}`) === document.activeElement);
  const next = open[(now + step + open.length) % open.length];
  select(next);
  at(`tab-${next}`).focus();
}

translate();
for (const name of views) at(`tab-${name}`).addEventListener("click", () => select(name));
at("tabs").addEventListener("keydown", move);
at("search").addEventListener("input", list);
at("search-form").addEventListener("submit", event => event.preventDefault());
at("answer-form").addEventListener("submit", answer);
at("empty").addEventListener("click", () => fetch("api/messages", { method: "DELETE" }).then(list));
const events = new EventSource("events");
events.addEventListener("change", list);
events.addEventListener("open", list);
events.addEventListener("error", () => { at("news").textContent = say.lost; });
list();
