/** What a row of a table of rules says of itself; the order of the rows is their priority. */
export interface Rule {
  /** The name by which results, weights and tests know it. */
  readonly name: string;
  /** A text on which this row decides; a test holds it to that. */
  readonly example: string;
}
