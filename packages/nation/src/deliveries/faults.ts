import type { Resource } from '../fhir/elements.ts';
import { dateOf, dayOf } from '../time/days.ts';

/** What one hospital wrote down of one patient. */
export interface Chart {
  readonly patient: Resource;
  readonly resources: readonly Resource[];
}

/** Resources that a hospital sends wrong, under the keys that they have: what stands in the pool stands. */
type Fault = (chart: Chart, today: string) => Resource | null;

const HAEMOGLOBIN = '718-7';

const codeOf = (resource: Resource): string | undefined =>
  (resource.code as { coding?: readonly { code?: string }[] } | undefined)?.coding?.[0]?.code;

const amountOf = (resource: Resource) =>
  resource.valueQuantity as { readonly value: number; readonly unit?: string } | undefined;

const lastOf = (chart: Chart, code: string): Resource | undefined =>
  chart.resources.findLast(
    (one) =>
      one.resourceType === 'Observation' && codeOf(one) === code && amountOf(one) !== undefined,
  );

/** The decimal point of a haemoglobin slipped. */
const slipped: Fault = (chart) => {
  const found = lastOf(chart, HAEMOGLOBIN);
  const value = found && amountOf(found);
  return found && value && value.value > 31
    ? { ...found, valueQuantity: { ...value, value: Number((value.value * 10).toFixed(1)) } }
    : null;
};

/** A year typed ten too high. */
const inFuture: Fault = (chart) => {
  const found = chart.resources.findLast(
    (one) => one.resourceType === 'Observation' && amountOf(one) !== undefined,
  );
  const at = found?.effectiveDateTime;
  return found && typeof at === 'string'
    ? { ...found, effectiveDateTime: `${Number(at.slice(0, 4)) + 10}${at.slice(4)}` }
    : null;
};

const tumourOf = ({ resources }: Chart): Resource | undefined =>
  resources.find(({ resourceType, id }) => resourceType === 'Condition' && id.endsWith('.tumour'));

const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
const OTHERS_SITE: Readonly<Record<string, readonly [code: string, zh: string]>> = {
  male: ['C53.9', '宫颈恶性肿瘤'],
  female: ['C61', '前列腺恶性肿瘤'],
};

/** The line below in the catalogue of diagnoses was chosen: a site that the patient's sex does not have. */
const otherSite: Fault = (chart) => {
  const tumour = tumourOf(chart);
  const site = OTHERS_SITE[String(chart.patient.gender)];
  if (tumour === undefined || site === undefined) return null;
  const [code, display] = site;
  const { bodySite: _, extension: __, ...rest } = tumour;
  return { ...rest, code: { coding: [{ system: ICD_10, code, display }] } };
};

/** A course that was never ended in the hospital's system, dated after the death. */
const afterDeath: Fault = ({ patient, resources }) => {
  const died = patient.deceasedDateTime;
  const operation = resources.find(({ resourceType }) => resourceType === 'Procedure');
  if (typeof died !== 'string' || died.length < 10 || operation === undefined) return null;
  const { performedPeriod: _, ...rest } = operation;
  return { ...rest, performedDateTime: dateOf(dayOf(died.slice(0, 10)) + 45) };
};

/** The day of birth typed as the day of the diagnosis of another one: refused, not held. */
const beforeBirth: Fault = (chart) => {
  const tumour = tumourOf(chart);
  const born = chart.patient.birthDate;
  if (tumour === undefined || typeof born !== 'string') return null;
  return { ...tumour, onsetDateTime: `${Number(born.slice(0, 4)) - 2}${born.slice(4)}` };
};

/** Tests and drugs by a hospital's own catalogue: code, name, unit, range, value. */
const OWN_TESTS = [
  ['CEA01', '癌胚抗原测定', 'ng/mL', 0, 5, 3.4],
  ['AFP(发光)', '甲胎蛋白测定', 'ng/mL', 0, 7, 4.1],
  ['XHDB', '血红蛋白浓度', 'g/L', 115, 150, 128],
  ['CA199-2', '糖类抗原19-9', 'U/mL', 0, 37, 21],
] as const;
/** The first of the tests are the commonest. */
const TURNS = [0, 1, 0, 2, 0, 1, 3] as const;

/** A result of a laboratory, without what was measured and when. */
const laboratory = (
  patient: Resource,
  key: string,
  { low, high, value, unit }: { low: number; high: number; value: number; unit: string },
): Resource => ({
  resourceType: 'Observation',
  id: `${patient.id}.${key}`,
  status: 'final',
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/observation-category',
          code: 'laboratory',
        },
      ],
    },
  ],
  subject: { reference: `Patient/${patient.id}` },
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
});

/** Results under the codes of the hospital's own laboratory. @param turn which of the codes: the first are the commonest */
export const ownCoded = (
  { patient }: Chart,
  institutionCode: string,
  turn: number,
  today: string,
): Resource => {
  const [code, display, unit, low, high, value] = OWN_TESTS[TURNS[turn % TURNS.length] ?? 0];
  return {
    ...laboratory(patient, `lis-${turn}`, { low, high, value, unit }),
    code: {
      coding: [
        {
          system: `https://${institutionCode.toLowerCase()}.nation.invalid/lis`,
          code,
          display,
        },
      ],
    },
    effectiveDateTime: `${dateOf(dayOf(today) - 1)}T09:${String(10 + (turn % 50))}:00+08:00`,
  };
};

/** Results beyond the limits at which a laboratory calls: LOINC, name, unit, range, value. */
const CRITICAL = [
  ['2823-3', '钾', 'mmol/L', 3.5, 5.3, 6.7],
  ['751-8', '中性粒细胞绝对值', '10*9/L', 1.8, 6.3, 0.3],
] as const;

/** A critical result of the day before, of a patient who lives; null of the dead. @param turn which of the results */
export const criticalOf = ({ patient }: Chart, turn: number, today: string): Resource | null => {
  if (patient.deceasedDateTime !== undefined || patient.deceasedBoolean === true) return null;
  const [code, display, unit, low, high, value] = CRITICAL[turn % CRITICAL.length] ?? CRITICAL[0];
  return {
    ...laboratory(patient, `critical-${turn}`, { low, high, value, unit }),
    code: { coding: [{ system: 'http://loinc.org', code, display }] },
    effectiveDateTime: `${dateOf(dayOf(today) - 1)}T08:${String(20 + (turn % 40))}:00+08:00`,
  };
};

/** In the order in which they are tried on one patient after the other: the commonest first. */
export const FAULTS: readonly Fault[] = [
  slipped,
  inFuture,
  slipped,
  otherSite,
  afterDeath,
  beforeBirth,
];
