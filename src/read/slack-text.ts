import type { Link } from "../model/discussion.ts";
import { decodeReferences } from "./xml.ts";

const UNKNOWN = "@…";

/**
 * Returns a message of Slack as its readers see it: `<@U012>` is the person's name (`@…` where the source does not tell
 * it), `<#C012|general>` the channel's, `<https://…|words>` a link; `&amp;`, `&lt;` and `&gt;` are decoded.
 */
export function slackText(source: string, people: ReadonlyMap<string, string>): { text: string; links: Link[] } {
  const parts: string[] = [];
  const links: Link[] = [];
  let length = 0;
  const put = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  let done = 0;
  for (const { 0: whole, 1: inner, index } of source.matchAll(/<([^<>\n]{1,2000})>/g)) {
    put(decodeReferences(source.slice(done, index)));
    done = index + whole.length;
    const bar = inner!.indexOf("|");
    const target = bar < 0 ? inner! : inner!.slice(0, bar);
    const label = bar < 0 ? null : decodeReferences(inner!.slice(bar + 1));
    if (target.startsWith("@")) put(person(target.slice(1), label, people));
    else if (target.startsWith("#")) put(`#${label ?? "…"}`);
    else if (target.startsWith("!")) put(label ?? `@${target.slice(1).replace(/\^.*$/, "")}`);
    else {
      const url = decodeReferences(target);
      const start = length;
      put(label ?? url.replace(/^mailto:/, ""));
      if (/^https?:/.test(url)) links.push({ start, end: length, url });
    }
  }
  put(decodeReferences(source.slice(done)));
  return { text: parts.join(""), links };
}

function person(id: string, label: string | null, people: ReadonlyMap<string, string>): string {
  const name = people.get(id) ?? label;
  return name === null || name === "" ? UNKNOWN : `@${name.replace(/^@/, "")}`;
}
