import { contentWords } from "../measure/content-words.ts";
import { logLikelihood } from "../measure/log-likelihood.ts";
import { loadDefaultNames, personOf } from "../measure/people.ts";
import { sideShares } from "../measure/side-shares.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { voteSummary } from "../measure/vote-summary.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { OPINIONS } from "../tables/opinion-schemas.ts";
import { groupBy } from "../words/group-by.ts";
import { bar } from "./bar.ts";
import { byDiscussion } from "./by-discussion.ts";
import { count } from "./count.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./page.ts";
import { percent } from "./percent.ts";
import { tableName } from "./table-parts.ts";
import { WORDS } from "./words.ts";

const KEYWORDS = 4;
const OPINIONS_SHOWN = 3;
/** Pages that stand open; the rest is folded away until it is asked for. */
const MOST_OPEN = 20;
/** A word of a page is told when it stands there so often, in two units or more. */
const FEWEST_TIMES = 3;
/** Length of 2022-09-15: beside other discussions the time of day says nothing. */
const DATE = 10;
const TONES = ["negative", "mixed", "neutral", "positive"] as const;

const TEXT = {
  ja: {
    heading: "ページの比較",
    lead: "ページを選ぶと、そのページだけが右に並ぶ。見出しを選ぶと並べ替わる。棒はどれも、そのページのコメントのなかでの割合。",
    columns: {
      page: "ページ",
      date: "公開",
      comments: "コメント",
      names: "名前",
      votes: "票",
      tone: "語調（暗い・混在・中立・明るい）",
      words: "ほかより多い言葉",
    },
    sides: "賛成・反対の推定",
    all: (rest: number) => `残り${count(rest)}件も表示する`,
  },
  en: {
    heading: "Pages compared",
    lead: "Choose a page to read it alone; choose a heading to sort. Bars are shares of the comments of that page.",
    columns: {
      page: "page",
      date: "published",
      comments: "comments",
      names: "names",
      votes: "votes",
      tone: "tone (dark, mixed, neutral, bright)",
      words: "words of its own",
    },
    sides: "for and against (estimated)",
    all: (rest: number) => `show the other ${count(rest)}, too`,
  },
} as const;

/** A cell with what it is sorted by. */
interface Cell {
  readonly value: number | string;
  readonly shown: Html | string;
  readonly kind?: string;
}

/** A column: its head, and its cell of each page. */
interface Column {
  readonly name: string;
  readonly cell: (discussion: string, index: number) => Cell;
}

/** Returns the pages side by side, a row each with small bars: comments, opinions, tone, sides, words of its own. */
export function comparison(page: Page): Html {
  const { analyses, lang } = page;
  const text = TEXT[lang];
  const columns = [...sizes(page), ...opinionColumns(page), tone(page), ...sides(page), ...words(page)];
  const rows = analyses.map(({ discussion }, index) => {
    const title = discussion.article.title === "" ? WORDS[lang].untitled : discussion.article.title;
    const cells = columns.map(({ cell }) => cell(discussion.id, index));
    return html`<tr><th scope="row" dir="auto"><button type="button" class="place" data-discussion="${index}">${title}</button></th>${cells.map(({ value, shown, kind = "" }) => html`<td class="${kind}" data-v="${value}" dir="auto">${shown}</td>`)}</tr>`;
  });
  const rest = rows.length - MOST_OPEN;
  const head = [text.columns.page, ...columns.map(({ name }) => name)].map(
    (name) =>
      html`<th scope="col"><span class="without-script">${name}</span><button type="button" class="sort with-script">${name}</button></th>`,
  );
  return html`<section class="section comparison" id="comparison" aria-labelledby="head-comparison"><h2 id="head-comparison">${text.heading}</h2><p class="note">${text.lead}</p>
${rest > 0 ? html`<p class="with-script"><label><input type="checkbox" class="all"> ${text.all(rest)}</label></p>` : ""}
<div class="scroll" tabindex="0" role="region" aria-label="${tableName(text.heading, lang)}"><table data-sortable><thead><tr>${head}</tr></thead><tbody>${rows.slice(0, MOST_OPEN)}</tbody></table></div>
${rest > 0 ? html`<noscript class="rest-rows"><table><tbody>${rows.slice(MOST_OPEN)}</tbody></table></noscript>` : ""}</section>`;
}

function sizes({ tables, analyses, lang }: Page): readonly Column[] {
  const { columns } = TEXT[lang];
  const comments = need("the comparison", tables("comments"), commentTable.schema, ["discussion", "author"]);
  const votes = new Map([...voteSummary(tables("comments"))].map((row) => [row.discussion, row]));
  const defaults = loadDefaultNames();
  const names = new Map(
    [...groupBy(comments, ({ discussion }) => discussion)].map(([discussion, own]) => [
      discussion,
      new Set(own.flatMap(({ author }) => personOf(author, defaults) ?? [])).size,
    ]),
  );
  const counts = analyses.map(({ discussion }) => discussion.comments.length);
  const most = Math.max(1, ...counts);
  const number = (value: number | null): Cell => ({
    value: value ?? -1,
    shown: value === null ? "–" : count(value),
    kind: "number",
  });
  return [
    {
      name: columns.date,
      cell: (_, index) => {
        const day = analyses[index]!.discussion.article.published?.value.slice(0, DATE) ?? "";
        return { value: day, shown: day === "" ? "–" : day, kind: "day" };
      },
    },
    {
      name: columns.comments,
      cell: (_, index) => ({
        value: counts[index]!,
        shown: html`<span class="figure">${count(counts[index]!)}</span>${bar([{ kind: "plain", share: counts[index]! / most }])}`,
        kind: "bars",
      }),
    },
    {
      name: columns.names,
      cell: (discussion) => number(names.get(discussion) || null),
    },
    { name: columns.votes, cell: (discussion) => number(votes.get(discussion)?.total ?? null) },
  ];
}

/** Returns a column for each of the opinions that most comments of all pages hold. */
function opinionColumns({ tables, lang }: Page): readonly Column[] {
  const rows = [
    ...need("the comparison", tables("opinions"), OPINIONS, ["discussion", "id", "label", "comments", "share"]),
  ];
  const sums = new Map<string, number>();
  for (const { id, comments } of rows) if (/^o\d/.test(id)) sums.set(id, (sums.get(id) ?? 0) + comments);
  const byId = groupBy(rows, ({ id }) => id);
  const shared = [...sums].filter(([id]) => (byId.get(id) ?? []).filter((row) => row.comments > 0).length > 1);
  return shared
    .sort((a, b) => b[1] - a[1])
    .slice(0, OPINIONS_SHOWN)
    .map(([id]) => {
      const own = byId.get(id)!;
      const shares = new Map(own.map(({ discussion, share }) => [discussion, share]));
      const { label } = own[0]!;
      return {
        name: lang === "ja" ? `「${label}」` : `“${label}”`,
        cell: (discussion: string) => {
          const share = shares.get(discussion) ?? 0;
          return shareCell(share, [{ kind: "plain", share }]);
        },
      };
    });
}

function shareCell(share: number, parts: Parameters<typeof bar>[0]): Cell {
  return {
    value: Number(share.toFixed(4)),
    shown: html`<span class="figure">${percent(share)}</span>${bar(parts)}`,
    kind: "bars",
  };
}

function tone({ tables, lang }: Page): Column {
  const rows = need("the comparison", tables("comments"), commentTable.schema, ["discussion", "sentimentLabel"]);
  const labelled = groupBy(
    [...rows].filter(({ sentimentLabel }) => sentimentLabel !== null),
    ({ discussion }) => discussion,
  );
  return {
    name: TEXT[lang].columns.tone,
    cell: (discussion) => {
      const labels = labelled.get(discussion) ?? [];
      if (labels.length === 0) return { value: -1, shown: "–", kind: "bars" };
      const parts = TONES.map((kind) => ({
        kind,
        share: labels.filter(({ sentimentLabel }) => sentimentLabel === kind).length / labels.length,
      }));
      const told = parts.map(({ share }) => percent(share)).join(" · ");
      return {
        value: Number(parts[0]!.share.toFixed(4)),
        shown: html`<span class="figure">${told}</span>${bar(parts)}`,
        kind: "bars",
      };
    },
  };
}

function sides({ tables, lang, analyses }: Page): readonly Column[] {
  const table = tables("sides");
  if (table.length === 0) return [];
  const of = byDiscussion(table);
  const shares = new Map(analyses.map(({ discussion: { id } }) => [id, [...sideShares(of(id))]]));
  return [
    {
      name: TEXT[lang].sides,
      cell: (discussion) => {
        const of = (side: string) => shares.get(discussion)?.find((row) => row.side === side)?.estimate ?? 0;
        const [pro, contra] = [of("for"), of("against")];
        const parts = [
          { kind: "for", share: pro },
          { kind: "against", share: contra },
        ];
        return {
          value: pro - contra,
          shown: html`<span class="figure">${percent(pro)} · ${percent(contra)}</span>${bar(parts)}`,
          kind: "bars",
        };
      },
    },
  ];
}

function words({ tables, lang }: Page): readonly Column[] {
  const own = wordsOfPages(tables);
  return [
    {
      name: TEXT[lang].columns.words,
      cell: (discussion) => {
        const found = own(discussion).join(lang === "ja" ? "、" : ", ");
        return { value: found, shown: found === "" ? "–" : found, kind: "own-words" };
      },
    },
  ];
}

/** Returns what gives the words that a page uses more than the others, by log-likelihood; all are counted once. */
function wordsOfPages(tables: Page["tables"]): (discussion: string) => readonly string[] {
  const all = new Map<string, number>();
  const pages = new Map<string, { size: number; readonly words: Map<string, { times: number; units: Set<string> }> }>();
  let size = 0;
  for (const { lemma, unit } of contentWords(withoutSourceLines(tables("tokens"), tables("citations")))) {
    const discussion = unit.slice(0, unit.lastIndexOf("/"));
    const page = pages.get(discussion) ?? { size: 0, words: new Map() };
    const word = page.words.get(lemma) ?? { times: 0, units: new Set<string>() };
    pages.set(discussion, page);
    page.words.set(lemma, word);
    all.set(lemma, (all.get(lemma) ?? 0) + 1);
    [size, page.size, word.times] = [size + 1, page.size + 1, word.times + 1];
    word.units.add(unit);
  }
  return (discussion) => {
    const page = pages.get(discussion);
    if (page === undefined) return [];
    const others = size - page.size;
    return [...page.words]
      .flatMap(([word, { times, units }]) => {
        const elsewhere = all.get(word)! - times;
        const more = times * others > elsewhere * page.size;
        if (all.get(word)! < FEWEST_TIMES || units.size < 2 || !more) return [];
        return [{ word, g2: logLikelihood(times, page.size - times, elsewhere, others - elsewhere) }];
      })
      .sort((a, b) => b.g2 - a.g2 || (a.word < b.word ? -1 : 1))
      .slice(0, KEYWORDS)
      .map(({ word }) => word);
  };
}
