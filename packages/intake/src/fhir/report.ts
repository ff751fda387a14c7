import type { DiagnosticReport } from '@medplum/fhirtypes';
import type { ReportRecord } from '@nodp/record';
import { coded, codings, LOINC, nothing, type Place } from '@nodp/record/fhir';

/** HL7 v2 table 0074 and LOINC document classes of diagnostic service sections. */
const IMAGING = new Set([
  'RAD',
  'CT',
  'NMR',
  'NMS',
  'RUS',
  'XRC',
  'CUS',
  'OUS',
  'VUS',
  'RX',
  'IMG',
  'MAM',
  'LP29684-5',
  'LP29708-2',
]);
const PATHOLOGY = new Set(['PAT', 'SP', 'CP', 'CY', 'GE', 'PHR', 'LP7839-6', 'LP7796-8']);
/** Pathology, cytology, bone marrow and genetic reports. */
const PATHOLOGY_LOINC = new Set([
  '11526-1',
  '11529-5',
  '22034-3',
  '22637-3',
  '22634-0',
  '22636-5',
  '33718-8',
  '33721-2',
  '34574-4',
  '47526-9',
  '47527-7',
  '47528-5',
  '50398-7',
  '51969-4',
  '53576-5',
  '60567-5',
  '60568-3',
  '60569-1',
  '60570-9',
  '66117-3',
  '81247-9',
  '55752-0',
]);
const IMAGING_LOINC = new Set([
  '18748-4',
  '18782-3',
  '24606-6',
  '24627-2',
  '30746-2',
  '36643-5',
  '44136-0',
  '68604-8',
]);

const kindOf = (report: DiagnosticReport): ReportRecord['kind'] | null => {
  const sections = (report.category ?? []).flatMap((c) => codings(c).map((x) => x.code ?? ''));
  const codes = codings(report.code)
    .filter((c) => c.system === LOINC)
    .map((c) => c.code ?? '');
  if (
    report.imagingStudy?.length ||
    sections.some((s) => IMAGING.has(s)) ||
    codes.some((c) => IMAGING_LOINC.has(c))
  ) {
    return 'imaging-report';
  }
  if (sections.some((s) => PATHOLOGY.has(s)) || codes.some((c) => PATHOLOGY_LOINC.has(c))) {
    return 'pathology-report';
  }
  return null;
};

/** The report's own words: a text attachment, as UTF-8. */
const textOf = (report: DiagnosticReport): string | null => {
  const plain = report.presentedForm?.find(
    (f) => f.data && /^text\/plain/.test(f.contentType ?? ''),
  );
  return plain?.data ? Buffer.from(plain.data, 'base64').toString('utf8') : null;
};

const conclusionOf = (report: DiagnosticReport): string | null =>
  report.conclusion ??
  ((report.conclusionCode ?? [])
    .map((c) => coded(c)?.display)
    .filter(Boolean)
    .join('; ') ||
    null);

/** A pathologist's, laboratory's or radiologist's report; null for a panel, which says nothing beside its results. */
export const readReport = (report: DiagnosticReport, place: Place): ReportRecord | null => {
  const conclusion = conclusionOf(report);
  const text = textOf(report);
  const kind = kindOf(report) ?? (conclusion !== null || text !== null ? 'pathology-report' : null);
  if (kind === null) return null;
  const [when, path] =
    report.effectiveDateTime !== undefined
      ? [report.effectiveDateTime, 'effectiveDateTime']
      : report.effectivePeriod?.start !== undefined
        ? [report.effectivePeriod.start, 'effectivePeriod.start']
        : [undefined, ''];
  const issued = place.date(report.issued, 'issued');
  return {
    kind,
    ...place.of(),
    what: coded(report.code) ?? nothing,
    status: report.status,
    reported: issued ?? place.date(when, path),
    conclusion,
    text,
  };
};
