import { type CriterionKind, type CriterionValue, forms } from './criteria/registry.ts';
import type { CriterionForm } from './criterion/module.ts';
import type { Tree } from './tree.ts';

/** One criterion: its kind with its value, e.g. `{ site: ['lung'] }`. */
export type Criterion = {
  [Kind in CriterionKind]: { readonly [Field in Kind]: CriterionValue<Kind> };
}[CriterionKind];

/**
 * Who belongs to a cohort, as a tree of criteria over *cases*: a case is one primary cancer of one
 * person (IARC/IACR 2004; see the data dictionary). A person belongs
 * to the cohort when one of the person's cases satisfies the whole tree, and counts once.
 *
 * Criteria of site, histology, behaviour, laterality, stage, age, year and provinces speak of the case; sex of the
 * person; treatment and biomarker of the person since the case: not those more than 90 days before its diagnosis. What is not known never satisfies a criterion, and `not` is its complement:
 * a case of unknown year satisfies `{ not: { year: { from: 2020, to: 2024 } } }`.
 *
 * Every node has exactly one field. This is the graph's input as well, and what an address is read to.
 */
export type CohortDefinition = Tree<Criterion>;

export const KINDS = Object.keys(forms) as CriterionKind[];

export const isKind = (field: string): field is CriterionKind => Object.hasOwn(forms, field);

/** The kind of a criterion; null for a node that puts others together. */
export const kindOf = (node: CohortDefinition): CriterionKind | null => {
  const field = Object.keys(node)[0] ?? '';
  return isKind(field) ? field : null;
};

/** What a criterion asks: its value, of the type that its kind says. */
export const valueIn = (criterion: Criterion): unknown => Object.values(criterion)[0];

export const criterionOf = <Kind extends CriterionKind>(
  kind: Kind,
  value: CriterionValue<Kind>,
): Criterion => ({ [kind]: value }) as unknown as Criterion;

/** The form of a criterion's kind, to be given values of that kind alone. */
export const formOf = (kind: CriterionKind): CriterionForm<unknown> =>
  forms[kind] as unknown as CriterionForm<unknown>;

/** The parts of a tree's root that attrition goes through one after another. */
export const stepsOf = (definition: CohortDefinition): readonly CohortDefinition[] =>
  'all' in definition ? definition.all : [definition];
