import { SENTIMENT_LABELS } from "../charts/theme.ts";
import { spokenOf } from "../measure/spoken-of.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Comment } from "../model/discussion.ts";
import { SORTS, type Sort } from "./browser/filters.ts";
import { type Html, html } from "./html.ts";
import { READING_WORDS } from "./reading-words.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

const MOST_CHOICES = 200;
/** Choices that stand there before a field is opened. */
const MOST_READY = 40;

/** Returns the filters and the order, the place for their chips, and the legend of the marks, which are shown when asked for. */
export function controls(analyses: readonly Analysis[], lang: Lang): Html {
  const words: Words = WORDS[lang];
  const reading = READING_WORDS[lang];
  const isSpokenOf = spokenOf();
  const people = ranked(
    analyses.flatMap(({ mentions, entities }) => {
      const names = new Map(entities.filter(isSpokenOf).map(({ id, name }) => [id, name]));
      return mentions.flatMap(({ entity }) => names.get(entity) ?? []);
    }),
  );
  const comments = analyses.flatMap(({ discussion }) => discussion.comments);
  const has = fieldsOf(comments);
  const authors = ranked(comments.flatMap(({ author }) => author ?? []));
  const toggles = (
    [
      ["en", words.entities, ({ mentions }) => mentions],
      ["qu", words.quotations, ({ quotations }) => quotations],
      ["re", words.references, ({ references }) => references],
      ["ci", words.citations, ({ citations }) => citations],
      ["se", words.feelings, ({ sentiments }) => sentiments],
    ] as readonly [keyof typeof reading.legends, string, (analysis: Analysis) => readonly unknown[]][]
  ).filter(([, , marked]) => analyses.some((analysis) => marked(analysis).length > 0));
  return html`<div class="controls"><h2>${words.read}</h2>
<search class="filters with-script" aria-label="${words.filters}">
<label class="wide">${words.search}<input type="search" id="f-text" autocomplete="off" maxlength="200" title="${reading.searchHelp}" aria-describedby="reads"></label>
<p id="reads" class="note wide" aria-live="polite"></p>
${choice("f-person", words.person, words, people)}
<label>${words.sentiment}<select id="f-sentiment"><option value="">${words.any}</option>${SENTIMENT_LABELS.map((label) => html`<option value="${label}">${words.sentiments[label]}</option>`)}</select></label>
${has.votes ? html`<label>${words.fewestVotes}<input type="number" id="f-votes" min="0" step="1" inputmode="numeric"></label>` : ""}
${authors.length === 0 ? "" : choice("f-author", words.author, words, authors)}
${
  analyses.length < 2
    ? ""
    : html`<label class="wide">${words.discussion}${select(
        "f-discussion",
        words,
        analyses.map(({ discussion }, index) => html`<option value="${index}">${discussion.article.title}</option>`),
      )}</label>`
}</search>
<details class="toggles with-script"><summary>${words.marks}</summary><p class="note">${reading.legend}</p><div>${toggles.map(([name, label]) => html`<label title="${reading.legends[name]}"><input type="checkbox" data-toggle="${name}"><span class="sample ${name}">${label}</span> <span class="note">${reading.legends[name]}</span></label>`)}</div></details>
<div class="status with-script"><p id="count" role="status" aria-live="polite"></p><label class="sort">${reading.sort}<select id="f-sort">${SORTS.filter((sort) => SORT_NEEDS[sort].some((field) => has[field])).map((sort) => html`<option value="${sort}" title="${reading.sorts[sort][1]}">${reading.sorts[sort][0]}</option>`)}</select></label><button type="button" id="back" hidden>↑ ${words.back}</button><div id="walk" hidden><button type="button" id="previous" aria-label="${words.previous}">↑</button><span id="place"></span><button type="button" id="next" aria-label="${words.next}">↓</button></div></div>
<div id="starred" class="status with-script" hidden><button type="button" id="only-starred" aria-pressed="false"></button><span>${reading.exportMarked} <button type="button" data-export="starred-csv">CSV</button> <button type="button" data-export="starred-md">Markdown</button></span></div>
<p id="told" class="unseen" role="status" aria-live="polite"></p>
<div id="chips" class="chips"></div></div>`;
}

/** What an order is made of, any of which is enough; `text` every comment has. */
const SORT_NEEDS: Readonly<Record<Sort, readonly (keyof ReturnType<typeof fieldsOf>)[]>> = {
  page: ["text"],
  votes: ["votes"],
  replies: ["replies"],
  contested: ["votes", "replies"],
  typical: ["text"],
  unlike: ["text"],
  length: ["text"],
  time: ["dates"],
};

/** Returns what the comments have to choose and to order by: a survey has neither votes nor replies. */
function fieldsOf(comments: readonly Comment[]) {
  return {
    text: true,
    votes: comments.some(({ reactions }) => (reactions.up ?? null) !== null),
    replies: comments.some(({ replyTo }) => replyTo !== null),
    dates: comments.some(({ posted }) => posted !== null),
  };
}

function choice(id: string, label: string, words: Words, names: readonly (readonly [string, number])[]): Html {
  const options = names
    .slice(0, MOST_CHOICES)
    .map(([name, count]) => html`<option value="${name}">${short(name)} (${count})</option>`);
  return html`<label>${label}${select(id, words, options)}</label>`;
}

/** Returns a field to choose from; of many choices the script makes nodes when somebody opens it. */
function select(id: string, words: Words, options: readonly Html[]): Html {
  const any = html`<option value="">${words.any}</option>`;
  return options.length <= MOST_READY
    ? html`<select id="${id}">${any}${options}</select>`
    : html`<select id="${id}">${any}</select><template>${options}</template>`;
}

function short(name: string): string {
  const characters = [...name];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : name;
}

function ranked(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
