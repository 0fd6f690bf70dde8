import { SENTIMENT_LABELS } from "../charts/theme.ts";
import type { Analysis } from "../model/analysis.ts";
import { SORTS } from "./browser/filters.ts";
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
  const authors = ranked(
    analyses.flatMap(({ discussion }) => discussion.comments.flatMap(({ author }) => author ?? [])),
  );
  const people = ranked(
    analyses.flatMap(({ mentions, entities }) => {
      const names = new Map(entities.map(({ id, name }) => [id, name]));
      return mentions.flatMap(({ entity }) => names.get(entity) ?? []);
    }),
  );
  const toggles = [
    ["en", words.entities],
    ["qu", words.quotations],
    ["re", words.references],
    ["ci", words.citations],
    ["se", words.feelings],
  ] as const;
  return html`<div class="controls"><h2>${words.read}</h2>
<search class="filters with-script" aria-label="${words.filters}">
<label class="wide">${words.search}<input type="search" id="f-text" autocomplete="off" maxlength="200" title="${reading.searchHelp}" aria-describedby="reads"></label>
<p id="reads" class="note wide" aria-live="polite"></p>
${choice("f-person", words.person, words, people)}
<label>${words.sentiment}<select id="f-sentiment"><option value="">${words.any}</option>${SENTIMENT_LABELS.map((label) => html`<option value="${label}">${words.sentiments[label]}</option>`)}</select></label>
<label>${words.fewestVotes}<input type="number" id="f-votes" min="0" step="1" inputmode="numeric"></label>
${choice("f-author", words.author, words, authors)}
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
<div class="status with-script"><p id="count" role="status" aria-live="polite"></p><label class="sort">${reading.sort}<select id="f-sort">${SORTS.map((sort) => html`<option value="${sort}" title="${reading.sorts[sort][1]}">${reading.sorts[sort][0]}</option>`)}</select></label><button type="button" id="back" hidden>↑ ${words.back}</button><div id="walk" hidden><button type="button" id="previous" aria-label="${words.previous}">↑</button><span id="place"></span><button type="button" id="next" aria-label="${words.next}">↓</button></div></div>
<div id="starred" class="status with-script" hidden><button type="button" id="only-starred" aria-pressed="false"></button><span>${reading.exportMarked} <button type="button" data-export="starred-csv">CSV</button> <button type="button" data-export="starred-md">Markdown</button></span></div>
<p id="told" class="unseen" role="status" aria-live="polite"></p>
<div id="chips" class="chips"></div></div>`;
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
