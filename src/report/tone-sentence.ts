import { saysNothing } from "../measure/says-nothing.ts";
import { toneShares } from "../measure/tone-shares.ts";
import { correctedTone } from "./corrected-tone.ts";
import { count, plural } from "./count.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./page.ts";
import { percent } from "./percent.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

/** Returns an interval of shares: 35〜45%. */
export function range(low: number, high: number, lang: Lang): string {
  return `${Math.round(low * 100)}${lang === "ja" ? "〜" : "–"}${percent(high)}`;
}

/**
 * Returns how the comments sound, in a sentence: each tone's share with an interval that counts the machine's errors in, or as
 * people corrected it; null where tone was not computed.
 */
export function toneSentence({ tables, lang, checks }: Pick<Page, "tables" | "lang" | "checks">): Html | null {
  if (checks.tone !== null) return correctedTone(checks.tone, lang);
  const shares = toneShares(tables("comments"));
  if (shares.length === 0) return null;
  const known = shares.toRows().filter(({ raw }) => raw > 0);
  const all = known.reduce((sum, { comments }) => sum + comments, 0);
  const wide = known.every(saysNothing);
  const nameOf = (label: string) => WORDS[lang].sentiments[label as keyof Words["sentiments"]];
  // A number that may be anything is none: the shares of some tones would make more than all.
  const unsure = wide ? [] : known.filter(saysNothing).map(({ label }) => nameOf(label));
  const rest =
    unsure.length === 0
      ? ""
      : lang === "ja"
        ? `${unsure.join("と")}の割合は、誤りが大きく決められない。`
        : ` How many are ${unsure.join(" or ")} cannot be told for its errors.`;
  const told = (wide ? known : known.filter((row) => !saysNothing(row))).map(
    ({ label, comments, raw, share, low, high }, i) => {
      const name = nameOf(label);
      const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
      if (wide)
        return lang === "ja"
          ? html`${between}${name}<strong>${count(comments)}件</strong>`
          : html`${between}${name} <strong>${count(comments)}</strong>`;
      const bounds = low === null || high === null ? (lang === "ja" ? "確かでない" : "unsure") : range(low, high, lang);
      return lang === "ja"
        ? html`${between}${name}<strong>${percent(share ?? raw)}</strong>（${bounds}）`
        : html`${between}${name} <strong>${percent(share ?? raw)}</strong> (${bounds})`;
    },
  );
  if (wide)
    return lang === "ja"
      ? html`機械の判定では、コメント${count(all)}件の語調は${told}。判定の誤りを見込むと、どの割合も決められない。語調は言葉の響きで、賛否ではない。`
      : html`As the machine hears the ${plural(all, "comment")}: ${told}. With its errors counted in, no share of them can be told. Tone is how words sound, not for or against.`;
  return lang === "ja"
    ? html`機械の判定の誤りを見込むと、コメントの語調は${told}と推定される。括弧内は95%区間。${rest}語調は言葉の響きで、賛否ではない。`
    : html`Tone of the comments, estimated with the machine's errors counted in: ${told}; 95 % intervals in brackets.${rest} Tone is how words sound, not for or against.`;
}
