import { type EntityLabel, labelsWhere } from "../model/labels.ts";
import { loadRoles } from "./bare-roles.ts";

const SHOWN = labelsWhere(({ shown }) => shown);
/** 反米 and 親中 are what people are accused of, not who is spoken of. */
const ATTITUDE = /^[反親嫌].+(?<![派軍団体力者隊党会])$/u;

/** An entity by what lists call it. */
interface Named {
  readonly name: string;
  readonly label: string;
}

/**
 * Returns whether somebody or something is spoken of by a name, as lists and charts show it: no time or figure, no office alone
 * (大統領), no attitude (反米).
 *
 * @example
 * const isSpokenOf = spokenOf();
 * isSpokenOf({ name: "米国", label: "GPE" }); // true
 * isSpokenOf({ name: "反米", label: "NORP" }); // false
 */
export function spokenOf(labels: ReadonlySet<string> = SHOWN): (entity: Named) => boolean {
  const roles = loadRoles();
  return ({ name, label }) =>
    labels.has(label as EntityLabel) &&
    !(label === "PERSON" && roles.has(name)) &&
    !(label === "NORP" && ATTITUDE.test(name));
}
