import type { ColumnMapping } from "../format.ts";

/** What a column can hold. */
export type Role = keyof ColumnMapping;

/** Returns a name as it is compared: without case, width, spaces, `-`, `_`, and a point or colon that ends it (`No.`). */
export function simplify(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]|[.:。]$/g, "");
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
    回答id responseid 回答者id respondentid 投稿id argid 投稿番号 投稿no 書き込み番号 書込番号 書込no 発言id 発言番号 発言no レス番号 レスno
    返信id レビューid reviewid 口コミid messageid postnumber postno messageno コメントno 通番 連番 通し番号 項番 seq`),
  text: words(`
    body comment text 本文 コメント commentbody content message コメント本文 自由記述 意見 内容 回答 commentcontent
    コメント内容 投稿内容 コメントのテキスト commenttext fulltext tweettext textoriginal textdisplay body/ja body/en
    口コミ クチコミ 口コミ本文 レビュー レビュー本文 reviewtext review 投稿本文 つぶやき 発言 発言内容
    ご意見 ご意見・ご感想 ご意見・ご要望 意見・要望 ご意見ご感想 ご意見ご要望 ご意見等 意見内容 ご意見の内容 ご意見・ご感想など
    ご要望 要望 ご感想 感想 自由記述欄 自由回答 自由回答欄 自由意見 自由記入 自由記入欄 理由 その理由 理由自由記述
    自由記述(任意) 回答内容 feedback comments argument
    発言本文 書き込み 書込み 書き込み内容 書込内容 投稿文 投稿テキスト コメント文 コメントテキスト メッセージ メッセージ本文 テキスト
    レビュー内容 レビュー文 口コミ内容 クチコミ内容 感想文 意見本文 意見文 回答本文 回答文 返信内容 返信本文 ツイート ツイート本文 ツイート内容
    その他ご意見 その他意見 reviewbody reviewcontent reviewcomment posttext postcontent postbody messagetext messagebody
    commenttextoriginal rawcontent utterance opinion opiniontext freetext freecomment`),
  author: words(`
    author user 名前 投稿者 username authorname name ユーザー ユーザー名 ニックネーム 投稿者名 ハンドル ハンドルネーム
    アカウント名 アカウント 表示名 displayname authordisplayname screenname nickname handle commentauthor author/name
    writer 発言者 speaker 回答者 ペンネーム コメント者 コメント者名 コメント投稿者 コメント投稿者名 コメント者名前 回答者名 書き込み者 書込者 書込み者
    書き込み者名 書込者名 投稿ユーザー 投稿ユーザー名 投稿者の名前 ユーザ ユーザ名 ユーザーネーム ユーザネーム 発言者名 話者 執筆者 書いた人
    レビュアー レビュアー名 レビュー投稿者 レビュー者 口コミ投稿者 送信者 送信者名 作成者 作成者名 返信者 返信者名 アカウント表示名 commenter
    commentername poster postername reviewer reviewername sender sendername fromname accountname userdisplayname 名義`),
  date: words(`
    date createdat 投稿日時 posted timestamp postedat 日時 日付 投稿日 created timeparsed time datetime タイムスタンプ 回答日時
    送信日時 終了日時 完了日時 完了時刻 投稿時間 投稿時刻 createdutc publishedat commentdate コメント日時 コメント日 postedtime
    createdtime 回答日 記入日 記入日時 登録日時 作成日時 受付日時 受付日 submitdate submittedat enddate completiontime
    recordeddate dateposted postdate published コメントの作成のタイムスタンプ commentcreatetimestamp
    投稿年月日 投稿日付 コメント投稿日時 コメント投稿日 コメント時刻 コメント時間 書き込み日時 書込日時 書込み日時 書き込み日 書込日 書き込み時刻
    書き込み時間 書込時刻 発言日時 発言日 発言時刻 レビュー日 レビュー日時 レビュー投稿日 口コミ投稿日 投稿された日時 返信日時 返信日 送信時刻 送信日
    ツイート日時 ツイート日 受信日時 提出日時 提出日 掲載日時 掲載日 公開日時 公開日 登録日 入力日時 入力日 作成日 作成時刻 記録日時 記載日
    年月日 時刻 createddate datecreated creationdate creationtime postdatetime postedon createdon commentedat
    commenttime commentcreatedat reviewdate sentat submissiondate submissiontime datetimeutc 更新日時 updatedat
    開始日時 開始時刻 startdate starttime`),
  up: words(`
    likes likecount up いいね 共感 like upvotes 共感した いいね数 agrees agree score favorites そう思う 賛成 empathy
    agreementscount 賛同数 賛成数 賛同 共感数 参考になった 参考になった数 高評価 高評価数 votes likescount favoritecount
    favouritescount thumbsup upvotecount イイネ イイネ数 役に立った helpful helpfulvotes ups いいね! いいね!数 いいねの数 いいね件数 いいね合計 高評価の数 共感した数 共感した人数
    賛成票 賛成票数 支持 支持数 スキ スキ数 ハート ハート数 グッド グッド数 good goods good数 goodcount 拍手 拍手数 そう思う数 そうだね
    そうだね数 参考になった人数 投票数 得票数 upvote numlikes likenum likecnt likescnt favs favorite favourites hearts heartcount
    points plus`),
  down: words(`
    dislikes dislikecount down dislike downvotes disagrees disagree そう思わない 反対 低評価 反対数 低評価数 dislikescount
    thumbsdown downvotecount downs 低評価の数 反対票 反対票数 不支持 不支持数 そう思わない数 バッド バッド数 よくないね よくないね数 bad bads
    bad数 badcount downvote numdislikes dislikenum dislikecnt thumbsdowncount minus`),
  parent: words(`
    parent replyto 返信先 parentid inreplyto inreplytoid 親コメント 親id 返信元 親コメントid parentcommentid inreplytostatusid
    返信先id replytoid parentcomment 返信先no 返信先番号 返信先コメント 返信先コメントid 返信先コメントno 返信先コメント番号 返信先投稿 返信先投稿id
    返信先投稿番号 返信先レス 返信先レス番号 返信元id 返信元no 返信元番号 返信元コメント 返信元コメントid 返信元コメント番号 返信対象 返信対象id
    返信対象no 返信対象番号 返信対象コメント 返信対象コメントid 親 親no 親番号 親コメントno 親コメント番号 親コメントのid 親投稿 親投稿id 親投稿番号
    親投稿no 親記事番号 親記事id 親レス 親レス番号 親発言 親発言id レス先 レス先no レス先番号 レス先id レス元 アンカー アンカー先 リプライ先
    リプライ先id リプライ元 リプライ元id 回答先 回答先id 宛先番号 宛先no parentno parentnumber parentpost parentpostid
    parentmessageid parentcommentno replytono replytonumber replytocommentid replytocomment replyof replyofid
    repliedto repliedtoid inreplytotweetid inreplytouri inresponseto answersto answerto`),
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

/** A question with its number, or one that asks for words. */
const QUESTION = /^(?:問|設問|質問|Q)\s*\d|(?:ください|下さい|ですか|ますか|でしょうか)[。？?]?$/i;

/** Whether the columns are those of a survey: its answers have times, or questions as names, but neither votes nor replies. */
export function isSurvey(names: readonly string[]): boolean {
  const simple = names.map(simplifyOwn);
  if (simple.some((name) => THREAD.has(name))) return false;
  return simple.some((name) => SURVEY.has(name)) || names.some((name) => QUESTION.test(name.normalize("NFKC").trim()));
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
