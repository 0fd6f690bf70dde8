import { citationTable } from "../../tables/citations.ts";
import { need } from "../../tables/need.ts";
import type { RowOf } from "../../tables/row-type.ts";
import { safeLink } from "../article.ts";
import { count } from "../count.ts";
import { foldedAway } from "../folded-away.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { cellOf, columnHeads, tableName } from "../table-parts.ts";
import { authorOf, unitLink } from "../unit-link.ts";
import type { Section } from "./section.ts";

const MOST = 15;
/** A page of many sources stays light. */
const MOST_FOLDED = 100;
const MOST_PLACES = 4;
/** Those with a title first, then outlets that are only named. */
const ROLES = ["source", "related", "link", "inline"] as const;
const NEEDED = [
  ...["discussion", "unit", "start", "end", "text"],
  ...["role", "title", "outlet", "holder", "licence", "language", "url"],
] as readonly Column[];
type Column = keyof Citation & string;
type Citation = RowOf<typeof citationTable.schema.columns>;

const WORDS = {
  ja: {
    roles: {
      source: "参考・出典",
      "image-credit": "画像の出典",
      related: "関連記事",
      inline: "本文中",
      link: "リンク",
    },
    lead: (n: number, comments: number) =>
      `挙げられた出典は${count(n)}${comments === 0 ? "、すべて記事による" : `、うちコメントが挙げたもの${count(comments)}`}。`,
    none: "画像の出典のほかに、挙げられた出典はない。",
    columns: ["媒体", "題名", "言語", "役割", "挙げた人"],
    credits: (n: number) => `画像の出典${count(n)}`,
    creditColumns: ["権利者", "利用条件", "リンク", "挙げた人"],
    more: (n: number) => `ほか${count(n)}`,
    places: (n: number) => `ほか${count(n)}か所`,
    left: (n: number) => `残りの${count(n)}は、表 citations にある。`,
  },
  en: {
    roles: {
      source: "source",
      "image-credit": "image credit",
      related: "related",
      inline: "named in the text",
      link: "link",
    },
    lead: (n: number, comments: number) =>
      `${n === 1 ? "1 source is" : `${count(n)} sources are`} named, ${comments === 0 ? "all by the article" : `${count(comments)} of them by comments`}.`,
    none: "Beside credits of pictures no source is named.",
    columns: ["outlet", "title", "language", "role", "named by"],
    credits: (n: number) => (n === 1 ? "1 credit of a picture" : `${count(n)} credits of pictures`),
    creditColumns: ["holder", "licence", "link", "named by"],
    more: (n: number) => `${count(n)} more`,
    places: (n: number) => `${count(n)} more places`,
    left: (n: number) => `The other ${count(n)} stand in the table citations.`,
  },
} as const;

/** What article and comments name as their sources. */
export const sourceSection: Section = {
  id: "sources",
  name: { ja: "出典", en: "Sources" },
  charts: [],
  folded: ["citations"],
  body(page) {
    const rows = [
      ...need("the report's sources", page.tables("citations"), citationTable.schema, NEEDED),
    ] as Citation[];
    if (rows.length === 0) return null;
    const words = WORDS[page.lang];
    const credits = grouped(rows.filter(({ role }) => role === "image-credit"));
    const sources = ROLES.flatMap((role) => grouped(rows.filter((row) => row.role === role)));
    const byComments = sources.filter((group) => group.some(({ unit }) => unit !== "article")).length;
    const rest = sources.slice(MOST);
    return html`<p class="note">${sources.length === 0 ? words.none : words.lead(sources.length, byComments)}</p>
${sources.length === 0 ? "" : sourceTable(sources.slice(0, MOST), page)}
${rest.length === 0 ? "" : folded(words.more(rest.length), rest, sourceTable, page)}
${credits.length === 0 ? "" : folded(words.credits(credits.length), credits, creditTable, page)}`;
  },
};

type Group = readonly [Citation, ...Citation[]];

function folded(summary: string, groups: readonly Group[], table: typeof sourceTable, page: Page): Html {
  const left = groups.length - MOST_FOLDED;
  const note = left > 0 ? html`<p class="note">${WORDS[page.lang].left(left)}</p>` : "";
  return foldedAway(summary, html`${table(groups.slice(0, MOST_FOLDED), page)}${note}`);
}

/** Returns citations of the same thing together, in the order in which things are first named. */
function grouped(rows: readonly Citation[]): readonly Group[] {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const row of rows) {
    const key = [row.role, row.title ?? row.outlet ?? row.holder ?? row.text, row.url].join("\t");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function sourceTable(groups: readonly Group[], page: Page): Html {
  const words = WORDS[page.lang];
  return tableOf(
    words.columns,
    groups.map((group) => {
      const [{ outlet, title, text, language, role, url }] = group;
      const named = title ?? (outlet === null || url !== null ? text : null);
      const [, , languageHead, , byHead] = words.columns;
      return html`<tr>${holderOf(outlet)}${named === null ? cellOf("", null) : html`<td class="line" dir="auto">${safeLink(url, named)}</td>`}${cellOf(languageHead, language)}<td>${words.roles[role as keyof typeof words.roles] ?? role}</td>${cellOf(byHead, placesOf(group, page))}</tr>`;
    }),
    page,
  );
}

function creditTable(groups: readonly Group[], page: Page): Html {
  return tableOf(
    WORDS[page.lang].creditColumns,
    groups.map((group) => {
      const [{ holder, outlet, licence, url, text, title }] = group;
      const [, licenceHead, , byHead] = WORDS[page.lang].creditColumns;
      return html`<tr>${holderOf(holder ?? outlet)}${cellOf(licenceHead, licence)}<td class="line" dir="auto">${safeLink(url, title ?? text)}</td>${cellOf(byHead, placesOf(group, page))}</tr>`;
    }),
    page,
  );
}

function holderOf(name: string | null): Html {
  return name === null
    ? html`<th scope="row" class="nothing">–</th>`
    : html`<th scope="row" dir="auto"><bdi>${name}</bdi></th>`;
}

function tableOf(columns: readonly string[], rows: readonly Html[], { lang }: Page): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${tableName(sourceSection.name[lang], lang)}"><table class="cited blocks"><thead><tr>${columnHeads(columns)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Returns by whom it is named, each a link to the place. */
function placesOf(group: readonly Citation[], page: Page): Html {
  const links = group.slice(0, MOST_PLACES).flatMap((row, i) => {
    const place = page.placeOf(row.discussion, row.unit);
    return place === null
      ? []
      : [html`${i === 0 ? "" : page.lang === "ja" ? "、" : ", "}${unitLink(place, authorOf(place, page), row)}`];
  });
  const rest = group.length - MOST_PLACES;
  return html`${links}${rest > 0 ? ` ${WORDS[page.lang].places(rest)}` : ""}`;
}
