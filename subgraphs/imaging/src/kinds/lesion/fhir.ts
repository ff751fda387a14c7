import type { ImagingStudy, Observation, ObservationComponent } from '@medplum/fhirtypes';
import {
  claims as claimsProfile,
  coded,
  codings,
  type FhirReader,
  LOINC,
  type Place,
  quantityOf,
  type Read,
} from '@nodp/record/fhir';
import { own } from '@nodp/terminology/own';
import { bodySite } from '@nodp/terminology/snomed';
import { convertUnit } from '@nodp/terminology/ucum';
import type { LesionFieldPosition, LesionRecord, LesionRole, LesionState } from './record.ts';

/** DICOM's tracking identifier (DCM 112039, PS3.16 TID 1410) and CDISC's link between a lesion's measurements. */
const NAME = ['112039', 'TULNKID', 'TRLNKID'];
/** CDISC SDTM, domain TU: what the lesion is identified as. */
const ROLE = ['TUMIDENT'];
/** CDISC SDTM, domain TR: its state. */
const STATE = ['TUMSTATE'];
/** Of this platform, as no standard has one: where it lies against the irradiated volume. */
const FIELD = ['RTFIELD'];
/** Long axis: mCODE's tumour size (LOINC 33728-7), SNOMED CT 103339001 of DICOM's reports, CDISC LDIAM. */
const LONG = ['33728-7', '103339001', 'LDIAM'];
/** Short axis: SNOMED CT 103340004, CDISC SAXIS. */
const SHORT = ['103340004', 'SAXIS'];
/** DICOM: series instance UID and slice thickness. */
const SERIES = ['112002'];
const SLICE = ['112225'];
const SIZE = '21889-1';
/** SNOMED CT: structure of a lymph node. */
const NODE = '59441001';

type Part = Observation | ObservationComponent;

const partOf = (o: Observation, codes: readonly string[]): ObservationComponent | undefined =>
  o.component?.find((c) => codings(c.code).some(({ code }) => codes.includes(code)));

const wordsOf = (part: Part | undefined): string | null =>
  part?.valueString?.trim() ||
  codings(part?.valueCodeableConcept)[0]?.code ||
  part?.valueCodeableConcept?.text?.trim() ||
  null;

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_-]+/g, '');

const ROLES: Readonly<Record<string, LesionRole>> = {
  TARGET: 'TARGET',
  TARGETLESION: 'TARGET',
  靶病灶: 'TARGET',
  NONTARGET: 'NON_TARGET',
  NONTARGETLESION: 'NON_TARGET',
  非靶病灶: 'NON_TARGET',
  NEW: 'NEW',
  NEWLESION: 'NEW',
  新病灶: 'NEW',
  新发病灶: 'NEW',
};

const STATES: Readonly<Record<string, LesionState>> = {
  PRESENT: 'PRESENT',
  存在: 'PRESENT',
  ABSENT: 'ABSENT',
  RESOLVED: 'ABSENT',
  消失: 'ABSENT',
  TOOSMALLTOMEASURE: 'TOO_SMALL',
  TOOSMALL: 'TOO_SMALL',
  太小无法测量: 'TOO_SMALL',
  UNEQUIVOCALPROGRESSION: 'PROGRESSED',
  UNEQUIVOCAL: 'PRESENT',
  明确进展: 'PROGRESSED',
  EQUIVOCAL: 'EQUIVOCAL',
  可疑: 'EQUIVOCAL',
  NOTEVALUABLE: 'NOT_EVALUABLE',
  NOTASSESSABLE: 'NOT_EVALUABLE',
  NOTALLEVALUATED: 'NOT_EVALUABLE',
  NE: 'NOT_EVALUABLE',
  无法评估: 'NOT_EVALUABLE',
};

const FIELDS: Readonly<Record<string, LesionFieldPosition>> = {
  INFIELD: 'IN_FIELD',
  野内: 'IN_FIELD',
  MARGINAL: 'MARGINAL',
  野边缘: 'MARGINAL',
  边缘: 'MARGINAL',
  OUTSIDE: 'OUTSIDE',
  OUTOFFIELD: 'OUTSIDE',
  野外: 'OUTSIDE',
};

const tenthsOf = (part: Part | undefined): number | null => {
  const quantity = quantityOf(part?.valueQuantity);
  if (quantity === null || quantity.unit === null || quantity.value < 0) return null;
  const millimetres = convertUnit(quantity.value, quantity.unit, 'mm');
  return millimetres === null ? null : Math.round(millimetres * 10);
};

const isSize = (o: Observation): boolean =>
  claimsProfile(o, 'tumor-size') ||
  codings(o.code).some(({ system, code }) => system === LOINC && code === SIZE);

const studyOf = (o: Observation, place: Place): ImagingStudy | null => {
  for (const reference of o.derivedFrom ?? []) {
    const found = place.references.find(reference) as ImagingStudy | undefined;
    if (found?.resourceType === 'ImagingStudy') return found;
  }
  return null;
};

/** The study by its UID, where it is named by that and not sent along. */
const studyNamed = (o: Observation): string | undefined =>
  o.derivedFrom?.find(({ identifier }) => identifier?.system === 'urn:dicom:uid')?.identifier
    ?.value;

const uidOf = (value: string | undefined): string | null =>
  value?.replace(/^urn:oid:/, '').trim() || null;

const roleOf = (o: Observation, name: string): LesionRole | null => {
  const said = wordsOf(partOf(o, ROLE));
  if (said !== null) return own(ROLES, plain(said)) ?? null;
  // T01, NT02 and NEW03 as CDISC numbers lesions.
  const numbered = /^(NT|NEW|T)[-_ ]?\d+$/i.exec(name)?.[1]?.toUpperCase();
  return numbered === 'T'
    ? 'TARGET'
    : numbered === 'NT'
      ? 'NON_TARGET'
      : numbered === 'NEW'
        ? 'NEW'
        : null;
};

/** The words of the body site, where a code beside them says the organ and they say more. */
const siteOf = (o: Observation): string | null => {
  const words = o.bodySite?.text?.trim() || null;
  const known = codings(o.bodySite).flatMap(({ code, display }) => {
    const label = code === undefined ? null : bodySite(code)?.label;
    return [display, label?.en, label?.zh];
  });
  return known.length === 0 || words === null || known.includes(words) ? null : words;
};

const fieldOf = (o: Observation, place: Place): LesionFieldPosition | null => {
  const said = wordsOf(partOf(o, FIELD));
  const read = said === null ? null : (own(FIELDS, plain(said)) ?? null);
  if (said !== null && read === null)
    place.wrong(
      'component',
      'code-invalid',
      `“${said}” is no position against the irradiated volume: IN FIELD, MARGINAL, OUTSIDE.`,
    );
  return read;
};

const readLesion = (o: Observation, place: Place): Read => {
  const name = wordsOf(partOf(o, NAME));
  if (name === null) return { retained: 'It does not say which lesion it measures.' };
  const measured =
    place.date(o.effectiveDateTime, 'effectiveDateTime') ??
    place.date(o.effectivePeriod?.start, 'effectivePeriod.start') ??
    place.date(o.issued, 'issued');
  if (measured === null) return { retained: 'It does not say when the lesion was measured.' };
  const role = roleOf(o, name);
  if (role === null)
    place.wrong(
      'component',
      'code-invalid',
      'It is not said whether the lesion is a target, a non-target or a new one. Send the component TUMIDENT with TARGET, NON-TARGET or NEW.',
    );
  const [long, short] = [tenthsOf(partOf(o, LONG)) ?? tenthsOf(o), tenthsOf(partOf(o, SHORT))];
  const organ = coded(o.bodySite);
  const node =
    codings(o.bodySite).some(({ code }) => code === NODE) ||
    /lymph ?node|淋巴结/i.test(organ?.display ?? '') ||
    (short !== null && long === null);
  const tenths = node ? (short ?? long) : long;
  const said = wordsOf(partOf(o, STATE));
  const state = said === null ? null : (own(STATES, plain(said)) ?? null);
  if (said !== null && state === null)
    place.wrong(
      'component',
      'code-invalid',
      `“${said}” is no state of a lesion: PRESENT, ABSENT, TOO SMALL TO MEASURE, UNEQUIVOCAL PROGRESSION, EQUIVOCAL, NOT EVALUABLE.`,
    );
  const study = studyOf(o, place);
  const record: LesionRecord = {
    kind: 'lesion',
    ...place.of(),
    lesion: name,
    role: role ?? 'NON_TARGET',
    state: state ?? (tenths === null ? 'NOT_EVALUABLE' : 'MEASURED'),
    organ,
    site: siteOf(o),
    node,
    fieldPosition: fieldOf(o, place),
    measured,
    tenths,
    modality: codings(o.method)[0]?.code ?? study?.modality?.[0]?.code ?? o.method?.text ?? null,
    sliceTenths: tenthsOf(partOf(o, SLICE)),
    studyUid: uidOf(
      study?.identifier?.find((i) => i.system === 'urn:dicom:uid')?.value ?? studyNamed(o),
    ),
    seriesUid: uidOf(wordsOf(partOf(o, SERIES)) ?? undefined),
    measuredBy: o.performer?.find((one) => one.display)?.display ?? null,
    note: o.note?.map(({ text }) => text).join('\n') ?? null,
    tumour: (o.focus ?? []).map((focus) => place.key(focus, 'Condition')).find(Boolean) ?? null,
  };
  return { records: [record] };
};

/**
 * A measurement that names the lesion it is of, so that it can be followed: a tumour size (mCODE, LOINC 21889-1) or another
 * Observation with DICOM's tracking identifier or CDISC's link. A size without a name stays a finding of the tumour.
 */
export const fhir: FhirReader = {
  claims: {
    Observation: (o) =>
      partOf(o, NAME) !== undefined && (isSize(o) || partOf(o, [...ROLE, ...STATE]) !== undefined),
  },
  read: (resource, place) => readLesion(resource as Observation, place),
};
