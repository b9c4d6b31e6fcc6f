"use strict";
// Pointing at a line of the record lights its words in the text, and pointing at words lights their lines.
(() => {
  const words = new Map();
  const lines = new Map();
  for (const piece of document.querySelectorAll("[data-lines]"))
    for (const name of piece.dataset.lines.split(" ")) {
      if (!words.has(name)) words.set(name, []);
      words.get(name).push(piece);
    }
  for (const line of document.querySelectorAll("[data-line]")) lines.set(line.dataset.line, line);

  let lit = [];
  const light = (names) => {
    for (const element of lit) element.classList.remove("lit");
    lit = names.flatMap((name) => [...(words.get(name) || []), ...(lines.has(name) ? [lines.get(name)] : [])]);
    for (const element of lit) element.classList.add("lit");
  };
  const pointedAt = (target) => {
    const line = target.closest?.("[data-line]");
    if (line) return [line.dataset.line];
    const piece = target.closest?.("[data-lines]");
    return piece ? piece.dataset.lines.split(" ") : [];
  };
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  };
  const show = (element) => {
    if (element && !inView(element)) element.scrollIntoView({ block: "center" });
  };

  document.addEventListener("pointerover", (event) => light(pointedAt(event.target)));
  document.addEventListener("focusin", (event) => {
    const line = event.target.closest("[data-line]");
    if (!line) return;
    light([line.dataset.line]);
    if (line.matches(":focus-visible")) scrollText(line.dataset.line);
  });
  const scrollText = (name) => {
    const piece = words.get(name)?.[0];
    const box = piece?.closest(".text");
    if (box && box.scrollHeight > box.clientHeight) {
      const away = piece.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (away < 0 || away > box.clientHeight - 40) box.scrollTop += away - box.clientHeight / 3;
    }
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("a.find-words")) {
      event.preventDefault();
      const name = event.target.closest("[data-line]").dataset.line;
      light([name]);
      scrollText(name);
      show(words.get(name)?.[0]);
      return;
    }
    if (event.target.closest("a, button, input")) return;
    const names = pointedAt(event.target);
    const line = event.target.closest("[data-line]");
    if (line) scrollText(line.dataset.line);
    else if (names.length) show(lines.get(names[0]));
  });
})();
