/** Whether a span touches one of some places of the same key. */
export type Places = (key: string, start: number, end: number) => boolean;

/** A place under a key: a unit, or a unit and something more. */
export interface Place {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Returns what tells whether a span touches one of these places. */
export function placesIn(places: readonly Place[]): Places {
  const byKey = new Map<string, Place[]>();
  for (const place of places) {
    const list = byKey.get(place.key);
    if (list === undefined) byKey.set(place.key, [place]);
    else list.push(place);
  }
  return (key, start, end) => byKey.get(key)?.some((place) => start < place.end && end > place.start) ?? false;
}
