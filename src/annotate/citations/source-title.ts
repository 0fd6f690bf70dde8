import type { Outlet } from "./resources.ts";

/** A source line cut into the title and who published it. */
export interface SourceTitle {
  readonly title: string;
  readonly outlet: string | null;
}

const SEPARATOR = /\s*[|｜]\s*|\s+[-–—―/／]\s*|\s*[/／]\s+|\s*[–—―]\s+/g;

/**
 * Returns the title and the outlet of `Title - Outlet`, `Title | Outlet`, `Title（Outlet）` and `Outlet「Title」` where the
 * outlet is known.
 *
 * @example
 * parseSourceTitle("Talks resume in Geneva | Reuters", outlets); // { title: "Talks resume in Geneva", outlet: "Reuters" }
 */
export function parseSourceTitle(text: string, outlets: ReadonlyMap<string, Outlet>): SourceTitle {
  const nameOf = (part: string) => outlets.get(part.trim())?.name ?? null;
  for (const { index, 0: mark } of [...text.matchAll(SEPARATOR)].reverse()) {
    const head = text.slice(0, index).trim();
    const tail = text.slice(index + mark.length);
    if (head !== "" && nameOf(tail) !== null) return { title: head, outlet: nameOf(tail) };
    if (tail.trim() !== "" && nameOf(head) !== null) return { title: tail.trim(), outlet: nameOf(head) };
  }
  const bracketed = /^(.+?)\s*[（(【[]([^（()）【】[\]]+)[）)】\]]$/.exec(text);
  if (bracketed !== null && nameOf(bracketed[2]!) !== null)
    return { title: bracketed[1]!, outlet: nameOf(bracketed[2]!) };
  const quoted = /^(.+?)\s*[「『“"](.+)[」』”"]$/.exec(text);
  if (quoted !== null && nameOf(quoted[1]!) !== null) return { title: quoted[2]!, outlet: nameOf(quoted[1]!) };
  return { title: text, outlet: nameOf(text) };
}
