import { foldWidth } from "../../text/dates/fold-width.ts";

/** What kind of company it is, before or behind its name. */
const COMPANY =
  /^(?:株式会社|有限会社|合同会社|㈱|㈲|㍿|\(株\)|\(有\))(?=.{2})|(?<=.{2})(?:株式会社|有限会社|合同会社|㈱|㈲|㍿|\(株\)|\(有\))$/;

/** What every kind of company has in it. */
const MAY_BE_COMPANY = /[社㈱㈲㍿)]/;

/** The same name however it is written: width, middle dots, spaces and the kind of company apart. */
export function plain(text: string): string {
  const bare = foldWidth(text).replace(/[・\s　=＝]/g, "");
  return MAY_BE_COMPANY.test(bare) ? bare.replace(COMPANY, "") : bare;
}
