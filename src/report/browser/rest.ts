/** Draws what is folded away when it is opened: until then it is the text of a `noscript`. */
export function openRests(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.lazy")) {
    details.addEventListener("toggle", () => {
      const rest = details.querySelector(":scope > noscript.rest");
      if (rest !== null) rest.replaceWith(contentOf(rest));
    });
  }
  for (const rest of document.querySelectorAll("noscript.rest-rows")) {
    const section = rest.parentElement!;
    section.querySelector(".all")?.addEventListener("change", () => restRows(section));
  }
}

/** Adds the rows that are folded away to the table before them, once. */
export function restRows(section: Element): void {
  const rest = section.querySelector("noscript.rest-rows");
  if (rest === null) return;
  const rows = contentOf(rest).querySelectorAll("tbody > tr");
  section.querySelector("table")!.tBodies[0]!.append(...rows);
  rest.remove();
}

function contentOf(rest: Element): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = rest.textContent!;
  return template.content;
}
