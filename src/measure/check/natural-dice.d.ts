/** The part of natural's distances that is used; a deep import, since the package's index prints and reads `.env`. */
declare module "natural/lib/natural/distance/dice_coefficient.js" {
  /** Returns how many of two texts' pairs of letters are common (Dice 1945), 0 to 1. */
  export default function diceCoefficient(one: string, other: string): number;
}
