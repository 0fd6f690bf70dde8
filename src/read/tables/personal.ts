import { simplifyOwn } from "./usual-names.ts";

/** Names of columns that hold what identifies a person, whole and simplified. */
const WHOLE: ReadonlySet<string> = new Set(
  `姓 名 氏 姓名 お名前 御名前 フルネーム 本名 実名 氏名 ふりがな フリガナ セイ メイ せい めい ip tel fax 電話 携帯 連絡先 ご連絡先
  fullname firstname lastname realname familyname givenname recipientfirstname recipientlastname
  latitude longitude locationlatitude locationlongitude 緯度 経度 channel channelid channelurl チャンネルid authorchannelid
  authorchannelurl authorurl authorid/value photo avatar avatarurl profile profileurl profileimage profileimageurl userurl
  profilelink 投稿者url プロフィール プロフィールurl`.split(/\s+/),
);
/** Parts of names that say so, whatever stands around them. */
const PART =
  /e-?mail|mail_?address|メールアドレス|メルアド|(?:^|[^a-z])ip(?:$|[^a-z])|ip_?addr|phone|電話番号|携帯番号|address|住所|氏名|password|パスワード|user_?-?agent|生年月日|誕生日|birthda(?:y|te)|郵便番号|postal_?code|zip_?code|マイナンバー/i;
/** In a short name these mean the thing itself; in a long one perhaps a question about it. */
const SHORT_PART = /mail|メール|電話|お名前/i;
const SHORT = 12;

/** Whether a column's name says that it holds personal data that readers of comments do not see. */
export function isPersonal(name: string): boolean {
  const plain = name.normalize("NFKC");
  return WHOLE.has(simplifyOwn(name)) || PART.test(plain) || (plain.length <= SHORT && SHORT_PART.test(plain));
}

const MAIL = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=[\da-f:]*:[\da-f:]*:)[\da-f:]{6,39}$/i;
const PHONE = /^(?:\+81[ -]?|0)\d{1,4}[ -]\d{1,4}[ -]\d{3,4}$|^0[5789]0\d{8}$/;
const CHANNEL =
  /^https?:\/\/(?:www\.)?youtube\.com\/(?:channel\/|user\/|c\/|@)|^https?:\/\/yt3\.(?:ggpht|googleusercontent)\.com\//i;

/** Whether a cell is nothing but an address or number by which a person is reached. */
export function isPersonalValue(value: string): boolean {
  const text = value.trim();
  if (text.length < 6 || text.length > 300) return false;
  return MAIL.test(text) || IP.test(text) || PHONE.test(text) || CHANNEL.test(text);
}
