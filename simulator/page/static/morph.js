// Turns what is shown into what the server sent, touching only what differs: focus, typed text and scroll stay.

// What the script says about an element while somebody uses it. `data-own` names the state of a part that minds itself:
// it is left alone until the server sends another.
const KEPT = new Set(["open", "aria-busy", "aria-expanded", "aria-activedescendant"]);

/** Makes the inside of an element equal to this HTML. */
export function morph(element, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  children(element, fresh.content);
}

/** Makes the children of an element those named in `order`; `items` holds those whose HTML differs. */
export function morphList(element, order, items) {
  const wanted = new Set(order);
  for (const child of [...element.children]) if (!wanted.has(child.id)) child.remove();
  let at = element.firstElementChild;
  for (const id of order) {
    let child = at && at.id === id ? at : document.getElementById(id);
    if (!child) {
      child = document.createElement("div");
      child.id = id;
      child.className = "item";
    }
    if (child === at) at = at.nextElementSibling;
    else element.insertBefore(child, at);
    const fresh = items[id];
    if (!fresh) continue;
    child.dataset.mark = fresh.mark;
    if (child.firstChild) morph(child, fresh.html);
    else child.innerHTML = fresh.html;
  }
}

function children(old, fresh) {
  const wanted = [...fresh.childNodes];
  let at = old.firstChild;
  for (const node of wanted) {
    const match = find(at, node, old);
    if (!match) {
      old.insertBefore(node, at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else old.insertBefore(match, at);
    if (node.nodeType === Node.ELEMENT_NODE) one(match, node);
    else if (match.nodeValue !== node.nodeValue) match.nodeValue = node.nodeValue;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function find(at, node, parent) {
  if (node.nodeType !== Node.ELEMENT_NODE) return at && at.nodeType === node.nodeType ? at : null;
  if (node.id) return [...parent.children].find((child) => child.id === node.id && child.tagName === node.tagName) || null;
  return at && at.nodeType === Node.ELEMENT_NODE && at.tagName === node.tagName && !at.id ? at : null;
}

function one(old, fresh) {
  if (old.dataset.own !== fresh.dataset.own) {
    old.replaceWith(fresh);
    return;
  }
  if (old.hasAttribute("data-own") || old.isEqualNode(fresh)) return;
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value && !KEPT.has(name)) old.setAttribute(name, value);
  children(old, fresh);
}
