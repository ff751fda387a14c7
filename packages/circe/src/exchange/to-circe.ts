import type { CohortDefinition, CohortSex } from '@nodp/cohorts';
import { kindOf, stepsOf } from '@nodp/cohorts';
import { branchOf, placeIn, print } from '@nodp/cohorts/engine';
import { parseExpression } from '../parse.ts';
import type { Group } from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { NumericRange } from '../schema/values.ts';
import { eventOut } from './events-out.ts';
import { grouped, ofPerson, sameDay, single } from './groups.ts';
import { type Note, notebook, type Take } from './note.ts';
import { type Collector, collector, ownConcept } from './own-concepts.ts';
import { timeOut } from './time-out.ts';

/** Concepts of gender of the OMOP vocabulary. */
const GENDERS: Readonly<Record<CohortSex, number>> = {
  MALE: 8507,
  FEMALE: 8532,
  OTHER: 8521,
  UNKNOWN: 8551,
};

const range = ({ from, to }: { from?: number; to?: number }): NumericRange =>
  from !== undefined && to !== undefined
    ? { Value: from, Op: 'bt', Extent: to }
    : from !== undefined
      ? { Value: from, Op: 'gte' }
      : { Value: to ?? 0, Op: 'lte' };

const conditionOf = (sites: readonly string[], sets: Collector) => ({
  ConditionOccurrence: {
    CodesetId:
      sites.length === 0
        ? sets.of('neoplasm', [ownConcept('neoplasm', 'any', 'neoplasm')])
        : sets.of(
            print({ site: [...sites] }).en,
            sites.map((id) => ownConcept('site', id, print({ site: [id] }).en)),
          ),
  },
});

/** A definition as a group asked of a diagnosis; null where nothing of it can be said. */
const nodeOut = (node: CohortDefinition, sets: Collector, at: string, take: Take): Group | null => {
  const branch = branchOf(node);
  if (branch !== null)
    return grouped(
      branch,
      branch.of.map((each, i) =>
        nodeOut(each, sets, at === '' ? placeIn(branch, i) : `${at}.${placeIn(branch, i)}`, take),
      ),
    );
  const place = at === '' ? String(kindOf(node)) : `${at}.${kindOf(node)}`;
  if ('site' in node) return sameDay(conditionOf(node.site, sets));
  if ('sex' in node)
    return ofPerson({
      Gender: node.sex.map((sex) => ({ CONCEPT_ID: GENDERS[sex], CONCEPT_NAME: sex })),
    });
  if ('age' in node) {
    take(
      'APPROXIMATE',
      place,
      'circe takes the years between the year of birth and that of the diagnosis for the age.',
      'circe 以诊断年份减出生年份作为年龄。',
    );
    return ofPerson({ Age: range(node.age) });
  }
  if ('year' in node) {
    const { from, to } = node.year;
    return ofPerson({
      OccurrenceStartDate:
        from !== undefined && to !== undefined
          ? { Value: `${from}-01-01`, Op: 'bt', Extent: `${to}-12-31` }
          : from !== undefined
            ? { Value: `${from}-01-01`, Op: 'gte' }
            : { Value: `${to}-12-31`, Op: 'lte' },
    });
  }
  if ('treatment' in node || 'biomarker' in node) {
    const criterion = eventOut(node, sets, at, take);
    return criterion === null ? null : single(criterion);
  }
  if ('time' in node) return timeOut(node.time, sets, place, take);
  const words = print(node);
  take(
    'LEFT_OUT',
    place,
    `circe has no equivalent of: ${words.en}`,
    `circe 没有对应的条件：${words.zh}`,
  );
  return null;
};

export interface Exported {
  readonly expression: CohortExpression;
  /** What the expression does not say, or says nearly: each with its place in the definition. */
  readonly notes: readonly Note[];
}

/**
 * A definition of ours as circe's cohort expression: persons enter with the diagnosis of a cancer, each part of the definition is an
 * inclusion rule, and the first that satisfies all of them is taken. Concepts are of our own vocabulary (numbers above
 * 2,000,000,000, as OMOP leaves to each site): elsewhere they are mapped by their codes.
 */
export const toCirce = (definition: CohortDefinition, title?: string): Exported => {
  const { notes, take } = notebook();
  const sets = collector();
  const steps = stepsOf(definition);
  const isList = 'all' in definition;
  const siteAt = steps.findIndex((step) => 'site' in step);
  const site = steps[siteAt];
  const entry = conditionOf(site !== undefined && 'site' in site ? site.site : [], sets);
  const rules = steps.flatMap((step, i) => {
    if (i === siteAt) return [];
    const before = notes.length;
    const expression = nodeOut(step, sets, isList ? `all.${i}` : '', take);
    // What the rule does not say of its name travels with it.
    const unsaid = notes.slice(before).map(({ at, reason }) => `${at}: ${reason.en}`);
    const description = unsaid.length === 0 ? {} : { description: unsaid.join(' ') };
    return expression === null ? [] : [{ name: print(step).en, ...description, expression }];
  });
  const { expression } = parseExpression({
    ...(title === undefined ? {} : { Title: title }),
    ConceptSets: sets.sets,
    PrimaryCriteria: { CriteriaList: [entry], PrimaryCriteriaLimit: { Type: 'All' } },
    QualifiedLimit: { Type: 'All' },
    ExpressionLimit: { Type: 'First' },
    InclusionRules: rules,
  });
  return { expression, notes };
};
