import type { Observation } from '@medplum/fhirtypes';
import type { Coded } from '@nodp/record';
import {
  claims,
  coded,
  codings,
  type FhirReader,
  isAbsent,
  LOINC,
  nothing,
  type Place,
  quantityOf,
} from '@nodp/record/fhir';
import { biomarkerOfLoinc, biomarkerOfName, biomarkerResultOf } from '@nodp/terminology/biomarkers';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { own } from '@nodp/terminology/own';
import { componentsOf, GENE, isVariant, loincOf, saysChange } from '../variant/claims.ts';
import { findingInSigns, findingInWords, INTERPRETED } from './finding.ts';
import type { BiomarkerRecord } from './record.ts';

/** What stains and molecular tests are made by (SNOMED CT 117617002 immunohistochemistry, 426329006 FISH), or in words. */
const METHODS = new Set(['117617002', '426329006', '127798001']);
const METHOD_IN_WORDS =
  /immunohistochem|immun(?:e|o) ?stain|in situ hybridi[sz]ation|sequencing|\b(?:IHC|FISH|CISH|NGS)\b|免疫组化|免疫组织化学|原位杂交|基因测序/i;

/** A cluster of differentiation that is said to be there or not; one that is counted is of blood. */
const CLUSTER = /^CD\d{1,3}[a-z]?(?:\s*[（(][^)）]*[)）])?$/i;
const hasValue = (o: Observation): boolean =>
  (o.valueString ?? o.valueCodeableConcept ?? o.valueQuantity ?? o.valueInteger) !== undefined &&
  o.component === undefined;

/** Of a code of LOINC its own words decide: `CD20 Ag [Presence] in Tissue by Immune stain`. */
const isStained = (o: Observation): boolean => {
  if (!hasValue(o)) return false;
  const names = [o.code.text, ...codings(o.code).map(({ display }) => display)];
  const isSaid = (words: string | undefined) => words !== undefined && METHOD_IN_WORDS.test(words);
  if (loincOf(o.code).length > 0) return names.some(isSaid);
  return (
    [...names, o.method?.text, ...codings(o.method).map(({ display }) => display)].some(isSaid) ||
    codings(o.method).some(({ code }) => METHODS.has(code)) ||
    (o.valueQuantity === undefined &&
      names.some((name) => name !== undefined && CLUSTER.test(name.trim())))
  );
};

/** What a hospital calls the test, beside its own codes too; LOINC's words are no name, its codes decide. */
const namesOf = (o: Observation): readonly string[] =>
  [
    o.code.text,
    ...codings(o.code).flatMap(({ system, display }) => (system === LOINC ? [] : [display])),
  ].flatMap((name) => name ?? []);

/** Whether an Observation is a molecular or immunohistochemical result. */
const asksForBiomarker = (o: Observation): boolean =>
  isVariant(o) ||
  loincOf(o.code).some((code) => biomarkerOfLoinc(code) !== null) ||
  namesOf(o).some((name) => biomarkerOfName(name) !== null) ||
  claims(o, 'tumor-marker-test') ||
  isStained(o);

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
  const words = coded(o.valueCodeableConcept)?.display ?? o.valueString ?? '';
  return findingInWords(words) ?? (isScored(o) ? null : findingInSigns(words));
};

/** HER2 is scored: of its signs `+` is negative and `++` equivocal (ASCO/CAP 2018). */
const isScored = (o: Observation): boolean => {
  const names = [o.code.text, ...codings(o.code).map(({ display }) => display)];
  return (
    loincOf(o.code).some((code) => biomarkerOfLoinc(code)?.id === 'HER2') ||
    names.some((name) => biomarkerOfName(name ?? '')?.id === 'HER2')
  );
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
