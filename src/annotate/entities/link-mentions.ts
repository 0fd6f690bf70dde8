import type { AnalyzedUnit } from "../../model/analysis.ts";
import { labelsWhere, PLACES } from "../../model/labels.ts";
import type { Entity, EntityLabel, Mention } from "../../model/layers.ts";
import { roundScore } from "../../model/round-score.ts";
import { findAcronyms } from "./acronyms.ts";
import { findBareTitles } from "./bare-titles.ts";
import { fullNameOf } from "./full-names.ts";
import type { Draft, Linked, NamedUnit } from "./linked.ts";
import { plain } from "./plain-name.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/**
 * Joins mentions to entities: by gazetteer entry, by full name (習主席 → 習近平), by an acronym in brackets
 * (集団安全保障条約機構(CSTO)), by the same text up to width and the middle dot.
 */
export function linkMentions(
  named: readonly NamedUnit[],
  resources: EntityResources,
): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  if (named.every(({ spans }) => spans.length === 0)) return NOTHING;
  const withAcronyms = named.map(({ unit, spans }) => ({ unit, ...findAcronyms(unit.text, spans, resources.weights) }));
  const aliases = new Map(withAcronyms.flatMap(({ pairs }) => [...pairs]));
  const persons = [
    ...new Set(
      withAcronyms.flatMap(({ unit, spans }) =>
        spans.filter(({ label }) => label === "PERSON").map(({ start, end }) => plain(unit.text.slice(start, end))),
      ),
    ),
  ];

  const full = new Map<string, string | null>();
  const fullName = (name: string): string | null => {
    const known = full.get(name);
    if (known !== undefined) return known;
    const found = fullNameOf(name, persons);
    full.set(name, found);
    return found;
  };

  const drafts = new Map<string, Draft>();
  const known: Known = { drafts, aliases, fullName };
  const linked: Linked[] = [];
  for (const { unit, spans } of withAcronyms) {
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i]!;
      const draft = draftOf(unit.text, span, known, resources);
      const title = spans[i + 1];
      if (span.label === "PERSON" && title?.label === "TITLE_AFFIX" && title.start === span.end) {
        const role = unit.text.slice(title.start, title.end);
        if (resources.titles.kindOf(role) !== "honorific") draft.role ??= role;
      }
      linked.push({ unit, span, draft });
    }
  }
  const bare = findBareTitles(
    named.map(({ unit }) => unit),
    linked,
    resources,
  );
  const ids = new Map<Draft, string>();
  const mentions = merge(
    named.map(({ unit }) => unit),
    [...withoutBorne(linked, bare), ...bare],
  ).map(({ unit, span, draft }): Mention => {
    if (!ids.has(draft)) ids.set(draft, draft.id ?? "");
    const { start, end, label, by, confidence } = span;
    const text = unit.text.slice(start, end);
    return { unit: unit.id, start, end, text, label, entity: draft.key, by, confidence };
  });
  return numbered([...ids.keys()], mentions);
}

/** What is linked where nothing is named. */
const NOTHING = Object.freeze({ entities: Object.freeze([]), mentions: Object.freeze([]) });

/** Returns the mentions without ministers' titles that were found to be somebody's. */
function withoutBorne(linked: readonly Linked[], bare: readonly Linked[]): readonly Linked[] {
  if (!linked.some(({ span }) => span.by === "minister")) return linked;
  const placeOf = ({ unit, span }: Linked) => `${unit.id}:${span.start}`;
  const borne = new Set(bare.map(placeOf));
  return linked.filter((one) => one.span.by !== "minister" || !borne.has(placeOf(one)));
}

/** What is known of the names of a discussion: entities so far, long forms of acronyms, full names of persons. */
interface Known {
  readonly drafts: Map<string, Draft>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly fullName: (name: string) => string | null;
}

function draftOf(
  text: string,
  { start, end, label, entry }: EntitySpan,
  { drafts, aliases, fullName }: Known,
  { gazetteer }: EntityResources,
): Draft {
  const surface = text.slice(start, end);
  const long = aliases.size === 0 ? surface : (aliases.get(plain(surface)) ?? surface);
  const full = label === "PERSON" ? fullName(plain(long)) : null;
  const known =
    gazetteerEntry(label, long, entry, gazetteer) ??
    (full === null ? null : gazetteerEntry(label, full, undefined, gazetteer));
  const key = known === null ? `${label}:${full ?? plain(long)}` : `known:${known.label}:${known.id ?? known.name}`;
  let draft = drafts.get(key);
  if (draft === undefined) {
    draft = { key, id: known?.id ?? null, name: known?.name ?? long, label: known?.label ?? label, role: null };
    drafts.set(key, draft);
  }
  if (known === null && long.length > draft.name.length) draft.name = long;
  return draft;
}

function gazetteerEntry(
  label: EntityLabel,
  name: string,
  entry: EntitySpan["entry"],
  gazetteer: EntityResources["gazetteer"],
) {
  const found = entry ?? gazetteer.get(name) ?? byDots(name, gazetteer) ?? byCompany(name, gazetteer);
  return found !== null && sameKind(found.label, label) ? found : null;
}

/** The entry of a name that is written with = between its parts. */
function byDots(name: string, gazetteer: EntityResources["gazetteer"]) {
  return /[=＝]/.test(name) ? gazetteer.get(name.replace(/[=＝]/g, "・")) : null;
}

/** The entry of a company that is named with what kind of company it is: ソニー株式会社. */
function byCompany(name: string, gazetteer: EntityResources["gazetteer"]) {
  return COMPANY_MARK.test(name) ? gazetteer.get(plain(name)) : null;
}

const COMPANY_MARK = /会社|[㈱㈲㍿]|[（(][株有][）)]/;

/** Labels that lists and charts show. */
const SHOWN = labelsWhere(({ shown }) => shown);

const sameKind = (a: EntityLabel, b: EntityLabel): boolean => a === b || (PLACES.has(a) && PLACES.has(b));

function merge(units: readonly AnalyzedUnit[], linked: readonly Linked[]): Linked[] {
  if (units.length === 1) return [...linked].sort(byPlace);
  const order = new Map(units.map((unit, index) => [unit, index]));
  return [...linked].sort((a, b) => order.get(a.unit)! - order.get(b.unit)! || byPlace(a, b));
}

const byPlace = (a: Linked, b: Linked): number => a.span.start - b.span.start || b.span.end - a.span.end;

function numbered(drafts: readonly Draft[], mentions: readonly Mention[]) {
  const ids = new Map<string, string>();
  const entities: Entity[] = [];
  let local = 0;
  for (const { key, id, name, label, role } of drafts) {
    const own = id ?? `e${++local}`;
    ids.set(key, own);
    entities.push({ id: own, name, label, role, shown: SHOWN.has(label) });
  }
  return {
    entities,
    mentions: mentions.map(
      ({ unit, start, end, text, label, entity, by, confidence }): Mention => ({
        unit,
        start,
        end,
        text,
        label,
        entity: ids.get(entity)!,
        by,
        confidence: roundScore(confidence),
      }),
    ),
  };
}
