/** Forms of the word that a cue begins: 同意する, 共感できる, その通りだ, 反対なの. */
const FORM = "(?:する|できる|出来る|している|してる|した|です|だ|なの|しない|できない)?";
const NOT = "(?:ない|無い|なかった|なく|ねえ|ありません|ございません)";

/** Ways to say that it is not so, behind a cue. */
const DENIAL = new RegExp(
  `^${FORM}、?(?:${[
    `(?:で|じゃ|わけで|訳で|わけじゃ|訳じゃ|とも|とは)[はも]?${NOT}`,
    "わけにはいかな|わけにはいきませ",
    "と(?:は|も|まで)?(?:言|い)(?:えな|えませ|い難|いがた|いづら|いにく|い切れ|いきれ)",
    "と(?:は|も)思(?:わな|いませ|えな|えませ)",
    `(?:理由|根拠|余地|気|気持ち|要素|必要)(?:が|は|も|なんて|など)?(?:${NOT}|見当たら|見つから|思いつか|浮かば|分から|わから|しな|しませ|起きな|にな(?:らな|れな|りませ|れませ))`,
  ].join("|")})`,
  "u",
);

/** Ways to ask for agreement in the form of a denial: その通りじゃないですか. */
const ASKING = /^(?:(?:で|じゃ)は?(?:ない|ありません)(?:です|でしょう|の|ん)?(?:か|[?？])|じゃない[!！]|じゃん)/u;

/** Ends of a cue that may be the beginning of what denies it: その通りで. */
const END = /(?:です|だ|で|、)$/u;
/** Work at a cue is bounded: no denial is longer. */
const LONGEST = 24;

/** Returns how many characters behind the cue that ends at `end` deny it; 0 where nothing does. */
export function denialAfter(text: string, cue: string, end: number): number {
  const bare = end - (END.exec(cue)?.[0].length ?? 0);
  const rest = text.slice(bare, bare + LONGEST);
  const found = ASKING.test(rest) ? null : DENIAL.exec(rest);
  return found === null ? 0 : Math.max(0, found[0].length - (end - bare));
}

/** Whether a denial behind the cue that ends at `end` only asks for agreement. */
export function asksForAgreement(text: string, cue: string, end: number): boolean {
  const bare = end - (END.exec(cue)?.[0].length ?? 0);
  return ASKING.test(text.slice(bare, bare + LONGEST));
}
