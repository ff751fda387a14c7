import type { DiagnosticReport } from '@medplum/fhirtypes';
import { decode } from '../decode.ts';
import type { Coded, PartialDate } from '../values.ts';
import { isStoredApart } from './attachment.ts';
import { coded, codings, LOINC, nothing } from './codes.ts';
import type { Place } from './place.ts';

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

const sectionsOf = (report: DiagnosticReport): string[] =>
  (report.category ?? []).flatMap((c) => codings(c).map((x) => x.code));
const loincOf = (report: DiagnosticReport): string[] =>
  codings(report.code)
    .filter((c) => c.system === LOINC)
    .map((c) => c.code);

/** Whether a radiologist's report; every other that says something is a pathologist's or laboratory's. */
export const isImagingReport = (report: DiagnosticReport): boolean =>
  (report.imagingStudy?.length ?? 0) > 0 ||
  sectionsOf(report).some((s) => IMAGING.has(s)) ||
  loincOf(report).some((c) => IMAGING_LOINC.has(c));

const isPathologyReport = (report: DiagnosticReport): boolean =>
  sectionsOf(report).some((s) => PATHOLOGY.has(s)) ||
  loincOf(report).some((c) => PATHOLOGY_LOINC.has(c));

/** The report's own words: a text attachment in UTF-8 or GB 18030; in neither it is not read, so that none is broken. */
const textOf = (report: DiagnosticReport): string | null => {
  const plain = report.presentedForm?.find(
    (f) => f.data && !isStoredApart(f.data) && /^text\/plain/.test(f.contentType ?? ''),
  );
  if (!plain?.data) return null;
  const bytes = Buffer.from(plain.data, 'base64');
  const charset = /charset="?([^";\s]+)/i.exec(plain.contentType ?? '')?.[1];
  return charset === undefined
    ? (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'))
    : decode(bytes, charset);
};

const conclusionOf = (report: DiagnosticReport): string | null =>
  report.conclusion ??
  ((report.conclusionCode ?? [])
    .map((c) => coded(c)?.display)
    .filter(Boolean)
    .join('; ') ||
    null);

/** What a report says in words. */
interface Words {
  readonly conclusion: string | null;
  readonly text: string | null;
}

export const wordsIn = (report: DiagnosticReport): Words => ({
  conclusion: conclusionOf(report),
  text: textOf(report),
});

/** What a report says, of whatever section. */
interface SentReport extends Words {
  readonly what: Coded;
  readonly status: string;
  readonly reported: PartialDate | null;
}

/** Whether a report that is no radiologist's says nothing beside its results. */
export const isPanel = (report: DiagnosticReport, { conclusion, text }: Words): boolean =>
  conclusion === null && text === null && !isPathologyReport(report);

/** A pathologist's, laboratory's or radiologist's report. */
export const readReport = (report: DiagnosticReport, words: Words, place: Place): SentReport => {
  const [when, path] =
    report.effectiveDateTime !== undefined
      ? [report.effectiveDateTime, 'effectiveDateTime']
      : report.effectivePeriod?.start !== undefined
        ? [report.effectivePeriod.start, 'effectivePeriod.start']
        : [undefined, ''];
  const issued = place.date(report.issued, 'issued');
  return {
    what: coded(report.code) ?? nothing,
    status: report.status,
    reported: issued ?? place.date(when, path),
    ...words,
  };
};
