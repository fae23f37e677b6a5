// A small editor for rich text fields, and its reading into Slack's rich_text; its HTML never leaves the page.

const LOOKS = { B: "bold", STRONG: "bold", I: "italic", EM: "italic", S: "strike", STRIKE: "strike", DEL: "strike", U: "underline", CODE: "code" };
const MARKS = new Set(["bold", "italic", "strikeThrough", "insertOrderedList", "insertUnorderedList"]);
const KEYS = { X: "strikeThrough", C: "code", U: "link", "&": "insertOrderedList", 7: "insertOrderedList", "*": "insertUnorderedList", 8: "insertUnorderedList" };
const BLOCKS = new Set(["P", "DIV", "UL", "OL", "LI", "BLOCKQUOTE", "PRE"]);
let held = null; // the selection a link is being made of

document.execCommand("defaultParagraphSeparator", false, "div");

/** What an editor holds, as a rich_text block; nothing when it is empty. */
export function richText(editor) {
  const root = editor.querySelector(".editor-text");
  if (!root.textContent.replaceAll("\u200b", "").trim()) return null;
  const parts = [];
  read(root, parts);
  for (const part of parts) trim(part);
  return { type: "rich_text", elements: parts.filter((part) => part.elements.length) };
}

/** Answers a click on the editor's tools; true if it was one. */
export function onEditor(button) {
  const editor = button.closest(".editor");
  if (!editor || !button.dataset.mark) return false;
  format(editor, button.dataset.mark);
  return true;
}

/** Answers the editor's own keys; true if it was one. */
export function onEditorKey(event) {
  const editor = event.target.closest?.(".editor");
  if (!editor) return false;
  if (event.target.closest(".editor-tools")) return walk(event);
  if (event.target.closest(".editor-link")) {
    if (event.key === "Enter") format(editor, "set-link");
    else if (event.key === "Escape") askForLink(editor, false);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || !KEYS[event.key.toUpperCase()]) return false;
  event.preventDefault();
  format(editor, KEYS[event.key.toUpperCase()]);
  return true;
}

document.addEventListener("paste", (event) => {
  if (!event.target.closest?.(".editor-text")) return;
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
});
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.(".editor-tools")) event.preventDefault(); // what is selected stays so
});
document.addEventListener("selectionchange", () => {
  const editor = selected()?.closest(".editor-text")?.closest(".editor");
  if (editor) press(editor);
});

function format(editor, mark) {
  const text = editor.querySelector(".editor-text");
  if (mark === "link") return askForLink(editor, editor.querySelector(".editor-link").hidden);
  if (mark === "set-link") return setLink(editor, text);
  text.focus();
  if (mark === "code") code();
  else if (mark === "quote") document.execCommand("formatBlock", false, inside("BLOCKQUOTE") ? "div" : "blockquote");
  else document.execCommand(mark, false);
  return press(editor);
}

/** The element in which the selection begins. */
function selected() {
  const node = document.getSelection().anchorNode;
  return node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
}

function inside(tag) {
  return selected()?.closest(`.editor-text ${tag.toLowerCase()}`);
}

function code() {
  const selection = document.getSelection();
  const there = inside("CODE");
  if (there) {
    there.after("\u200b");
    selection.setPosition(there.nextSibling, 1);
    return;
  }
  const words = selection.toString() || "\u200b";
  const safe = new Option(words).innerHTML;
  document.execCommand("insertHTML", false, `<code>${safe}</code>`);
}

function askForLink(editor, shown) {
  const row = editor.querySelector(".editor-link");
  const selection = document.getSelection();
  if (shown) held = selection.rangeCount && editor.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
  row.hidden = !shown;
  (shown ? row.querySelector("input") : editor.querySelector(".editor-text")).focus();
}

function setLink(editor, text) {
  const input = editor.querySelector(".editor-link input");
  const address = /^(https?:\/\/|mailto:)\S+$/i.test(input.value.trim()) ? input.value.trim() : "";
  input.setAttribute("aria-invalid", String(!address));
  if (!address) return;
  askForLink(editor, false);
  const selection = document.getSelection();
  if (held) {
    selection.removeAllRanges();
    selection.addRange(held);
  } else {
    selection.selectAllChildren(text);
    selection.collapseToEnd();
  }
  if (selection.isCollapsed) {
    const link = Object.assign(document.createElement("a"), { href: address, textContent: address });
    document.execCommand("insertHTML", false, link.outerHTML);
  } else document.execCommand("createLink", false, address);
  input.value = "";
}

function press(editor) {
  for (const button of editor.querySelectorAll(".editor-tools [data-mark]")) {
    const mark = button.dataset.mark;
    const on = MARKS.has(mark) ? document.queryCommandState(mark) : Boolean(inside({ code: "CODE", quote: "BLOCKQUOTE", link: "A" }[mark] || "X"));
    button.setAttribute("aria-pressed", String(on));
  }
}

function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return false;
  const tools = [...event.target.closest(".editor-tools").querySelectorAll("button")];
  const next = tools[(tools.indexOf(event.target.closest("button")) + step + tools.length) % tools.length];
  for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
  next.focus();
  event.preventDefault();
  return true;
}

/** Reads a node's children into sections, lists, quotes and code. */
function read(node, parts) {
  for (const child of node.childNodes) {
    const tag = child.nodeName;
    if (tag === "UL" || tag === "OL") list(child, parts, 0);
    else if (tag === "BLOCKQUOTE") parts.push({ type: "rich_text_quote", elements: inline(child, {}) });
    else if (tag === "PRE") parts.push({ type: "rich_text_preformatted", elements: [{ type: "text", text: child.textContent }] });
    else if ((tag === "DIV" || tag === "P") && [...child.children].some((one) => BLOCKS.has(one.nodeName))) read(child, parts);
    else if (tag === "DIV" || tag === "P") section(parts, inline(child, {}), true);
    else section(parts, inline({ childNodes: [child] }, {}), false);
  }
}

/** Adds words to the section that is being written; a new paragraph begins a new line. */
function section(parts, elements, fresh) {
  const last = parts.at(-1);
  if (last?.type !== "rich_text_section") parts.push({ type: "rich_text_section", elements, open: !fresh });
  else {
    if (fresh || !last.open) last.elements.push({ type: "text", text: "\n" });
    last.elements.push(...elements);
    last.open = !fresh;
  }
}

function list(node, parts, indent) {
  const style = node.nodeName === "OL" ? "ordered" : "bullet";
  for (const item of node.children) {
    if (item.nodeName !== "LI") {
      list(item, parts, indent + 1);
      continue;
    }
    const depth = Math.max(indent, Number(/indent-(\d)/.exec(item.className)?.[1] || 0));
    const words = inline({ childNodes: [...item.childNodes].filter((one) => !["UL", "OL"].includes(one.nodeName)) }, {});
    const last = parts.at(-1);
    const same = last?.type === "rich_text_list" && last.style === style && (last.indent || 0) === depth;
    if (!same) parts.push({ type: "rich_text_list", style, indent: depth, elements: [] });
    parts.at(-1).elements.push({ type: "rich_text_section", elements: words });
    for (const inner of item.querySelectorAll(":scope > ul, :scope > ol")) list(inner, parts, depth + 1);
  }
}

/** Reads words with their looks, links, mentions and emoji. */
function inline(node, style) {
  const found = [];
  for (const child of node.childNodes) {
    const look = Object.keys(style).length ? { style } : {};
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.nodeValue.replaceAll("\u200b", "").replaceAll("\u00a0", " ");
      if (text) found.push({ type: "text", text, ...look });
    } else if (child.nodeName === "BR") found.push({ type: "text", text: "\n" });
    else if (child.dataset?.emoji) found.push({ type: "emoji", name: child.dataset.emoji, ...look });
    else if (child.dataset?.mention) found.push({ ...mention(child.dataset.mention), ...look });
    else if (child.nodeName === "A") found.push({ type: "link", url: child.getAttribute("href"), text: child.textContent, ...look });
    else if (LOOKS[child.nodeName]) found.push(...inline(child, { ...style, [LOOKS[child.nodeName]]: true }));
    else found.push(...inline(child, style));
  }
  return found;
}

function mention(id) {
  if (["here", "channel", "everyone"].includes(id)) return { type: "broadcast", range: id };
  if (/^[UW]/.test(id)) return { type: "user", user_id: id };
  return id.startsWith("S") ? { type: "usergroup", usergroup_id: id } : { type: "channel", channel_id: id };
}

/** Takes the empty lines from the end, and what only the reading needed. */
function trim(part) {
  delete part.open;
  if (part.type === "rich_text_list") {
    if (!part.indent) delete part.indent;
    part.elements.forEach(trim);
    return;
  }
  while (part.elements.at(-1)?.text === "\n") part.elements.pop();
}
