import type { Lang } from "../words.ts";

/** What the page of a corpus says around its figures, in its two languages. */
interface CorpusWords {
  readonly report: string;
  readonly of: (comments: string, discussions: string, sources: string) => string;
  readonly notPublic: string;
  readonly whole: string;
  readonly sampled: (drawn: string, all: string, seed: number) => string;
  readonly opinions: string;
  /** How opinions were found, where all comments were drawn; where some were; where claims of others joined them. */
  readonly opinionsWhole: string;
  readonly opinionsSampled: (drawn: string) => string;
  readonly opinionsAssigned: (drawn: string, assigned: string) => string;
  readonly noOpinions: string;
  readonly read: string;
  readonly foremost: string;
  readonly drawn: string;
  readonly method: string;
  readonly made: (version: string) => string;
  readonly layers: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly failed: string;
  readonly withoutComments: (count: string) => string;
  readonly command: string;
  readonly rest: (shown: string, all: string) => string;
  readonly share: string;
  readonly votes: string;
  readonly examples: string;
  /** Titles of the aggregates, and of their columns. */
  readonly titles: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

export const CORPUS_WORDS: Readonly<Record<Lang, CorpusWords>> = {
  ja: {
    report: "コーパスのレポート",
    of: (comments, discussions, sources) => `ソース${sources}件、議論${discussions}件のコメント${comments}件`,
    notPublic: "ここにあるのは、これらの記事にコメントを書いた人の声です。世の中全体の意見ではありません。",
    whole: "全コメントから数えたもの",
    sampled: (drawn, all, seed) => `無作為に選んだ${drawn}件（全${all}件、シード${seed}）から見積もったもの`,
    opinions: "何が言われているか",
    opinionsWhole:
      "意見のまとまりは、全コメントから見つけたものです。まとめ方の誤りは示していません。1件のコメントが複数の意見に入ることがあります。",
    opinionsSampled: (drawn) =>
      `意見のまとまりは、選んだ${drawn}件から見つけたものです。割合はその標本でのもので、かっこ内は全体についての95%の区間です（標本の誤差だけで、まとめ方の誤りは含みません）。1件のコメントが複数の意見に入ることがあります。`,
    opinionsAssigned: (drawn, assigned) =>
      `意見のまとまりは、選んだ${drawn}件から見つけ、残りのうち${assigned}件の文を、いちばん近いまとまり（どれにも近くなければ「その他」）に割り当てました。割合は全コメントについての推定で、割り当ての誤りを標本で測って補正しています。かっこ内は95%の区間で、標本と割り当ての誤差を含みます（まとめ方の誤りは含みません）。1件のコメントが複数の意見に入ることがあります。`,
    noOpinions: "意見のまとまりは見つかりませんでした。",
    read: "読む",
    foremost: "票の多いコメント（全体から）",
    drawn: "無作為に選んだコメント（標本から）",
    method: "このページについて",
    made: (version) => `Yoron ${version} が作ったコーパスから`,
    layers: "層",
    notes: "読み取りの注意",
    noNotes: "なし",
    failed: "読めなかった入力",
    withoutComments: (count) => `コメントのないソース: ${count}件`,
    command: "作り直すコマンド",
    rest: (shown, all) => `全${all}行のうち${shown}行`,
    share: "割合",
    votes: "票",
    examples: "文例",
    titles: {
      tone_shares: "語調",
      months: "月ごとのコメント",
      entity_comments: "誰・何について話しているか",
      entity_tone: "誰・何への語調",
      claim_kinds: "コメントの文の種類",
      consideration_counts: "何を気にしているか",
      side_shares: "賛否",
      stance_counts: "返信の同意と異論",
      source_counts: "引かれている出典",
      speaker_counts: "引用されている話し手",
      discussion_counts: "コメントの多い議論",
    },
    columns: {
      tone: "語調",
      comments: "コメント",
      discussions: "議論",
      up: "賛成票",
      down: "反対票",
      month: "月",
      positive: "明るい",
      neutral: "中立",
      negative: "暗い",
      mixed: "混在",
      name: "名前",
      label: "種類",
      units: "記事・コメント",
      mentions: "回数",
      kind: "種類",
      claims: "文",
      consideration: "観点",
      proposition: "対象",
      side: "賛否",
      people: "名前の数",
      stance: "態度",
      toward: "相手",
      outlet: "出典",
      citations: "回数",
      speaker: "話し手",
      quotations: "引用",
      title: "題名",
      published: "日付",
      discussion: "議論のID",
    },
    values: {
      positive: "明るい",
      neutral: "中立",
      negative: "暗い",
      mixed: "混在",
      for: "賛成",
      against: "反対",
      conditional: "条件付き",
      unsure: "態度保留",
      none: "なし",
      agree: "同意",
      disagree: "異論",
      article: "記事",
      comment: "コメント",
    },
  },
  en: {
    report: "Report on a corpus",
    of: (comments, discussions, sources) => `${comments} comments in ${discussions} discussions of ${sources} sources`,
    notPublic: "These are the voices of those who commented under these articles, and of nobody else.",
    whole: "counted over all comments",
    sampled: (drawn, all, seed) => `estimated from ${drawn} comments drawn by chance (of ${all}; seed ${seed})`,
    opinions: "What is said",
    opinionsWhole:
      "The groups of opinions were found in all comments. What is wrong with the grouping is not told. A comment may hold several opinions.",
    opinionsSampled: (drawn) =>
      `The groups of opinions were found in the ${drawn} comments drawn. Shares are of that sample; in brackets stands the 95% interval for the whole (the error of sampling alone, not of grouping). A comment may hold several opinions.`,
    opinionsAssigned: (drawn, assigned) =>
      `The groups of opinions were found in the ${drawn} comments drawn; sentences of ${assigned} others joined the group nearest to them, or none. Shares are estimates for all comments, corrected by what assignment gets wrong in the sample; in brackets stands the 95% interval, with the errors of sampling and of assignment (not that of grouping). A comment may hold several opinions.`,
    noOpinions: "No groups of opinions were found.",
    read: "To read",
    foremost: "Comments with the most votes (of all)",
    drawn: "Comments drawn by chance (of the sample)",
    method: "About this page",
    made: (version) => `from a corpus that Yoron ${version} built`,
    layers: "layers",
    notes: "noted when the sources were read",
    noNotes: "nothing",
    failed: "inputs that could not be read",
    withoutComments: (count) => `sources without comments: ${count}`,
    command: "the command that makes it again",
    rest: (shown, all) => `${shown} of ${all} rows`,
    share: "share",
    votes: "votes",
    examples: "in their words",
    titles: {
      tone_shares: "Tone",
      months: "Comments by month",
      entity_comments: "Of whom and what they speak",
      entity_tone: "Tone toward whom and what",
      claim_kinds: "What their sentences do",
      consideration_counts: "What they weigh",
      side_shares: "For and against",
      stance_counts: "Replies that agree and disagree",
      source_counts: "Sources they cite",
      speaker_counts: "Whose words are quoted",
      discussion_counts: "Discussions with the most comments",
    },
    columns: { up: "likes", down: "dislikes", people: "names" },
    values: {},
  },
};
