import type { DiagnosticReport } from '@medplum/fhirtypes';
import { idOf } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt } from '../message.ts';
import { conceptOf, entityOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';
import { conclusionOf, isSection, plainText, wordsOf } from './report.ts';

/** Document types (TXA-2, HL7 table 0270) that a department reports in, by the department's code (HL7 table 0074). */
const DEPARTMENTS: Readonly<Record<string, string>> = { DI: 'RAD', SP: 'SP', AR: 'SP' };

/** How far a document is (TXA-17, HL7 table 0271). */
const STATUS: Readonly<Record<string, DiagnosticReport['status']>> = {
  AU: 'final',
  LA: 'final',
  LE: 'final',
  DO: 'final',
  PA: 'preliminary',
  DI: 'preliminary',
  IN: 'preliminary',
  IP: 'preliminary',
};

/** Events that take a document back (T11), and that put one in another's place (T09, T10). */
const CANCELS = 'T11';
const REPLACES = /^T(09|10)$/;

const keyOf = (context: Context, number: string): string =>
  idOf('TXA', context.patient?.value ?? '', number);

/** A document that came without an order: its header (TXA) and the text that follows it; with what it takes the place of. */
const documentOf = (context: Context, txa: Segment, results: readonly Segment[]): Made[] => {
  const number = entityOf(valueAt(txa, 12));
  const parent = entityOf(valueAt(txa, 13));
  const type = partAt(txa, 2)?.toUpperCase();
  const parts = results.filter(isSection);
  const department = DEPARTMENTS[type ?? ''];
  const named = conceptOf(valueAt(parts[0] ?? txa, parts[0] === undefined ? 2 : 3));
  const report: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    id: keyOf(context, number ?? ''),
    status:
      context.event === CANCELS
        ? 'entered-in-error'
        : (STATUS[partAt(txa, 17)?.toUpperCase() ?? ''] ?? 'final'),
    category: department === undefined ? undefined : [{ coding: [{ code: department }] }],
    code: named ?? { text: type ?? '' },
    subject: subjectIn(context),
    effectiveDateTime: dateOf(partAt(txa, 4) ?? partAt(txa, 6), context.offset),
    conclusion: conclusionOf(parts),
    presentedForm: plainText(wordsOf(parts)),
  } as DiagnosticReport;
  const fields = { code: 2, status: 17, effectiveDateTime: 4 };
  const made = madeOf(context, txa, report, {
    fields,
    issues:
      number === undefined
        ? [
            errorAt(
              locationOf(txa, 12),
              'required',
              'TXA-12 gives the document no number. Send it, so that the document can be corrected and replaced.',
            ),
          ]
        : [],
    with: parts,
  });
  if (!REPLACES.test(context.event) || parent === undefined) return [made];
  const replaced = {
    ...report,
    id: keyOf(context, parent),
    status: 'entered-in-error' as const,
  };
  return [madeOf(context, txa, replaced, { fields: { ...fields, id: 13 } }), made];
};

/** The documents of a patient: what stands between one TXA and the next. */
export const documentsOf = (context: Context, segments: readonly Segment[]): Made[] => {
  if (context.patient === null) return [];
  const made: Made[] = [];
  for (const [i, segment] of segments.entries()) {
    if (segment.name !== 'TXA') continue;
    const rest = segments.slice(i + 1);
    const end = rest.findIndex(({ name }) => name === 'TXA');
    const results = (end === -1 ? rest : rest.slice(0, end)).filter(({ name }) => name === 'OBX');
    made.push(...documentOf(context, segment, results));
  }
  return made;
};
