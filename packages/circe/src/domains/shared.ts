import type { Label } from '@nodp/terminology';
import type { Kind } from '../attributes/registry.ts';
import type { Attribute } from './domain.ts';

export const label = (en: string, zh: string): Label => ({ en, zh });

const attribute =
  (kind: Kind) =>
  (
    of: string,
    name: Label,
    says: string | null = null,
    more: Partial<Attribute> = {},
  ): Attribute => ({
    kind,
    of,
    name,
    says,
    ...more,
  });

export const date = attribute('date');
export const integer = attribute('integer');
export const decimal = attribute('decimal');
export const text = attribute('text');
export const concepts = attribute('concepts');
export const selection = attribute('selection');
export const codeset = attribute('codeset');
export const flag = attribute('flag');
export const period = attribute('period');

export const startDate = (en = 'occurrence start date', zh = '发生开始日期', of = 'C.start_date') =>
  date(of, label(en, zh), null, { role: 'start' });
export const endDate = (en = 'occurrence end date', zh = '发生结束日期', of = 'C.end_date') =>
  date(of, label(en, zh), null, { role: 'end' });

const GENDER = label('gender', '性别');

export const gender = {
  Gender: concepts('P.gender_concept_id', GENDER, null, { role: 'gender', needs: 'person' }),
  GenderCS: selection('P.gender_concept_id', GENDER, null, { role: 'genderSet', needs: 'person' }),
};

/** Whole years between the year of a day and that of birth: the model knows the year for sure. */
const years = (day: string) => `year(${day}) - P.year_of_birth`;

export const age = (day = 'C.start_date'): Attribute =>
  integer(years(day), label('age', '年龄'), null, { role: 'age', needs: 'person' });

export const person = { Age: age(), ...gender };

/** @param at how the checker of circe calls it: at start, or at era start */
export const ages = (at: 'start' | 'era start') => ({
  AgeAtStart: integer(
    years('C.start_date'),
    label(`age at ${at}`, at === 'start' ? '开始时年龄' : '时段开始时年龄'),
    null,
    { role: 'age', needs: 'person' },
  ),
  AgeAtEnd: integer(
    years('C.end_date'),
    label(`age at ${at.replace('start', 'end')}`, at === 'start' ? '结束时年龄' : '时段结束时年龄'),
    null,
    { role: 'ageAtEnd', needs: 'person' },
  ),
});

const SPECIALTY = label('provider speciality', '医务人员专业');
const VISIT = label('visit', '就诊');

/** Who saw the person, and at what kind of visit. @param spelled circe spells the word in two ways */
export const care = (spelled: 'specialty' | 'speciality' = 'specialty') => ({
  ProviderSpecialty: concepts(
    'PR.specialty_concept_id',
    SPECIALTY,
    'a provider specialty that is: %',
    { needs: 'provider' },
  ),
  ProviderSpecialtyCS: selection(
    'PR.specialty_concept_id',
    SPECIALTY,
    `a provider ${spelled} concept % concept set`,
    { needs: 'provider' },
  ),
  VisitType: concepts('V.visit_concept_id', VISIT, 'a visit occurrence that is: %', {
    needs: 'visit',
  }),
  VisitTypeCS: selection('V.visit_concept_id', VISIT, 'a visit concept % concept set', {
    needs: 'visit',
  }),
});

/** The type of record that a row is: both ways of choosing it. @param field `ConditionType`; @param column of the row */
export const recordType = (field: string, column: string, article: string, name: Label) => ({
  [field]: concepts(`C.${column}`, name, `${article} ${name.en} that is: %`, {
    except: `${field}Exclude`,
  }),
  [`${field}CS`]: selection(`C.${column}`, name, `${article} ${name.en} concept % concept set`),
});

/** A concept of the row, by a list or by a set. */
export const either = (
  field: string,
  of: string,
  name: Label,
  says: string,
  saysSet: string,
  more: Partial<Attribute> = {},
) => ({
  [field]: concepts(of, name, says, more),
  [`${field}CS`]: selection(of, name, saysSet, more),
});

/** The value of a row as a number. */
export const numericValue = {
  ValueAsNumber: decimal(
    'C.value_as_number',
    label('value as number', '数值结果'),
    'numeric value %',
  ),
};

/** The value of a row as a concept. */
export const conceptValue = either(
  'ValueAsConcept',
  'C.value_as_concept_id',
  label('value as concept', '概念结果'),
  'with value as concept: %',
  'a value as concept % concept set',
);

/** The unit of a row. @param says and @param article as circe words them, which differs by domain */
export const unit = (says = 'unit: %', article = 'an') =>
  either(
    'Unit',
    'C.unit_concept_id',
    label('unit', '单位'),
    says,
    `${article} unit concept % concept set`,
  );

export const LENGTH = "date_diff('day', C.start_date, C.end_date)";
/** A domain whose events take one day lasts one. */
export const ONE_DAY = 'CAST(1 AS INTEGER)';
export const dayAfter = (column: string) => `CAST(${column} + 1 AS DATE)`;
export const endOrDayAfter = (end: string, start: string) => `coalesce(${end}, ${dayAfter(start)})`;
