import type { Observation } from '@medplum/fhirtypes';
import type { Coded } from '@nodp/record';
import {
  claims,
  coded,
  codings,
  type FhirReader,
  isAbsent,
  nothing,
  type Place,
  quantityOf,
} from '@nodp/record/fhir';
import { biomarkerOfLoinc, biomarkerOfName, biomarkerResultOf } from '@nodp/terminology/biomarkers';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { own } from '@nodp/terminology/own';
import { componentsOf, GENE, isVariant, loincOf, saysChange } from '../variant/claims.ts';
import { findingInWords, INTERPRETED } from './finding.ts';
import type { BiomarkerRecord } from './record.ts';

/** Whether an Observation is a molecular or immunohistochemical result. */
const asksForBiomarker = (o: Observation): boolean =>
  isVariant(o) ||
  loincOf(o.code).some((code) => biomarkerOfLoinc(code) !== null) ||
  biomarkerOfName(o.code.text ?? '') !== null ||
  claims(o, 'tumor-marker-test');

const FINDINGS = {
  positive: 'positive',
  present: 'positive',
  negative: 'negative',
  absent: 'negative',
  equivocal: 'equivocal',
} as const;

const findingOf = (o: Observation): BiomarkerRecord['finding'] => {
  for (const { code } of codings(o.valueCodeableConcept)) {
    const result = biomarkerResultOf(code);
    if (result !== null) return FINDINGS[result];
  }
  for (const { code } of (o.interpretation ?? []).flatMap(codings)) {
    const finding = own(INTERPRETED, code);
    if (finding !== null) return finding;
  }
  return findingInWords(coded(o.valueCodeableConcept)?.display ?? o.valueString ?? '');
};

const readBiomarker = (o: Observation, place: Place): BiomarkerRecord | null => {
  const words: Coded | null = o.valueString
    ? { system: null, code: null, display: o.valueString }
    : null;
  const plain = { what: coded(o.code) ?? nothing, result: coded(o.valueCodeableConcept) ?? words };
  // A variant without its change is named by its gene.
  const gene = isVariant(o) ? coded(componentsOf(o, GENE)[0]?.valueCodeableConcept) : null;
  const { what, result } = { ...plain, ...(gene === null ? {} : { what: gene }) };
  const amount =
    quantityOf(o.valueQuantity) ??
    (o.valueInteger === undefined
      ? null
      : { value: o.valueInteger, comparator: null, unit: null, normal: null });
  if (amount === null && (result === null || isAbsent(o.valueCodeableConcept))) return null;
  return {
    kind: 'biomarker',
    ...place.of(),
    what,
    result,
    amount,
    finding: findingOf(o),
    tested:
      place.date(o.effectiveDateTime, 'effectiveDateTime') ??
      place.date(o.effectivePeriod?.start, 'effectivePeriod.start'),
    tumour: (o.focus ?? []).map((focus) => place.key(focus, 'Condition')).find(Boolean) ?? null,
  };
};

/** A laboratory analyte that is measured in blood is a laboratory result, whatever profile it claims. */
const isAnalyte = (o: Observation): boolean =>
  loincOf(o.code).some((code) => analyteOfLoinc(code) !== null);

export const fhir: FhirReader = {
  claims: { Observation: (o) => !isAnalyte(o) && !saysChange(o) && asksForBiomarker(o) },
  read: (resource, place) => {
    const record = readBiomarker(resource as Observation, place);
    return record === null ? { retained: 'The result is absent.' } : { records: [record] };
  },
};
