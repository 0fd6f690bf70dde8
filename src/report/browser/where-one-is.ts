/** Marks in the navigation the section that is being read: the last one whose head is above the middle of the screen. */
export function markWhereOneIs(navigation: HTMLElement | null): void {
  if (navigation === null) return;
  const links = [...navigation.querySelectorAll<HTMLAnchorElement>(":scope > ul > li > a")];
  const sections = links.map((link) => document.getElementById(link.dataset.g ?? ""));
  let waiting = false;
  const mark = () => {
    waiting = false;
    const at = sections.findLastIndex(
      (section) => section !== null && section.getBoundingClientRect().top < innerHeight / 2,
    );
    for (const [i, link] of links.entries()) {
      if (i === at) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
}
