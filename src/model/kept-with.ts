/**
 * Returns a function that makes something of an object once, and gives the same again for as long as the object lives:
 * scratch space that a stage keeps with its resources, or what several stages ask of one text.
 *
 * @example
 * const boundaries = keptWith((tokens: Tokens) => tokenBoundaries(tokens));
 * boundaries(tokens) === boundaries(tokens); // true
 */
export function keptWith<Key extends object, Made extends NonNullable<unknown>>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const kept = new WeakMap<Key, Made>();
  return (key) => {
    let made = kept.get(key);
    if (made === undefined) {
      made = make(key);
      kept.set(key, made);
    }
    return made;
  };
}
