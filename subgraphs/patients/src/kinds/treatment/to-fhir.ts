import {
  amountOf,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  mcodeExtension,
  said,
  type Written,
} from '@nodp/record/fhir';
import { procedureOf } from './procedure-to-fhir.ts';
import { type TreatmentRow, treatment } from './table.ts';

const CANCER_RELATED = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-';

/** A drug that was given, ordered or stated for a cancer meets mCODE's profile of such drugs. */
const profileOf = (row: TreatmentRow): object => {
  const name = {
    MedicationRequest: 'medication-request',
    MedicationAdministration: 'medication-administration',
  }[row.sourceType];
  return row.kind === 'SYSTEMIC' && name !== undefined
    ? { meta: { profile: [CANCER_RELATED + name] } }
    : {};
};

const medicationOf = (row: TreatmentRow, { common, subject, refer }: Written) => {
  const [start, end] = [dateIn(row, 'started'), dateIn(row, 'ended')];
  const dose = amountOf(row.doseValue, row.doseUnit, { digits: row.doseDigits });
  const reason = refer('Condition', row.tumourSourceId);
  const common_ = {
    resourceType: row.sourceType,
    ...common,
    ...profileOf(row),
    extension: [
      ...mcodeExtension('procedure-intent', { valueCodeableConcept: conceptIn(row, 'intent') }),
      ...mcodeExtension('treatment-regimen', { valueCodeableConcept: conceptIn(row, 'regimen') }),
    ],
    status: row.status,
    medicationCodeableConcept: conceptIn(row),
    subject,
    reasonReference: reason === undefined ? [] : [reason],
  };
  const whole = refer('MedicationRequest', row.partOfSourceId ?? null);
  if (row.sourceType === 'MedicationRequest') {
    return said({
      ...common_,
      intent: 'order',
      basedOn: whole === undefined ? [] : [whole],
      dosageInstruction: [
        said({
          timing: said({ repeat: said({ boundsPeriod: said({ start, end }) }) }),
          doseAndRate: dose === undefined ? [] : [{ doseQuantity: dose }],
        }),
      ].filter((one) => Object.keys(one).length > 0),
    });
  }
  // One moment reads as an administration that ended when it began.
  const when =
    row.sourceType === 'MedicationAdministration' && start !== undefined && start === end
      ? { effectiveDateTime: start }
      : { effectivePeriod: said({ start, end }) };
  if (row.sourceType === 'MedicationStatement') {
    return said({
      ...common_,
      ...when,
      partOf: whole === undefined ? [] : [whole],
      dosage: dose === undefined ? [] : [{ doseAndRate: [{ doseQuantity: dose }] }],
    });
  }
  return said({ ...common_, ...when, request: whole, dosage: said({ dose }) });
};

/** Operations, courses of radiotherapy with their volumes, and drugs. FHIR has no place for the line. */
export const toFhir: FhirWriter = fhirWriter(treatment, {
  types: ['Procedure', 'MedicationRequest', 'MedicationAdministration', 'MedicationStatement'],
  carries: ['radiotherapy-volume'],
  search: {
    code: [{ system: treatment.system, code: treatment.code }],
    date: { on: treatment.startedOn, precision: treatment.startedPrecision },
    status: treatment.status,
  },
  write: (row, written) =>
    row.sourceType === 'Procedure' ? procedureOf(row, written) : medicationOf(row, written),
});
