import type { Analysis } from "../model/analysis.ts";
import type { Discussion } from "../model/discussion.ts";
import { grouped } from "../text/grouped.ts";
import { codeWords } from "./code-words.ts";
import { type Html, html } from "./html.ts";
import type { Lang } from "./words.ts";

/** Discussions that are named; the rest are counted. */
const MOST_NAMED = 10;

const WORDS = {
  ja: {
    heading: "コメントは見つかりませんでした",
    some: (discussions: number) => `コメントの見つからなかった議論が${discussions}件あります`,
    read: "読んだもの",
    what: ({ format, characters }: Read) =>
      `形式は ${format}、記事の本文は${characters === 0 ? "なし" : `${grouped(characters)}字`}、コメントは0件。`,
    more: (discussions: number) => `ほか${discussions}件`,
    next: "コメントがあるはずなら",
    tries: [
      "ページのコメントを最後まで開いてから、保存し直す。コメントが別の枠やページにあるときは、そちらも保存して読ませる。",
      "一行に一つの意見を書いたファイルなら、`--page-format lines` をつける。",
      "CSVやJSONなら、`--map text=列の名前` で本文の列を指定する。",
      "形式が取り違えられているなら、`--page-format` で指定する。読める形式は `yoron read --list-formats` で見られる。",
    ],
  },
  en: {
    heading: "No comments were found",
    some: (discussions: number) => `No comments were found in ${discussions} of the discussions`,
    read: "What was read",
    what: ({ format, characters }: Read) =>
      `as ${format}: an article of ${grouped(characters)} characters, and no comment.`,
    more: (discussions: number) => `${discussions} more`,
    next: "Where there should be some",
    tries: [
      "Open the comments of the page to the last and save it again; where they lie in a frame or on a page of their own, save and read that too.",
      "Of a file with one opinion a line, say `--page-format lines`.",
      "Of a CSV or JSON, name the column of the words: `--map text=COLUMN`.",
      "Where the format was mistaken for another, name it with `--page-format`; `yoron read --list-formats` shows what can be read.",
    ],
  },
} as const;

interface Read {
  readonly format: string;
  readonly characters: number;
}

/** Returns what was read of discussions without comments, and what to try; nothing where all have some. */
export function noComments(analyses: readonly Analysis[], lang: Lang): Html {
  const without = analyses.map(({ discussion }) => discussion).filter(({ comments }) => comments.length === 0);
  if (without.length === 0) return html``;
  const { heading, some, read, next, tries, more } = WORDS[lang];
  const rest = without.length - MOST_NAMED;
  const understood = new Set(
    analyses.flatMap(({ discussion }) => (discussion.comments.length > 0 ? sourceOf(discussion) : [])),
  );
  // A source of which other discussions have comments was understood: there is nothing to try.
  const advice = without.every((discussion) => understood.has(sourceOf(discussion)))
    ? ""
    : html`<h3>${next}</h3><ul>${tries.map((line) => html`<li>${codeWords(line)}</li>`)}</ul>`;
  return html`<section class="no-comments" id="no-comments" aria-labelledby="title-no-comments"><h2 id="title-no-comments">${without.length === analyses.length ? heading : some(without.length)}</h2>
<h3>${read}</h3><ul>${without.slice(0, MOST_NAMED).map((discussion) => html`<li>${whatWasRead(discussion, lang)}</li>`)}${rest > 0 ? html`<li>${more(rest)}</li>` : ""}</ul>
${advice}</section>`;
}

function sourceOf({ source }: Discussion): string {
  return `${source.sha256} ${source.path}`;
}

function whatWasRead({ article, source }: Discussion, lang: Lang): Html {
  const read = { format: source.format, characters: article.text.replace(/\s/gu, "").length };
  const name = article.title === "" ? source.path : article.title;
  const path = source.path === null || name === source.path ? "" : html` <bdi class="path">${source.path}</bdi>`;
  return html`${name === null ? "" : html`<strong><bdi>${name}</bdi></strong>`}${path} ${WORDS[lang].what(read)}`;
}
