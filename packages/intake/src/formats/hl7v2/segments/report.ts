import type { DiagnosticReport } from '@medplum/fhirtypes';
import { idOf, LOINC } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt, valuesOf } from '../message.ts';
import { conceptOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';
import { type Order, observedAt, statusOf } from './results.ts';
import { isDocument, wordsOfDocument } from './values.ts';

/** Parts of a pathology report that are its words (NAACCR Standards Volume V, table of OBX-3 text sections). */
const SECTIONS: ReadonlySet<string> = new Set([
  '22633-2',
  '22634-0',
  '22635-7',
  '22636-5',
  '22637-3',
  '22638-1',
  '22639-9',
  '33746-9',
  '35265-8',
  '31208-2',
]);
/** The parts that say what it concluded. */
const CONCLUSIONS: ReadonlySet<string> = new Set(['22637-3', '19005-8']);

/** Sections of a department (OBR-24, HL7 table 0074) whose results are told in words. */
const WORDS = new Set([
  'SP',
  'PAT',
  'CP',
  'CY',
  'GE',
  'RAD',
  'RX',
  'CT',
  'NMR',
  'NMS',
  'RUS',
  'CUS',
  'OUS',
  'VUS',
  'XRC',
  'IMG',
  'MAM',
]);
const REPORTS: ReadonlySet<string> = new Set([
  '11526-1',
  '11529-5',
  '33716-2',
  '33717-0',
  '33718-8',
  '33719-6',
  '47526-9',
  '47527-7',
  '47528-5',
  '60567-5',
  '60568-3',
  '60569-1',
  '60570-9',
  '66117-3',
]);

const isText = (obx: Segment): boolean => /^(TX|FT)$/i.test(partAt(obx, 2) ?? '');
const isLoinc = (obx: Segment, codes: ReadonlySet<string>): boolean =>
  (conceptOf(valueAt(obx, 3))?.coding ?? []).some(
    ({ system, code }) => system === LOINC && codes.has(code ?? ''),
  );

/** Whether a result is a part of a report's words; everything coded or measured is a result of its own. */
export const isSection = (obx: Segment): boolean =>
  isText(obx) ||
  (isDocument(obx)
    ? wordsIn(obx) !== ''
    : isLoinc(obx, SECTIONS) && /^(ST)?$/i.test(partAt(obx, 2) ?? ''));

const isReport = ({ obr, results }: Order): boolean => {
  const section = partAt(obr, 24)?.toUpperCase();
  const codes = conceptOf(valueAt(obr, 4))?.coding ?? [];
  return (
    WORDS.has(section ?? '') ||
    codes.some(({ system, code }) => system === LOINC && REPORTS.has(code ?? '')) ||
    (results.length > 0 && results.every(isText))
  );
};

/** The words of a part, those of a document within it included. */
const wordsIn = (obx: Segment): string =>
  valuesOf(obx, 5)
    .map((value) => (isDocument(obx) ? (wordsOfDocument(value) ?? undefined) : value.text))
    .filter((text) => text !== undefined)
    .join('\n');

interface Section {
  readonly heading: string;
  readonly lines: string[];
}

/** The words of a report under the headings its parts came with, line by line as sent. */
const sectionsOf = (parts: readonly Segment[]): Section[] => {
  const sections: Section[] = [];
  for (const obx of parts) {
    const text = wordsIn(obx);
    if (text === '') continue;
    const name = partAt(obx, 3, 2) ?? partAt(obx, 3) ?? '';
    const part = valueAt(obx, 4).text;
    const heading = [name, part === undefined ? '' : `(${part})`].filter(Boolean).join(' ');
    const last = sections.at(-1);
    if (last?.heading === heading) last.lines.push(text);
    else sections.push({ heading, lines: [text] });
  }
  return sections;
};

/** The words of a report's parts, as one text. */
export const wordsOf = (parts: readonly Segment[]): string =>
  sectionsOf(parts)
    .map(({ heading, lines }) => [heading, ...lines].filter((line) => line !== '').join('\n'))
    .join('\n\n');

/** What a report concluded, where one of its parts says so. */
export const conclusionOf = (parts: readonly Segment[]): string =>
  parts
    .filter((obx) => isLoinc(obx, CONCLUSIONS))
    .map(wordsIn)
    .filter((words) => words !== '')
    .join('\n');

/** A text as a report of FHIR carries it. */
export const plainText = (text: string): DiagnosticReport['presentedForm'] =>
  text === ''
    ? undefined
    : [
        {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(text, 'utf8').toString('base64'),
        },
      ];

/** A pathologist's or radiologist's report; null of a laboratory's order, whose results stand for themselves. */
export const reportOf = (context: Context, order: Order): Made | null => {
  if (context.patient === null || !isReport(order)) return null;
  const { obr } = order;
  const parts = order.results.filter((obx) => isSection(obx) && !isWithdrawn(obx, obr));
  const code = conceptOf(valueAt(obr, 4));
  const observed = observedAt(context, order);
  const category = partAt(obr, 24);
  const text = wordsOf(parts);
  const conclusion = conclusionOf(parts);
  const report: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    id: idOf(
      'OBR',
      context.patient.value,
      order.number ?? `${code?.coding?.[0]?.code ?? ''} ${observed.at ?? ''}`,
    ),
    status: reportStatus(order),
    category: category === undefined ? undefined : [{ coding: [{ code: category }] }],
    code: code ?? { text: '' },
    subject: subjectIn(context),
    effectiveDateTime: observed.at,
    issued: dateOf(partAt(obr, 22), context.offset),
    conclusion,
    presentedForm: plainText(text),
  } as DiagnosticReport;
  const issues =
    code === undefined
      ? [
          errorAt(
            locationOf(obr, 4),
            'required',
            'OBR-4 does not say which report it is. Send its code: 11529-5^Surgical pathology study^LN.',
          ),
        ]
      : [];
  return madeOf(context, obr, report, {
    fields: { code: 4, category: 24, issued: 22, status: 25, presentedForm: 4 },
    elsewhere: { effectiveDateTime: observed.where },
    issues,
    with: parts,
  });
};

const isWithdrawn = (obx: Segment, obr: Segment): boolean =>
  statusOf(obx, obr) === 'entered-in-error';

/** OBR-25; where it says nothing, what the parts say that are still open. */
const reportStatus = ({ obr, results }: Order): DiagnosticReport['status'] => {
  const said = statusOf(undefined, obr);
  const open = results.map((obx) => statusOf(obx, obr));
  const status =
    partAt(obr, 25) === undefined && open.includes('preliminary')
      ? 'preliminary'
      : (said ?? 'final');
  return status as DiagnosticReport['status'];
};
