import { simplify } from "../columns.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";

/** Fields by which objects of a person give the name that readers see, surest first; simplified. */
const NAMES = [
  "displayname",
  "nickname",
  "name",
  "名前",
  "表示名",
  "ニックネーム",
  "globalname",
  "realname",
  "fullname",
  "screenname",
  "username",
  "ユーザー名",
  "authorname",
  "login",
  "handle",
  "acct",
  "slug",
  "simpletext",
  "title",
];
const LONGEST_NAME = 200;

/**
 * Returns the name that an object or text gives of a person; null where it has none, or only an address or a number by
 * which a service knows them.
 *
 * @example
 * personName({ id: 17, username: "mikan", display_name: "みかん" }); // "みかん"
 */
export function personName(value: unknown): string | null {
  if (typeof value === "string") return shownName(value);
  const objects = isObject(value) ? [value] : Array.isArray(value) ? value.slice(0, 1) : [];
  for (const object of objects) {
    const found = isObject(object) ? nameIn(object) : personName(typeof object === "string" ? object : null);
    if (found !== null) return found;
  }
  return null;
}

function nameIn(object: JsonObject): string | null {
  const fields = new Map(Object.entries(object).map(([name, value]) => [simplify(name), value]));
  for (const name of NAMES) {
    const value = fields.get(name);
    const found = typeof value === "string" ? shownName(value) : null;
    if (found !== null) return found;
  }
  return null;
}

function shownName(value: string): string | null {
  const name = textOrNull(value)?.trim() ?? null;
  return name === null || name.length > LONGEST_NAME || isAddress(name) ? null : name;
}

/** Whether a text is nothing but an address of the web or of mail. */
export function isAddress(text: string): boolean {
  return /^(?:https?:|mailto:|\/\/)/i.test(text) || (/^[^\s@]{1,64}@[^\s@]{3,120}$/.test(text) && text.includes("."));
}

const WHO =
  "author|user|channel|owner|account|profile|member|commenter|poster|creator|sender|uploader|person|投稿者|ユーザー";
const WHAT =
  "externalchannelid|channelid|channelurl|id|ids|idstr|uid|uuid|guid|url|urls|uri|link|links|href|thumbnail|thumbnails|avatar|avatarurl|image|imageurl|icon|iconurl|photo|photourl|picture|page|channel|profile|profileurl|website|domain|hash|phone|contact";
const OF_A_PERSON = new RegExp(`^(?:${WHO}){1,2}(?:display|profile|avatar)?(?:${WHAT})$`);
const BY_ITSELF =
  /^(?:avatar|avatars|gravatar|profileimage|profileimageurl|profilepicture|profilepic|thumbnail|photo|icon|channel|uid|hash|userhash|emailhash|discriminator|useragent|agent|ip|ipaddress|remoteaddr|iphash|website|homepage|session|sessionid|token|fingerprint|deviceid)(?:url|urls|id|https|template|small|large)?$/;

/** Whether a field's name says that it holds the address, picture or number of a person: what never enters a Discussion. */
export function isPersonField(name: string): boolean {
  const simple = simplify(name).slice(0, 60);
  return OF_A_PERSON.test(simple) || BY_ITSELF.test(simple);
}
