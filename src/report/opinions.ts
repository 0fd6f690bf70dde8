import type { Chart } from "../charts/chart.ts";
import { copySentence } from "../measure/opinions/copy-sentence.ts";
import type { Analysis } from "../model/analysis.ts";
import { need } from "../tables/need.ts";
import { OPINIONS } from "../tables/opinion-schemas.ts";
import type { RowOf } from "../tables/row-type.ts";
import { groupBy } from "../words/group-by.ts";
import { burstSentences } from "./burst-sentences.ts";
import { byDiscussion } from "./by-discussion.ts";
import { foldedAway } from "./folded-away.ts";
import { type Html, html } from "./html.ts";
import { OPINION_WORDS } from "./opinion-words.ts";
import type { Page } from "./page.ts";
import { unitElement } from "./unit-marks.ts";
import type { Lang } from "./words.ts";

type Opinion = RowOf<typeof OPINIONS.columns>;

/** Opinions that are told with sentences; the rest is folded away. */
const MOST = 8;
/** Discussions that stand open; of many, fewer. */
const MOST_OPEN = 3;
const OPEN_OF_MANY = 1;
/** Discussions that are told at all; the table has the others. */
const MOST_TOLD = 12;
/** Below this a group comes back as another one when a fifth of its claims is left out. */
const STABLE = 0.4;

/** Returns each opinion with how many hold it and three of its sentences, which lead to their comments; null without any. */
export function opinionBody({ analyses, tables, drawn, lang }: Page): Html | null {
  const words = OPINION_WORDS[lang];
  const columns = OPINIONS.columns.map(({ name }) => name);
  const rows = [...need("the report's opinions", tables("opinions"), OPINIONS, columns)];
  if (rows.length === 0) return null;
  const owned = groupBy(rows, ({ discussion }) => discussion);
  const told = [...analyses.entries()].filter(([, { discussion }]) => owned.has(discussion.id));
  const named = analyses.length > 1;
  const [copies, comments] = [byDiscussion(tables("copies")), byDiscussion(tables("comments"))];
  const marks = marksOf(drawn);
  const parts = told.slice(0, MOST_TOLD).map(([index, analysis]) => {
    const { id } = analysis.discussion;
    const own = { copies: copies(id), comments: comments(id) };
    const first = copySentence(own.copies, own.comments, { lang });
    return discussionOpinions(analysis, owned.get(id)!, {
      index,
      lang,
      named,
      first,
      bursts: burstSentences(analysis, { index, lang, ...own }),
      marks: marks.get(id) ?? new Map(),
    });
  });
  const open = told.length > MOST_TOLD ? OPEN_OF_MANY : MOST_OPEN;
  const folded = parts.slice(open);
  const left = told.length - parts.length;
  return html`<p class="note">${words.noPoll}</p>
<div class="opinions">${parts.slice(0, open)}
${folded.length === 0 ? "" : foldedAway(words.moreDiscussions(folded.length), folded)}
${left === 0 ? "" : html`<p class="note">${words.leftDiscussions(left)}</p>`}</div>`;
}

interface Told {
  /** Number of the discussion. */
  readonly index: number;
  readonly lang: Lang;
  /** Whether its title stands over it. */
  readonly named: boolean;
  /** How many comments there are, and how many are copies. */
  readonly first: string;
  /** When copies came in bursts. */
  readonly bursts: Html | null;
  /** Rows of the chart of opinions, by the opinion. */
  readonly marks: ReadonlyMap<string, number>;
}

function discussionOpinions(analysis: Analysis, rows: readonly Opinion[], told: Told): Html {
  const { index, lang, named, first, bursts, marks } = told;
  const words = OPINION_WORDS[lang];
  const { article, comments } = analysis.discussion;
  const opinions = rows.filter((row) => /^o\d/.test(row.id));
  const other = rows.find((row) => row.id === "other");
  const proposition = analysis.sides[0]?.proposition;
  const show = (row: Opinion) => opinionItem(row, { analysis, index, lang, mark: marks.get(row.id) });
  const rest = opinions.slice(MOST);
  const few = opinions.length > 0 && opinions.every(({ stability }) => stability === null);
  return html`${named ? html`<h3 dir="auto"><bdi>${article.title}</bdi></h3>` : ""}<p>${first}${words.stop}${few ? words.points : words.count(opinions.length)}${proposition === undefined ? "" : words.proposition(proposition)}</p>${bursts ?? ""}
<ol>${opinions.slice(0, MOST).map(show)}</ol>
${rest.length === 0 ? "" : html`<details><summary>${words.more(rest.length)}</summary><ul class="rest">${rest.map((row) => html`<li><bdi>${row.label}</bdi> <span class="note">${words.standing(row, comments.length)}</span></li>`)}</ul></details>`}
${other === undefined ? "" : html`<details class="other"><summary>${words.other} <span class="note">${words.standing(other, comments.length)}</span></summary>${sentences(other, analysis, index)}</details>`}`;
}

/** Returns the numbers of the rows of the chart of opinions that stand for an opinion, by its discussion and its id. */
function marksOf(drawn: readonly Chart[]): ReadonlyMap<unknown, ReadonlyMap<string, number>> {
  const rows = drawn.find(({ name }) => name === "opinions")?.rows ?? [];
  const whole = [...rows.entries()].filter(([, { kind }]) => kind === "whole");
  const groups = groupBy(whole, ([, { discussion }]) => discussion);
  return new Map(
    [...groups].map(([discussion, own]) => [discussion, new Map(own.map(([i, row]) => [String(row.opinion), i]))]),
  );
}

interface Shown {
  readonly analysis: Analysis;
  readonly index: number;
  readonly lang: Lang;
  /** Its row in the chart of opinions. */
  readonly mark: number | undefined;
}

function opinionItem(row: Opinion, { analysis, index, lang, mark }: Shown): Html {
  const words = OPINION_WORDS[lang];
  const { stability } = row;
  return html`<li class="opinion"><h3 dir="auto"><bdi>${row.label}</bdi></h3>
<p class="standing">${words.standing(row, analysis.discussion.comments.length)}${mark === undefined ? "" : html` <a class="with-script" href="#mark=opinions.${mark}">${words.all}</a>`}</p>
${row.for === null ? "" : html`<p class="sides">${words.sides(row)}</p>`}${stability !== null && stability < STABLE ? html`<p class="note unstable">${words.unstable(stability)}</p>` : ""}
${sentences(row, analysis, index)}</li>`;
}

function sentences({ examples }: Opinion, { discussion }: Analysis, index: number): Html {
  const authors = new Map(discussion.comments.map(({ id, author }) => [id, author]));
  return html`<ul class="sentences">${examples.map(({ unit, start, end, text }) => {
    const element = unitElement(index, unit);
    const author = authors.get(unit) ?? null;
    return html`<li><a href="#${element}" data-g="${element}" data-s="${start}-${end}" dir="auto">${text}</a>${author === null ? "" : html` <span class="note">— <bdi>${author}</bdi></span>`}</li>`;
  })}</ul>`;
}
