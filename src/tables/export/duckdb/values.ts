import {
  type ARRAY,
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  LIST,
  listValue,
  STRUCT,
  structValue,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import type { Cell, Column, ColumnType } from "../../schema.ts";
import {
  dateFrom,
  fromBigint,
  type StoredCell,
  type StoredStruct,
  type StoredType,
  timestampFrom,
} from "../storage.ts";

const TYPES = { VARCHAR, BIGINT, DOUBLE, BOOLEAN, DATE, TIMESTAMP } as const;

/** Returns DuckDB's type for a stored one. */
export function duckType(type: StoredType): DuckDBType {
  if (typeof type === "string") return TYPES[type];
  if ("list" in type) return LIST(duckType(type.list));
  return STRUCT(Object.fromEntries(type.struct.map((field) => [field.name, duckType(field.type)])));
}

/** Returns DuckDB's value for a stored cell. */
export function duckValue(cell: StoredCell, type: StoredType): DuckDBValue {
  if (cell === null) return null;
  if (typeof type === "object") {
    if ("list" in type) return listValue((cell as readonly StoredCell[]).map((inner) => duckValue(inner, type.list)));
    const struct = cell as StoredStruct;
    return structValue(
      Object.fromEntries(type.struct.map(({ name, type: inner }) => [name, duckValue(struct[name] ?? null, inner)])),
    );
  }
  if (type === "DATE") return new DuckDBDateValue(cell as number);
  if (type === "TIMESTAMP") return new DuckDBTimestampValue(cell as bigint);
  return cell as string | number | bigint | boolean;
}

const INTEGERS = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.BIGNUM,
]);
const NUMBERS = new Set([DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL]);

/** Returns the column of an answer, by DuckDB's type; what the tables have no type for is a string. */
export function columnOf(name: string, type: DuckDBType): Column {
  const column = (columnType: ColumnType) => ({ name, type: columnType, meaning: "" });
  if (INTEGERS.has(type.typeId)) return column("integer");
  if (NUMBERS.has(type.typeId)) return column("number");
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return column("boolean");
    case DuckDBTypeId.DATE:
      return column("date");
    case DuckDBTypeId.TIMESTAMP:
      return column("timestamp");
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY: {
      const { valueType } = type as ReturnType<typeof LIST> | ReturnType<typeof ARRAY>;
      const { type: items, fields } = columnOf("item", valueType);
      return { ...column("list"), items, ...(fields === undefined ? {} : { fields }) };
    }
    case DuckDBTypeId.STRUCT: {
      const { entryNames, entryTypes } = type as ReturnType<typeof STRUCT>;
      return { ...column("struct"), fields: entryNames.map((entry, index) => columnOf(entry, entryTypes[index]!)) };
    }
    case DuckDBTypeId.MAP:
      return column("list");
    default:
      return column("string");
  }
}

/** Returns DuckDB's value as a cell. */
export function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return fromBigint(value);
  if (value instanceof DuckDBDecimalValue) return value.scale === 0 ? fromBigint(value.value) : value.toDouble();
  if (value instanceof DuckDBDateValue && value.isFinite) return dateFrom(value.days);
  if (value instanceof DuckDBTimestampValue && value.isFinite) return timestampFrom(value.micros);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(cellOf);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, inner]) => [name, cellOf(inner)]));
  if (value instanceof DuckDBMapValue)
    return value.entries.map((entry) => ({ key: cellOf(entry.key), value: cellOf(entry.value) }));
  return String(value);
}
