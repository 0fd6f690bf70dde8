import { SENTIMENT_LABELS } from "../charts/theme.ts";
import type { Analysis } from "../model/analysis.ts";
import { type Html, html } from "./html.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

const MOST_CHOICES = 200;

/** Returns the filters, the place for their chips, and the toggles of the marks. */
export function controls(analyses: readonly Analysis[], lang: Lang): Html {
  const words: Words = WORDS[lang];
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
<label class="wide">${words.search}<input type="search" id="f-text" autocomplete="off" maxlength="200"></label>
${choice("f-person", words.person, words, people)}
<label>${words.sentiment}<select id="f-sentiment"><option value="">${words.any}</option>${SENTIMENT_LABELS.map((label) => html`<option value="${label}">${words.sentiments[label]}</option>`)}</select></label>
<label>${words.fewestVotes}<input type="number" id="f-votes" min="0" step="1" inputmode="numeric"></label>
${choice("f-author", words.author, words, authors)}
${
  analyses.length < 2
    ? ""
    : html`<label class="wide">${words.discussion}<select id="f-discussion"><option value="">${words.any}</option>${analyses.map(({ discussion }, index) => html`<option value="${index}">${discussion.article.title}</option>`)}</select></label>`
}</search>
<details class="toggles with-script"><summary>${words.marks}</summary><div>${toggles.map(([name, label]) => html`<label><input type="checkbox" checked data-toggle="${name}"><span class="sample ${name}">${label}</span></label>`)}</div></details>
<div class="status with-script"><p id="count" role="status" aria-live="polite"></p><button type="button" id="back" hidden>↑ ${words.back}</button><div id="walk" hidden><button type="button" id="previous" aria-label="${words.previous}">↑</button><span id="place"></span><button type="button" id="next" aria-label="${words.next}">↓</button></div></div>
<div id="chips" class="chips"></div></div>`;
}

function choice(id: string, label: string, words: Words, names: readonly (readonly [string, number])[]): Html {
  const options = names
    .slice(0, MOST_CHOICES)
    .map(([name, count]) => html`<option value="${name}">${short(name)} (${count})</option>`);
  return html`<label>${label}<select id="${id}"><option value="">${words.any}</option>${options}</select></label>`;
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
