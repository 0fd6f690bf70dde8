import { entitySentiment } from "../measure/entity-sentiment.ts";
import { loadDefaultNames, personOf } from "../measure/people.ts";
import { toneShares } from "../measure/tone-shares.ts";
import { voteSummary } from "../measure/vote-summary.ts";
import { type EntityLabel, labelsWhere } from "../model/labels.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import type { Table } from "../tables/table.ts";
import type { Checks } from "./checks.ts";
import { correctedOpinions } from "./corrected-opinions.ts";
import { correctedSides } from "./corrected-sides.ts";
import { correctedTone } from "./corrected-tone.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./percent.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

/**
 * Returns the headline figures in sentences: how many wrote, how votes and tone lie, who is spoken of, what is cited. Shares
 * of tone that people corrected stand in the place of the machine's own, and opinions and sides are told where people checked them.
 */
export function headline(
  tables: (name: string) => Table,
  lang: Lang,
  { tone: corrected, sides, opinions, codes }: Checks = { tone: null, sides: null, opinions: null, codes: null },
): Html {
  const tone: Say = corrected === null ? sentiment : () => correctedTone(corrected, lang);
  const side = sides === null ? [] : correctedSides(sides, lang);
  const held = [
    ...(opinions === null ? [] : [correctedOpinions(opinions, lang)]),
    ...(codes === null ? [] : [correctedOpinions(codes, lang, "codes")]),
  ];
  const say = (parts: readonly Say[]) => parts.flatMap((part) => part(tables, lang) ?? []);
  const sentences = [...say([comments, votes]), ...held, ...side, ...say([tone, people, sources])];
  return html`<ul class="headline">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

const TOLD = labelsWhere(({ told }) => told);

type Say = (tables: (name: string) => Table, lang: Lang) => Html | null;

const comments: Say = (tables, lang) => {
  const table = need("the headline", tables("comments"), commentTable.schema, ["author", "replyTo"]);
  const defaults = loadDefaultNames();
  const named = new Set(table.column("author").flatMap((author) => personOf(author, defaults) ?? []));
  const nobody = table.column("author").filter((author) => personOf(author, defaults) === null).length;
  const replies = table.column("replyTo").filter((parent) => parent !== null).length;
  if (table.length === 0) return lang === "ja" ? html`コメントは見つからなかった。` : html`No comments were found.`;
  return lang === "ja"
    ? html`<strong>${count(table.length)}件</strong>のコメントを、名前のわかる<strong>${count(named.size)}人</strong>が書いた${nobody > 0 ? `（ほかに名前のないもの${count(nobody)}件）` : ""}。返信は${count(replies)}件（${percent(replies / table.length)}）。`
    : html`<strong>${plural(table.length, "comment", "comments")}</strong> by <strong>${plural(named.size, "named person", "named people")}</strong>${nobody > 0 ? ` (and ${count(nobody)} without a name)` : ""}; ${replies === 1 ? "1 is a reply" : `${count(replies)} are replies`} (${percent(replies / table.length)}).`;
};

const votes: Say = (tables, lang) => {
  const table = tables("comments");
  if (table.length === 0) return null;
  // Over all discussions together: one pool of comments.
  const pooled = voteSummary(poolOf(table)).row(0);
  const { known, unknown, total, median, gini, half } = pooled;
  if (known === 0)
    return lang === "ja" ? html`票の数は、どのコメントにも表示されていない。` : html`No comment shows its votes.`;
  const rest = unknown > 0;
  return lang === "ja"
    ? html`票は合計<strong>${count(total!)}</strong>、中央値は一件あたり${plain(median!)}。${half == null || gini == null ? "" : html`半分が上位<strong>${count(half)}件</strong>に集まる（ジニ係数${gini.toFixed(2)}）。`}${rest ? `票の表示がない${count(unknown)}件は、ゼロではなく「わからない」として除いた。` : ""}`
    : html`<strong>${count(total!)} votes</strong> in all, a median of ${plain(median!)} a comment. ${half == null || gini == null ? "" : html`The top <strong>${count(half)}</strong> comments hold half of them (Gini ${gini.toFixed(2)}).`}${rest ? ` ${count(unknown)} comments show no votes; they are unknown, not zero, and left out.` : ""}`;
};

const sentiment: Say = (tables, lang) => {
  const shares = toneShares(tables("comments"));
  if (shares.length === 0) return null;
  const told = shares.toRows().map(({ label, raw, low, high }, i) => {
    const name = WORDS[lang].sentiments[label as keyof Words["sentiments"]];
    const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
    const bounds =
      low === null || high === null
        ? lang === "ja"
          ? "確かでない"
          : "unsure"
        : `${percent(low)}${lang === "ja" ? "〜" : "–"}${percent(high)}`;
    return lang === "ja"
      ? html`${between}${name}<strong>${percent(raw)}</strong>（${bounds}）`
      : html`${between}${name} <strong>${percent(raw)}</strong> (${bounds})`;
  });
  return lang === "ja"
    ? html`コメントの語調は、機械の判定で${told}。括弧内は判定の誤りを見込んだ95%区間。語調は言葉の響きで、賛否ではない。`
    : html`Tone of the comments, as the machine hears it: ${told}; 95 % intervals with its errors counted in. Tone is how words sound, not for or against.`;
};

const people: Say = (tables, lang) => {
  const ranked = entitySentiment(tables("entities"), tables("mentions"), tables("sentiment")).toJSON();
  const named = ranked.filter(({ label }) => TOLD.has(label as EntityLabel)).slice(0, 3);
  if (named.length === 0) return null;
  const list = named.map(
    ({ name, mentions }, i) =>
      html`${i === 0 ? "" : lang === "ja" ? "、" : ", "}<strong><bdi>${name as string}</bdi></strong>${lang === "ja" ? `（${mentions}回）` : ` (${mentions}×)`}`,
  );
  return lang === "ja" ? html`もっとも多く語られたのは${list}。` : html`Most spoken of: ${list}.`;
};

const sources: Say = (tables, lang) => {
  const citations = tables("citations").length;
  const quotations = tables("quotations").length;
  if (citations + quotations === 0) return null;
  return lang === "ja"
    ? html`出典は${count(citations)}か所、引用の言葉は${count(quotations)}か所。`
    : html`Sources are named in ${count(citations)} places, words quoted in ${count(quotations)}.`;
};

function poolOf(comments: Table): Table {
  const rows = [...comments].map((row) => ({ ...row, discussion: "all" }));
  return (comments.constructor as typeof Table).from(comments.schema, rows);
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}

function plural(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

function plain(value: number): string {
  return Number.isInteger(value) ? count(value) : value.toFixed(1);
}
