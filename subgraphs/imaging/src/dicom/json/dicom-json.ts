/** The DICOM JSON model of PS3.18 annex F. */

export interface PersonName {
  Alphabetic?: string;
  Ideographic?: string;
  Phonetic?: string;
}

export type JsonValue = string | number | null | PersonName | JsonDataSet;

export interface JsonElement {
  vr: string;
  Value?: JsonValue[];
  InlineBinary?: string;
  BulkDataURI?: string;
}

export interface JsonDataSet {
  [tag: string]: JsonElement;
}

/** Texts of an attribute; of names their groups, joined by “=”. */
export const textsOf = (set: JsonDataSet, tag: string): string[] =>
  (set[tag]?.Value ?? []).flatMap((value) => {
    if (value === null) return [];
    if (typeof value !== 'object') return [String(value)];
    const { Alphabetic = '', Ideographic = '', Phonetic = '' } = value as PersonName;
    return [`${Alphabetic}=${Ideographic}=${Phonetic}`.replace(/=+$/, '')];
  });

/** The first text of an attribute; null where it has none. */
export const textOf = (set: JsonDataSet, tag: string): string | null =>
  textsOf(set, tag)[0] ?? null;

/** The first number of an attribute; null where it has none. */
export const numberOf = (set: JsonDataSet, tag: string): number | null => {
  const text = textOf(set, tag);
  return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
};
