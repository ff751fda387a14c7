import type { CohortDefinition, Range } from '../definition/definition.ts';
import type { Rows } from './random-warehouse.ts';

type Row = Record<string, string | number | boolean | null>;

const within = (value: unknown, { from, to }: Range): boolean =>
  typeof value === 'number' && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
const isOf = (value: unknown, codes: readonly string[]): boolean => codes.includes(value as string);

/** What a definition says of a case, row by row: the plainest reading, to hold both engines to. */
const holds = (definition: CohortDefinition, row: Row, rows: Rows): boolean => {
  const own = (name: 'treatments' | 'biomarkers') =>
    (rows[name] ?? []).filter((e) => e.person_key === row.person_key);
  switch (definition.op) {
    case 'all':
      return definition.of.every((d) => holds(d, row, rows));
    case 'any':
      return definition.of.some((d) => holds(d, row, rows));
    case 'not':
      return !holds(definition.of, row, rows);
    case 'atLeast':
      return definition.of.filter((d) => holds(d, row, rows)).length >= definition.least;
    case 'site':
      return isOf(row.site_group, definition.siteGroups);
    case 'histology':
      return definition.morphologies.some((code) => {
        const [histology, behaviour] = code.split('/');
        return (
          row.histology === histology && (behaviour === undefined || row.behaviour === behaviour)
        );
      });
    case 'stage':
      return isOf(row.stage, definition.stages);
    case 'sex':
      return isOf(row.sex, definition.sexes);
    case 'age':
      return within(row.age, definition);
    case 'year':
      return within(row.diagnosis_year, definition);
    case 'province':
      return isOf(row.province, definition.provinces);
    case 'treatment':
      return own('treatments').some(
        (t) =>
          (definition.kind === undefined || t.kind === definition.kind) &&
          ((definition.drugs ?? []).length === 0 || isOf(t.drug, definition.drugs ?? [])) &&
          ((definition.regimens ?? []).length === 0 || isOf(t.regimen, definition.regimens ?? [])),
      );
    case 'biomarker':
      return own('biomarkers').some(
        (b) =>
          b.biomarker === definition.biomarker &&
          ((definition.findings ?? []).length === 0 || isOf(b.finding, definition.findings ?? [])),
      );
  }
};

/** Persons, once each. */
export const countByHand = (definition: CohortDefinition, rows: Rows): number =>
  new Set(
    (rows.cases ?? []).filter((row) => holds(definition, row, rows)).map((row) => row.person_key),
  ).size;
