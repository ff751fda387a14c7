import * as v from 'valibot';
import { kindOf } from '../attributes/registry.ts';
import { demographics as demographicAttributes } from '../domains/demographics.ts';
import type { Attribute } from '../domains/domain.ts';
import { DOMAIN_NAMES, type DomainName, domainOf } from '../domains/registry.ts';
import { type DateAdjustment, dateAdjustment, whole } from './values.ts';
import { type Occurrence, occurrence, type Window, window } from './window.ts';

/** What a criterion of a domain says: its attributes by name, each of the kind its domain gives it. */
export interface CriterionValue {
  readonly [attribute: string]: unknown;
  readonly CodesetId?: number;
  readonly First?: boolean;
  readonly DateAdjustment?: DateAdjustment;
  readonly CorrelatedCriteria?: Group;
}

/** A criterion: its domain with its value, as the only field: `{ "Death": { "CodesetId": 3 } }`. */
export type Criterion = { readonly [Name in DomainName]?: CriterionValue };

/** Of the person at an event. */
export type Demographic = Readonly<Record<string, unknown>>;

/** A criterion so many times in windows around an event. */
export interface Correlated {
  readonly Criteria: Criterion;
  readonly StartWindow: Window;
  readonly EndWindow?: Window;
  readonly Occurrence: Occurrence;
  readonly RestrictVisit: boolean;
  readonly IgnoreObservationPeriod: boolean;
}

const GROUP_TYPES = ['ALL', 'ANY', 'AT_LEAST', 'AT_MOST'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];

/** Criteria put together: all, any, so many or more, so many or fewer of them, nested. */
export interface Group {
  readonly Type: GroupType;
  readonly Count?: number;
  readonly CriteriaList: readonly Correlated[];
  readonly DemographicCriteriaList: readonly Demographic[];
  readonly Groups: readonly Group[];
}

export const isEmpty = ({ CriteriaList, DemographicCriteriaList, Groups }: Group): boolean =>
  CriteriaList.length + DemographicCriteriaList.length + Groups.length === 0;

const schemasOf = (attributes: Readonly<Record<string, Attribute>>) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { kind, except }]) => [
      [name, v.optional(kindOf(kind).schema)],
      ...(except === undefined ? [] : [[except, v.optional(v.boolean())]]),
    ]),
  );

const valueSchema = (name: DomainName) => {
  const { concept, source, first, attributes } = domainOf(name);
  return v.object({
    ...(concept === null ? {} : { CodesetId: v.optional(whole) }),
    ...(first ? { First: v.optional(v.boolean()) } : {}),
    ...(source === null ? {} : { [source.field]: v.optional(whole) }),
    ...schemasOf(attributes),
    DateAdjustment: v.optional(dateAdjustment),
    CorrelatedCriteria: v.optional(v.lazy(() => group)),
  });
};

const criterionSchema = v.pipe(
  v.strictObject(
    Object.fromEntries(DOMAIN_NAMES.map((name) => [name, v.optional(valueSchema(name))])),
  ),
  v.check(
    (value) => Object.keys(value).length === 1,
    `A criterion has exactly one field, of ${DOMAIN_NAMES.join(', ')}.`,
  ),
);

/** Read as the domains say, and told apart by the registry's names: the schema is made of it, so the type is given here. */
export const criterion = criterionSchema as unknown as v.GenericSchema<unknown, Criterion>;

const ANYTIME: Window = { Start: { Coeff: -1 }, End: { Coeff: 1 } };

const correlated = v.object({
  Criteria: criterion,
  StartWindow: v.optional(window, () => ANYTIME),
  EndWindow: v.optional(window),
  Occurrence: v.optional(occurrence, () => ({ Type: 2 as const, Count: 1, IsDistinct: false })),
  RestrictVisit: v.optional(v.boolean(), false),
  IgnoreObservationPeriod: v.optional(v.boolean(), false),
});

const groupSchema = v.object({
  Type: v.pipe(v.string(), v.toUpperCase(), v.picklist(GROUP_TYPES)),
  Count: v.optional(v.pipe(whole, v.minValue(0))),
  CriteriaList: v.optional(v.array(correlated), []),
  DemographicCriteriaList: v.optional(v.array(v.object(schemasOf(demographicAttributes))), []),
  Groups: v.optional(v.array(v.lazy((): v.GenericSchema<unknown, Group> => group)), []),
});

export const group = groupSchema as unknown as v.GenericSchema<unknown, Group>;

/** The domain of a criterion with what it says. */
export const readCriterion = (
  of: Criterion,
): { readonly name: DomainName; readonly value: CriterionValue } => {
  const [name, value] = Object.entries(of)[0] as [DomainName, CriterionValue];
  return { name, value };
};
