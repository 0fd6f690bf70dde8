/** By what words are taken for an outlet. */
export const OUTLET_BY = ["gazetteer", "ending", "generic", "short", "bracket", "shape"] as const;
export type OutletBy = (typeof OUTLET_BY)[number];
