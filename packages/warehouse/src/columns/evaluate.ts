import { personsPlan } from '../compile/of-persons.ts';
import type { CohortDefinition, Criterion } from '../definition/definition.ts';
import type { Engine } from '../engines/engine.ts';
import { add, and, type Bits, every, none, or, without } from './bits.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { listed, within } from './value-sets.ts';

/** The cases that meet one criterion. What speaks of events asks the engine for the persons who have one. */
export const criterionBits = async (
  criterion: Criterion,
  columns: CaseColumns,
  engine: Engine,
): Promise<Bits> => {
  switch (criterion.op) {
    case 'site':
      return listed(columns.site_group, criterion.siteGroups);
    case 'stage':
      return listed(columns.stage, criterion.stages);
    case 'sex':
      return listed(columns.sex, criterion.sexes);
    case 'province':
      return listed(columns.province, criterion.provinces);
    case 'age':
    case 'year':
      return within(columns.numbers[criterion.op === 'age' ? 'age' : 'diagnosis_year'], criterion);
    case 'histology':
      return criterion.morphologies.reduce((found, code) => {
        const [histology = '', behaviour] = code.split('/');
        const ofHistology = listed(columns.histology, [histology]);
        if (behaviour === undefined) return or(found, ofHistology);
        return or(found, and(ofHistology, listed(columns.behaviour, [behaviour])));
      }, none(columns.rows));
    case 'treatment':
    case 'biomarker': {
      const where = personsPlan(criterion, engine.dialect);
      if (where.kind === 'flag') return columns.flags[where.flag];
      const [keys = new Int32Array()] = await engine.integers(where.plan);
      const bits = none(columns.rows);
      for (const key of keys) {
        const first = columns.firstRow[key] ?? -1;
        if (first < 0) continue;
        const end = endOfPerson(columns, first);
        for (let row = first; row < end; row++) add(bits, row);
      }
      return bits;
    }
  }
};

const all = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? every(rows) : rest.reduce(and, first);

const any = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? none(rows) : rest.reduce(or, first);

/**
 * The cases that satisfy a definition, put together from those of its criteria by set operations.
 * Unknown meets no criterion and `not` is the complement, so two values of logic suffice.
 * @param ofCriterion answers for one criterion, from memory where it was asked before
 */
export const evaluate = async (
  definition: CohortDefinition,
  rows: number,
  ofCriterion: (criterion: Criterion) => Promise<Bits>,
): Promise<Bits> => {
  const read = (node: CohortDefinition) => evaluate(node, rows, ofCriterion);
  switch (definition.op) {
    case 'all':
      return all(await Promise.all(definition.of.map(read)), rows);
    case 'any':
      return any(await Promise.all(definition.of.map(read)), rows);
    case 'not':
      return without(every(rows), await read(definition.of));
    case 'atLeast': {
      // met[k]: the cases that met k or more of the children read so far.
      const met = [every(rows), ...Array.from({ length: definition.least }, () => none(rows))];
      for (const child of await Promise.all(definition.of.map(read)))
        for (let k = definition.least; k > 0; k--)
          met[k] = or(met[k] as Bits, and(met[k - 1] as Bits, child));
      return met[definition.least] as Bits;
    }
    default:
      return ofCriterion(definition);
  }
};
