import * as v from 'valibot';
import {
  type Concept,
  type ConceptSetSelection,
  conceptSetSelection,
  concepts as conceptsSchema,
  whole,
} from '../schema/values.ts';
import type { AttributeKind } from './kind.ts';
import { inCodeset } from './sql-text.ts';

/** `"inpatient visit", "emergency" or "outpatient"`. */
export const conceptList = (list: readonly Concept[], quote = '"'): string => {
  const names = list.map(
    ({ CONCEPT_NAME, CONCEPT_ID }) =>
      `${quote}${(CONCEPT_NAME ?? String(CONCEPT_ID)).toLowerCase()}${quote}`,
  );
  if (names.length === 0) return '[none specified]';
  return names.length === 1
    ? (names[0] as string)
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};

/** A list of concepts, themselves; an empty one asks nothing. */
export const concepts: AttributeKind<Concept[]> = {
  schema: conceptsSchema,
  where: (list, { of, except }) =>
    list.length === 0
      ? null
      : `${of} ${except ? 'NOT ' : ''}IN (${list.map(({ CONCEPT_ID }) => CONCEPT_ID).join(', ')})`,
  says: (list) => conceptList(list),
  amiss: (list) => (list.length === 0 ? 'empty' : null),
};

export const selection: AttributeKind<ConceptSetSelection> = {
  schema: conceptSetSelection,
  where: ({ CodesetId, IsExclusion }, { of, codesets }) => {
    if (CodesetId === undefined) return `${of} IS ${IsExclusion ? '' : 'NOT '}NULL`;
    return inCodeset(IsExclusion ? `${of} NOT` : of, codesets, CodesetId);
  },
  says: ({ CodesetId, IsExclusion }, names) =>
    `${IsExclusion ? 'not ' : ''}in ${names.codeset(CodesetId, 'any')}`,
  amiss: ({ CodesetId }) => (CodesetId === undefined ? 'empty' : null),
};

/** A concept set by its number. */
export const codeset: AttributeKind<number> = {
  schema: whole,
  where: (id, { of, codesets }) => inCodeset(of, codesets, id),
  says: (id, names) => names.codeset(id, 'any'),
  amiss: () => null,
};

/** A mark that stands for a condition of its own; false asks nothing. */
export const flag: AttributeKind<boolean> = {
  schema: v.boolean(),
  where: (is, { of }) => (is ? of : null),
  says: () => '',
  amiss: () => null,
};
