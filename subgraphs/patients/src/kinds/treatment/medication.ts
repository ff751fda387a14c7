import type {
  CodeableConcept,
  Medication,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Reference,
} from '@medplum/fhirtypes';
import type { PartialDate, Quantity } from '@nodp/record';
import {
  ATC,
  claims,
  coded,
  codeIn,
  codings,
  mcode,
  nothing,
  type Place,
  quantityOf,
  type Read,
  RXNORM,
  SNOMED,
} from '@nodp/record/fhir';
import { drugOfName } from '@nodp/terminology/drugs';
import { namesCancer } from '../tumour/neoplasm.ts';
import { ATC_FORM, drugOf } from './drug.ts';
import { kindInCatalogue } from './procedure-catalogues.ts';
import { tumourTreated } from './reason.ts';
import type { TreatmentRecord } from './record.ts';
import { isRegimen, regimenOf } from './regimen.ts';

type Given = MedicationRequest | MedicationAdministration | MedicationStatement;

const conceptOf = (given: Given, place: Place): CodeableConcept | undefined => {
  if (given.medicationCodeableConcept !== undefined) return given.medicationCodeableConcept;
  const reference = given.medicationReference;
  if (reference?.reference?.startsWith('#')) {
    const id = reference.reference.slice(1);
    const inside = given.contained?.find((r) => r.resourceType === 'Medication' && r.id === id);
    return (inside as Medication | undefined)?.code;
  }
  const found = place.references.find(reference) as Medication | undefined;
  return found?.code ?? (reference?.display ? { text: reference.display } : undefined);
};

interface When {
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
}

const whenOf = (given: Given, place: Place): When => {
  if (given.resourceType === 'MedicationRequest') {
    const timing = given.dosageInstruction?.[0]?.timing;
    const at = 'dosageInstruction[0].timing';
    const bounds = timing?.repeat?.boundsPeriod;
    return {
      started:
        place.date(bounds?.start, `${at}.repeat.boundsPeriod.start`) ??
        place.date(timing?.event?.[0], `${at}.event[0]`) ??
        place.date(given.authoredOn, 'authoredOn'),
      ended: place.date(bounds?.end, `${at}.repeat.boundsPeriod.end`),
    };
  }
  const { effectiveDateTime, effectivePeriod } = given;
  const started =
    place.date(effectiveDateTime, 'effectiveDateTime') ??
    place.date(effectivePeriod?.start, 'effectivePeriod.start');
  const ended = place.date(effectivePeriod?.end, 'effectivePeriod.end');
  // An administration of one moment ends where it began.
  const once = given.resourceType === 'MedicationAdministration' && effectivePeriod === undefined;
  return { started, ended: once ? started : ended };
};

const doseOf = (given: Given): Quantity | null => {
  if (given.resourceType === 'MedicationAdministration') return quantityOf(given.dosage?.dose);
  const dosage =
    given.resourceType === 'MedicationRequest' ? given.dosageInstruction : given.dosage;
  const rate = dosage?.[0]?.doseAndRate?.[0];
  return quantityOf(rate?.doseQuantity) ?? quantityOf(rate?.rateQuantity);
};

const isForCancer = (given: Given, place: Place): boolean =>
  claims(given, 'cancer-related-medication-request', 'cancer-related-medication-administration') ||
  (given.reasonCode ?? []).some(namesCancer) ||
  (given.reasonReference ?? []).some((reference: Reference) => {
    const found = place.references.find(reference) as
      | { resourceType?: string; code?: CodeableConcept }
      | undefined;
    return found?.resourceType === 'Condition' && namesCancer(found.code);
  });

/** Groups of ATC: antineoplastic agents, endocrine therapy. */
const CANCER_GROUPS = /^L0[12]/i;
/**
 * Codes of western drugs of China's National Healthcare Security Administration (23 signs): X, the group of ATC to its fourth
 * level, the substance, the form, the strength, the maker.
 */
const OF_INSURANCE = /^X([A-Z]\d{2}[A-Z]{2})[A-Z]\d{3}[A-Z]\d{3}\d{9}$/i;
const groupOfInsurance = (code: string): string => OF_INSURANCE.exec(code)?.[1] ?? '';
/**
 * Stems of international nonproprietary names (WHO 2022) and of their Chinese names that cancer drugs alone have. Antibodies are
 * named alike whatever they are for, and inhibitors of Janus kinases (`-citinib`, 巴瑞替尼) are for the joints.
 */
const CANCER_STEMS =
  /(?<!ci)tinib|platin(?!um)|taxel|rubicin|parib|ciclib|zomib|lutamide|rafenib|vedotin|deruxtecan|tesirine|govitecan|(?<!巴瑞|乌帕|昔|戈)替尼|[顺卡洛奈]铂|沙利铂|他赛|比星|帕利(?![哌夫珠])|佐米(?!曲)|鲁胺|非尼(?!拉)/i;

/** Several drugs in one name: `吉西他滨+顺铂`, `doxorubicin / cyclophosphamide`. */
const SEVERAL = /[+＋/／、&]|联合/;

/** Whether words name a regimen, or several drugs with one for cancer among them. */
const namesSeveral = (words: string): boolean =>
  isRegimen(words) ||
  words.split(SEVERAL).some((part) => {
    const drug = drugOfName(part);
    return drug !== null && drug.modality !== 'supportive';
  });

/** A cancer drug that the terminology does not hold, by its group of ATC or by how it is named; or several in one name. */
const isCancerDrug = (concept: CodeableConcept | undefined): boolean =>
  codings(concept).some(
    ({ system = '', code }) =>
      ((system === ATC || ATC_FORM.test(code)) && CANCER_GROUPS.test(code)) ||
      CANCER_GROUPS.test(groupOfInsurance(code)) ||
      kindInCatalogue(system, code) === 'SYSTEMIC',
  ) ||
  [concept?.text, ...codings(concept).map(({ display }) => display)].some(
    (words) => words !== undefined && (CANCER_STEMS.test(words) || namesSeveral(words)),
  );

/**
 * Systemic treatment: an antineoplastic drug, or any drug given for a cancer. Other drugs are retained visible
 * beside it as OTHER: prescribers need them.
 */
export const readMedication = (given: Given, place: Place): Read => {
  if (given.status === 'not-done' || given.status === 'not-taken')
    return { retained: 'The drug was not given.' };
  const concept = conceptOf(given, place);
  const what = coded(concept, codeIn(concept, ATC, RXNORM, SNOMED));
  if (what === null) {
    place.wrong(
      'medication[x]',
      'required',
      'It does not say which drug. Send medicationCodeableConcept, or a medicationReference to a Medication sent along with it.',
    );
  }
  const drug = drugOf(codings(concept), what?.display ?? null);
  const record: TreatmentRecord = {
    kind: 'treatment',
    ...place.of(),
    what:
      (drug === null ? isCancerDrug(concept) : drug.modality !== 'supportive') ||
      isForCancer(given, place)
        ? 'SYSTEMIC'
        : 'OTHER',
    code: what ?? nothing,
    drug: drug?.id ?? null,
    status: given.status,
    ...whenOf(given, place),
    intent: coded(mcode(given, 'procedure-intent')?.valueCodeableConcept),
    line: null,
    dose: doseOf(given),
    ...regimenOf(given, place),
    ...(what !== null && what.display !== null && isRegimen(what.display) && { regimen: what }),
    bodySite: null,
    modality: null,
    technique: null,
    totalDoseCentigray: null,
    fractions: null,
    tumour: tumourTreated(given.reasonReference, place),
  };
  return { records: [record] };
};
