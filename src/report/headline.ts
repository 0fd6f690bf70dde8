import { contested } from "../measure/contested.ts";
import { copySentence } from "../measure/opinions/copy-sentence.ts";
import { loadDefaultNames, personOf } from "../measure/people.ts";
import { sideShares } from "../measure/side-shares.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { OPINIONS } from "../tables/opinion-schemas.ts";
import { fromOwnWords } from "../text/from-own-words.ts";
import { correctedOpinions } from "./corrected-opinions.ts";
import { correctedSides } from "./corrected-sides.ts";
import { count, plural } from "./count.ts";
import { excerpt } from "./excerpt.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./page.ts";
import { percent } from "./percent.ts";
import { range, toneSentence } from "./tone-sentence.ts";
import { authorOf, unitLink } from "./unit-link.ts";

const MOST_OPINIONS = 3;
const LONGEST = 60;

/**
 * Returns the five sentences that answer first what a reader asks: who wrote, the main opinions, for and against (or how it
 * sounds), the most contested exchange, what to read; and of whom all figures are.
 */
export function headline(page: Page): Html {
  const sentences = [size, opinions, codes, sidesOrTone, exchange, worth].flatMap((say) => say(page) ?? []);
  return html`<ul class="headline">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${page.tables("comments").length === 0 ? "" : html`<p class="note">${ofWhom(page)}</p>`}`;
}

type Say = (page: Page) => Html | null;

const size: Say = ({ tables, lang, analyses }) => {
  const table = need("the headline", tables("comments"), commentTable.schema, ["replyTo"]);
  if (table.length === 0) return lang === "ja" ? html`コメントは見つからなかった。` : html`No comments were found.`;
  const { named, nobody } = namesUnder({ tables });
  const replies = table.column("replyTo").filter((parent) => parent !== null).length;
  const copies = tables("copies").length > 0;
  const pages = analyses.length;
  if (lang === "ja") {
    const where = pages > 1 ? html`<strong>${pages}ページ</strong>。` : "";
    const counted = copies
      ? html`<strong>${copySentence(tables("copies"), tables("comments"), { lang })}</strong>。`
      : named === 0
        ? html`コメントは<strong>${count(table.length)}件</strong>、どれにも名前がない。`
        : html`コメントは<strong>${count(table.length)}件</strong>、書いた人の名前は<strong>${count(named)}人分</strong>${nobody > 0 ? `（ほかに名前のないもの${count(nobody)}件）` : ""}。`;
    return html`${where}${counted}${replies === 0 ? "返信はない。" : `返信は${count(replies)}件。`}`;
  }
  const where = pages > 1 ? html` under <strong>${pages}</strong> articles` : "";
  const counted = copies
    ? html`<strong>${copySentence(tables("copies"), tables("comments"), { lang })}</strong>`
    : named === 0
      ? html`<strong>${plural(table.length, "comment")}</strong>, none with a name`
      : html`<strong>${plural(table.length, "comment")}</strong> by <strong>${plural(named, "name")}</strong>${nobody > 0 ? ` (${count(nobody)} without one)` : ""}`;
  return html`${counted}${where}; ${replies === 0 ? "no replies" : replies === 1 ? "1 is a reply" : `${count(replies)} are replies`}.`;
};

const codes: Say = ({ lang, checks }) =>
  checks.codes === null ? null : correctedOpinions(checks.codes, lang, "codes");

const opinions: Say = ({ tables, lang, checks }) => {
  if (checks.opinions !== null) return correctedOpinions(checks.opinions, lang);
  const columns = ["id", "label", "comments", "stability"] as const;
  const rows = [...need("the headline", tables("opinions"), OPINIONS, columns)].filter(({ id }) => /^o\d/.test(id));
  if (rows.length === 0) return null;
  const all = tables("comments").length;
  const sums = new Map<string, { label: string; comments: number }>();
  for (const { id, label, comments } of rows)
    sums.set(id, { label: sums.get(id)?.label ?? label, comments: (sums.get(id)?.comments ?? 0) + comments });
  const told = [...sums.values()]
    .sort((a, b) => b.comments - a.comments)
    .slice(0, MOST_OPINIONS)
    .map(({ label, comments }, i) => {
      const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
      const share = `${count(comments)}${lang === "ja" ? "件、" : ", "}${percent(comments / all)}`;
      return lang === "ja"
        ? html`${between}「<a href="#opinions" data-g="opinions"><bdi>${label}</bdi></a>」（${share}）`
        : html`${between}“<a href="#opinions" data-g="opinions"><bdi>${label}</bdi></a>” (${share})`;
    });
  const grouped = rows.some(({ stability }) => stability !== null);
  return lang === "ja"
    ? html`${grouped ? "おもな意見" : "おもな論点"}は、${told}。`
    : html`${grouped ? "The main opinions" : "The main points"}: ${told}.`;
};

const sidesOrTone: Say = (page) => {
  const { tables, lang, checks } = page;
  const checked = checks.sides === null ? [] : correctedSides(checks.sides, lang);
  if (checked.length > 0) return html`${checked}`;
  const rows = [...sideShares(tables("sides"))];
  const [first] = rows;
  if (first === undefined) return toneSentence(page);
  const { proposition } = first;
  const of = (side: string) => rows.find((row) => row.side === side && row.proposition === proposition);
  const [pro, contra] = [of("for"), of("against")];
  if (pro === undefined || contra === undefined) return null;
  const told = excerpt(proposition, LONGEST);
  return lang === "ja"
    ? html`「<bdi>${told}</bdi>」に、賛成は<strong>${percent(pro.estimate)}</strong>（${range(pro.estimateLow, pro.estimateHigh, lang)}）、反対は<strong>${percent(contra.estimate)}</strong>（${range(contra.estimateLow, contra.estimateHigh, lang)}）と推定される。<a href="#sides" data-g="sides">幅は機械の誤りを見込んだもの</a>。`
    : html`Toward “<bdi>${told}</bdi>” an estimated <strong>${percent(pro.estimate)}</strong> are for (${range(pro.estimateLow, pro.estimateHigh, lang)}) and <strong>${percent(contra.estimate)}</strong> against (${range(contra.estimateLow, contra.estimateHigh, lang)}); <a href="#sides" data-g="sides">the ranges hold the machine's errors</a>.`;
};

const exchange: Say = (page) => {
  const [row] = contested(page.tables("comments"), page.tables("stances"));
  if (row === undefined) return null;
  const [parent, reply] = [page.placeOf(row.discussion, row.unit), page.placeOf(row.discussion, row.reply)];
  if (parent?.comment == null || reply?.comment == null) return null;
  const [said, answered] = [parent, reply].map((place) =>
    unitLink(place, excerpt(fromOwnWords(place.comment?.text ?? ""), LONGEST)),
  );
  const [first, second] = [authorOf(parent, page), authorOf(reply, page)];
  return page.lang === "ja"
    ? html`意見がもっともぶつかったのは、<bdi>${first}</bdi>の「${said}」と、<bdi>${second}</bdi>の返信「${answered}」。`
    : html`The most contested exchange: <bdi>${first}</bdi> wrote “${said}”, and <bdi>${second}</bdi> answered “${answered}”.`;
};

const worth: Say = (page) => {
  const columns = ["discussion", "id", "up", "replies"] as const;
  const rows = [...need("the headline", page.tables("comments"), commentTable.schema, columns)];
  const most = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce<(typeof rows)[number] | null>(
      (best, row) => (of(row) > (best === null ? 0 : of(best)) ? row : best),
      null,
    );
  const byVotes = most(({ up }) => up ?? 0);
  const best = byVotes ?? most(({ replies }) => replies);
  const place = best === null ? null : page.placeOf(best.discussion, best.id);
  if (best === null || place?.comment == null) return null;
  const words = unitLink(place, excerpt(fromOwnWords(place.comment.text), LONGEST));
  const author = authorOf(place, page);
  if (page.lang === "ja") {
    const why =
      byVotes === null
        ? `もっとも返信の多い（${count(best.replies)}件）`
        : `もっとも票を集めた（${count(best.up ?? 0)}票）`;
    return html`まず読むなら、${why}<bdi>${author}</bdi>の「${words}」。`;
  }
  const why = byVotes === null ? plural(best.replies, "reply", "replies") : plural(best.up ?? 0, "vote");
  return html`To read first, with the most ${byVotes === null ? "replies" : "votes"} (${why}): <bdi>${author}</bdi>, “${words}”.`;
};

/** Returns of how many comments, by how many names, all figures are. */
export function ofWhom({ tables, lang, analyses }: Pick<Page, "tables" | "lang" | "analyses">): string {
  const table = tables("comments");
  const { named } = namesUnder({ tables });
  const several = analyses.length > 1;
  return lang === "ja"
    ? `このページの割合はどれも、${several ? "これらのページの" : analyses[0]?.discussion.article.text.trim() === "" ? "ここに集めた" : "この記事についた"}コメント${count(table.length)}件${named === 0 ? "" : `（名前${count(named)}人）`}のなかでの割合で、世論調査ではない。`
    : `All shares are of the ${plural(table.length, "comment")}${named === 0 ? "" : ` by ${plural(named, "name")}`} under ${several ? "these articles" : "this article"}; this is no poll.`;
}

/** Returns how many different names there are, and how many comments without one. */
export function namesUnder({ tables }: Pick<Page, "tables">): { readonly named: number; readonly nobody: number } {
  const defaults = loadDefaultNames();
  const people = need("the headline", tables("comments"), commentTable.schema, ["author"])
    .column("author")
    .map((author) => personOf(author, defaults));
  return {
    named: new Set(people.filter((person) => person !== null)).size,
    nobody: people.filter((person) => person === null).length,
  };
}
