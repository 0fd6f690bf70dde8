import type { Analysis } from "../model/analysis.ts";
import { safeLink } from "./article.ts";
import { type Html, html } from "./html.ts";
import { unitElement } from "./unit-marks.ts";
import type { Lang } from "./words.ts";
import { WORDS } from "./words.ts";

const ROLES = {
  ja: { source: "参考・出典", "image-credit": "画像の出典", related: "関連記事", inline: "本文中", link: "リンク" },
  en: { source: "source", "image-credit": "image credit", related: "related", inline: "in the text", link: "link" },
} as const;

/** Returns the list of every source that articles and comments name, with the way to where it is named. */
export function sourceList(analyses: readonly Analysis[], lang: Lang): Html {
  const words = WORDS[lang];
  const rows = analyses.flatMap(({ citations }, index) =>
    citations.map(
      ({ role, title, text, outlet, holder, language, licence, url, unit, start, end }) =>
        html`<tr><td>${ROLES[lang][role]}</td><td dir="auto">${safeLink(url, title ?? text)}</td><td dir="auto"><bdi>${outlet ?? holder ?? ""}</bdi></td><td>${language ?? ""}</td><td>${licence ?? ""}</td><td><button type="button" class="place" data-g="${unitElement(index, unit)}" data-s="${start}-${end}">${unit === "article" ? words.article : unit}</button></td></tr>`,
    ),
  );
  if (rows.length === 0) return html``;
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.sources}"><table><thead><tr>${words.sourceColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
