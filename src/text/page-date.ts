export {
  type DateOrder,
  dateOrderOf,
  epochDate,
  isAmbiguous,
  type PageDate,
  type PageDateOptions,
  parsePageDate,
} from "./page-dates/absolute.ts";
export { isDate, type ResolveOptions, resolvePageDate } from "./page-dates/relative.ts";
