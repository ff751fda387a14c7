import type { Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { own } from '@nodp/terminology/own';
import { asText } from './keys.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * Required bindings of FHIR R4 (4.0.1) that decide whether a record is true: a word outside them would be
 * read as if it were one of them (`entered_in_error` as a true record).
 */
const CODES: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  Appointment: {
    status: words(
      'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist',
    ),
  },
  CarePlan: {
    status: words('draft active on-hold revoked completed entered-in-error unknown'),
    intent: words('proposal plan order option'),
  },
  Claim: {
    status: words('active cancelled draft entered-in-error'),
    use: words('claim preauthorization predetermination'),
  },
  DiagnosticReport: {
    status: words(
      'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown',
    ),
  },
  Encounter: {
    status: words(
      'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown',
    ),
  },
  ExplanationOfBenefit: {
    status: words('active cancelled draft entered-in-error'),
    use: words('claim preauthorization predetermination'),
    outcome: words('queued complete error partial'),
  },
  ImagingStudy: { status: words('registered available cancelled entered-in-error unknown') },
  Medication: { status: words('active inactive entered-in-error') },
  MedicationAdministration: {
    status: words('in-progress not-done on-hold completed entered-in-error stopped unknown'),
  },
  MedicationRequest: {
    status: words('active on-hold cancelled completed entered-in-error stopped draft unknown'),
    intent: words(
      'proposal plan order original-order reflex-order filler-order instance-order option',
    ),
  },
  MedicationStatement: {
    status: words('active completed entered-in-error intended stopped on-hold unknown not-taken'),
  },
  Observation: {
    status: words(
      'registered preliminary final amended corrected cancelled entered-in-error unknown',
    ),
  },
  Patient: { gender: words('male female other unknown') },
  Procedure: {
    status: words(
      'preparation in-progress not-done on-hold stopped completed entered-in-error unknown',
    ),
  },
  Specimen: { status: words('available unavailable unsatisfactory entered-in-error') },
};

const CONCEPTS: Readonly<Record<string, ReadonlySet<string>>> = {
  clinicalStatus: words('active recurrence relapse inactive remission resolved'),
  verificationStatus: words(
    'unconfirmed provisional differential confirmed refuted entered-in-error',
  ),
};

const COMPARATORS = words('< <= >= >');

const outside = (where: string, code: unknown, allowed: ReadonlySet<string>): Issue => ({
  severity: 'error',
  code: 'code-invalid',
  where,
  message: `FHIR R4 has no ${asText(code).slice(0, 60)} here. Send one of: ${[...allowed].join(', ')}.`,
});

const conceptIssues = (resource: Resource, where: string): Issue[] =>
  Object.entries(CONCEPTS).flatMap(([name, allowed]) => {
    const concept = (resource as unknown as Record<string, unknown>)[name];
    const codings = (concept as { coding?: { system?: string; code?: string }[] } | undefined)
      ?.coding;
    return (codings ?? []).flatMap(({ system = '', code }, i) =>
      code === undefined || allowed.has(code) || !/^$|condition-(clinical|ver-status)$/.test(system)
        ? []
        : [outside(`${where}.${name}.coding[${i}].code`, code, allowed)],
    );
  });

/** Whether a diagnosis is true has to be a code: words alone (`entered in error`) would be read as if nothing was said. */
const wordsAlone = (resource: Resource, where: string): Issue[] => {
  const { verificationStatus: said } = resource as {
    verificationStatus?: { coding?: { code?: string }[]; text?: string };
  };
  const allowed = CONCEPTS.verificationStatus ?? new Set();
  return said?.text === undefined || said.coding?.some(({ code }) => code !== undefined)
    ? []
    : [outside(`${where}.verificationStatus.text`, said.text, allowed)];
};

/** A comparator that is none would leave a limit looking like a value. */
const comparatorIssues = (value: unknown, where: string): Issue[] => {
  if (Array.isArray(value)) return value.flatMap((v, i) => comparatorIssues(v, `${where}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'comparator' && !COMPARATORS.has(asText(inner))
      ? [outside(`${where}.comparator`, inner, COMPARATORS)]
      : comparatorIssues(inner, `${where}.${key}`),
  );
};

/** Words that a required binding of FHIR R4 does not have. */
export const outsideBindings = (
  resource: Resource,
  where: string,
  text = JSON.stringify(resource),
): Issue[] => {
  const fields = Object.entries(own(CODES, resource.resourceType) ?? {}).flatMap(
    ([name, allowed]) => {
      const code = (resource as unknown as Record<string, unknown>)[name];
      return code === undefined || allowed.has(asText(code))
        ? []
        : [outside(`${where}.${name}`, code, allowed)];
    },
  );
  const concepts =
    resource.resourceType === 'Condition'
      ? [...conceptIssues(resource, where), ...wordsAlone(resource, where)]
      : [];
  return [
    ...fields,
    ...concepts,
    ...(text.includes('"comparator"') ? comparatorIssues(resource, where) : []),
  ];
};
