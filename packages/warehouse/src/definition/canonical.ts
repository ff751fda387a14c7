import { createHash } from 'node:crypto';
import type { CohortDefinition } from './definition.ts';

const codes = <T extends string>(list: readonly T[]): T[] => [...new Set(list)].sort();
const given = <T extends string>(list: readonly T[] | undefined): T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : codes(list);

const byText = (a: CohortDefinition, b: CohortDefinition): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Children in one order, once each, those of the same operation opened. */
const opened = (op: 'all' | 'any', of: readonly CohortDefinition[]): CohortDefinition => {
  const flat = of.map(canonical).flatMap((child) => (child.op === op ? child.of : [child]));
  const once = [...new Map(flat.map((child) => [JSON.stringify(child), child])).values()].sort(
    byText,
  );
  const [only] = once;
  return once.length === 1 && only !== undefined ? only : { op, of: once };
};

/** Definitions that say the same in another order or another nesting have one canonical form. */
export const canonical = (definition: CohortDefinition): CohortDefinition => {
  switch (definition.op) {
    case 'all':
    case 'any':
      return opened(definition.op, definition.of);
    case 'atLeast':
      // Not made unique: a criterion said twice counts twice.
      return {
        op: 'atLeast',
        least: definition.least,
        of: definition.of.map(canonical).sort(byText),
      };
    case 'not': {
      const inner = canonical(definition.of);
      return inner.op === 'not' ? inner.of : { op: 'not', of: inner };
    }
    case 'site':
      return { op: 'site', siteGroups: codes(definition.siteGroups) };
    case 'histology':
      return { op: 'histology', morphologies: codes(definition.morphologies) };
    case 'stage':
      return { op: 'stage', stages: codes(definition.stages) };
    case 'sex':
      return { op: 'sex', sexes: codes(definition.sexes) };
    case 'age':
    case 'year':
      return { op: definition.op, from: definition.from, to: definition.to };
    case 'province':
      return { op: 'province', provinces: codes(definition.provinces) };
    case 'treatment':
      return {
        op: 'treatment',
        kind: definition.kind,
        drugs: given(definition.drugs),
        regimens: given(definition.regimens),
      };
    case 'biomarker':
      return {
        op: 'biomarker',
        biomarker: definition.biomarker,
        findings: given(definition.findings),
      };
  }
};

/** A cohort is (definition, release): the same people for ever. SHA-256 of both, 32 hex digits. */
export const cohortId = (definition: CohortDefinition, release: number): string =>
  createHash('sha256')
    .update(JSON.stringify([release, canonical(definition)]))
    .digest('hex')
    .slice(0, 32);
