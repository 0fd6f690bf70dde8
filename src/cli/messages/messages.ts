import type { en } from "./en.ts";

type Said<Message> = Message extends (...parts: infer Parts) => string ? (...parts: Parts) => string : string;

/** What the command line says, in one language: the keys of {@link en}, all of them. */
export type Messages = {
  readonly [Group in keyof typeof en]: {
    readonly [Key in keyof (typeof en)[Group]]: Said<(typeof en)[Group][Key]>;
  };
};
