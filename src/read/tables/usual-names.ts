import type { ColumnMapping } from "../format.ts";

/** What a column can hold. */
export type Role = keyof ColumnMapping;

/** Returns a name as it is compared: without case, width, spaces, `-` and `_`. */
export function simplify(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}

/** Returns a simplified name without the lead that 広聴AI writes before columns of one's own. */
export function simplifyOwn(name: string): string {
  return simplify(withoutLead(name));
}

/** Returns the name of an attribute: `attribute-年代`, as 広聴AI writes it, is 年代. */
export function withoutLead(name: string): string {
  return name.replace(/^attributes?[-_.](?=.)/i, "");
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Usual names of columns, surest first, simplified. */
export const USUAL: Readonly<Record<Role, readonly string[]>> = {
  id: words(`
    id commentid コメントid 番号 no tweetid postid cid statusid コメント番号 commentno 回答番号 受付番号 意見番号 整理番号
    回答id responseid 回答者id respondentid 投稿id argid`),
  text: words(`
    body comment text 本文 コメント commentbody content message コメント本文 自由記述 意見 内容 回答 commentcontent
    コメント内容 投稿内容 コメントのテキスト commenttext fulltext tweettext textoriginal textdisplay body/ja body/en
    口コミ クチコミ 口コミ本文 レビュー レビュー本文 reviewtext review 投稿本文 つぶやき 発言 発言内容
    ご意見 ご意見・ご感想 ご意見・ご要望 意見・要望 ご意見ご感想 ご意見ご要望 ご意見等 意見内容 ご意見の内容 ご意見・ご感想など
    ご要望 要望 ご感想 感想 自由記述欄 自由回答 自由回答欄 自由意見 自由記入 自由記入欄 理由 その理由 理由自由記述
    自由記述(任意) 回答内容 feedback comments argument`),
  author: words(`
    author user 名前 投稿者 username authorname name ユーザー ユーザー名 ニックネーム 投稿者名 ハンドル ハンドルネーム
    アカウント名 アカウント 表示名 displayname authordisplayname screenname nickname handle commentauthor author/name
    writer 発言者 speaker 回答者 ペンネーム`),
  date: words(`
    date createdat 投稿日時 posted timestamp postedat 日時 日付 投稿日 created timeparsed time datetime タイムスタンプ 回答日時
    送信日時 終了日時 完了日時 完了時刻 投稿時間 投稿時刻 createdutc publishedat commentdate コメント日時 コメント日 postedtime
    createdtime 回答日 記入日 記入日時 登録日時 作成日時 受付日時 受付日 submitdate submittedat enddate completiontime
    recordeddate dateposted postdate published コメントの作成のタイムスタンプ commentcreatetimestamp 開始日時 開始時刻 startdate
    starttime`),
  up: words(`
    likes likecount up いいね 共感 like upvotes 共感した いいね数 agrees agree score favorites そう思う 賛成 empathy
    agreementscount 賛同数 賛成数 賛同 共感数 参考になった 参考になった数 高評価 高評価数 votes likescount favoritecount
    favouritescount thumbsup upvotecount イイネ イイネ数 役に立った helpful helpfulvotes ups`),
  down: words(`
    dislikes dislikecount down dislike downvotes disagrees disagree そう思わない 反対 低評価 反対数 低評価数 dislikescount
    thumbsdown downvotecount downs`),
  parent: words(`
    parent replyto 返信先 parentid inreplyto inreplytoid 親コメント 親id 返信元 親コメントid parentcommentid inreplytostatusid
    返信先id replytoid parentcomment`),
};

/** Reactions that are neither likes nor dislikes, or likes under a name of their own, by the simplified column. */
export const OTHER_REACTIONS: ReadonlyMap<string, string> = new Map([
  ["なるほど", "なるほど"],
  ["naruhodo", "なるほど"],
  ["acknowledgementscount", "なるほど"],
  ["共感した", "up"],
  ["うーん", "うーん"],
  ["uun", "うーん"],
  ["disagreementscount", "うーん"],
  ["retweets", "reposts"],
  ["retweetcount", "reposts"],
  ["passes", "passes"],
  ["pass", "passes"],
]);

const ALL: ReadonlySet<string> = new Set(Object.values(USUAL).flat());

/** Returns how many of the names are usual for anything. */
export function countUsual(names: readonly string[]): number {
  return names.filter((name) => name.length < 60 && ALL.has(simplifyOwn(name))).length;
}

/** Columns that only the answers to a survey have. */
const SURVEY: ReadonlySet<string> = new Set(
  words(`
    タイムスタンプ 回答日時 送信日時 回答者id 回答id 回答番号 開始日時 終了日時 開始時刻 完了時刻 respondentid responseid
    startdate enddate completiontime recordeddate`),
);
const THREAD: ReadonlySet<string> = new Set([...USUAL.up, ...USUAL.parent, ...OTHER_REACTIONS.keys()]);

/** Whether the columns are those of a survey: its answers have times, but neither votes nor replies. */
export function isSurvey(names: readonly string[]): boolean {
  const simple = names.map(simplifyOwn);
  return simple.some((name) => SURVEY.has(name)) && !simple.some((name) => THREAD.has(name));
}

/** Whether the columns are those of a thread: its comments have authors, votes or replies. */
export function isThread(names: readonly string[]): boolean {
  return names.map(simplifyOwn).some((name) => THREAD.has(name) || USUAL.author.includes(name));
}

/** Whether a usual name of words is a question that a survey asks beside others. */
export function asksOpinion(name: string): boolean {
  return /^(?:ご?意見|ご?要望|ご?感想|自由|(?:その)?理由)/.test(simplifyOwn(name));
}

/** Returns the columns whose names are usual for a role, surest first. */
export function usualColumns(names: readonly string[], role: Role): readonly string[] {
  const plain = names.map((name) => [name, simplify(name), simplifyOwn(name)] as const);
  const found = new Set<string>();
  // A column's own name is surer than one behind a lead: `comment-body` before `attribute_comment`.
  for (const place of [1, 2] as const)
    for (const usual of USUAL[role]) for (const row of plain) if (row[place] === usual) found.add(row[0]);
  return [...found];
}
