import type { Analysis } from "../model/analysis.ts";
import { type Html, html } from "./html.ts";
import type { Lang } from "./words.ts";

/** What is told of each note by which a discussion says that names were changed. */
export const PRIVACY_WORDS = {
  ja: {
    "pseudonyms-by-key": "投稿者の名前は、鍵から作った仮名に置き換えた。同じ名前はどのページでも同じ仮名になる。",
    "pseudonyms-by-content":
      "投稿者の名前は、ページの内容から作った仮名に置き換えた。元のページを持つ人は、名前を当てはめて確かめられる。",
    "without-authors": "投稿者の名前は載せていない。本文で名指しされたところは「〇〇」とした。",
    "masked-persons":
      "本文に出てくる人名は、見つかったものを「人物A」「人物B」…に置き換えた（公人も含む）。見つからなかった名前は残っている。",
    rest: "文章そのものから人がわかることはある。",
  },
  en: {
    "pseudonyms-by-key": "Commenters bear pseudonyms made with a key; a name has the same one on every page.",
    "pseudonyms-by-content":
      "Commenters bear pseudonyms made by the content of the page; who has the page can try names out.",
    "without-authors": "Names of commenters are left out; where a text names one of them, 〇〇 stands.",
    "masked-persons":
      "Persons found in the texts are called 人物A, 人物B …, in public roles too; names that were not found remain.",
    rest: "A text itself may still tell who wrote it.",
  },
} as const;

type Code = Exclude<keyof (typeof PRIVACY_WORDS)["ja"], "rest">;

/** Returns which names were changed before anything was found, in sentences; none where all stand as on the page. */
export function privacySentences(analyses: readonly Analysis[], lang: Lang): readonly string[] {
  const codes = new Set(analyses.flatMap(({ discussion }) => discussion.source.notes.map(({ code }) => code)));
  const words = PRIVACY_WORDS[lang];
  const told = (Object.keys(words) as (Code | "rest")[]).filter((code) => code !== "rest" && codes.has(code));
  return told.length === 0 ? [] : [...told.map((code) => words[code]), words.rest];
}

/** Returns the line of the report that tells them. */
export function privacyNote(analyses: readonly Analysis[], lang: Lang): Html {
  const sentences = privacySentences(analyses, lang);
  return sentences.length === 0
    ? html``
    : html`<p class="note privacy">${sentences.join(lang === "ja" ? "" : " ")}</p>`;
}
