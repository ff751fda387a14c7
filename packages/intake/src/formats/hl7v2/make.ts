import type { Issue } from '@nodp/record';
import type { Made } from '../made/made.ts';
import { dateOf, offsetIn } from './dates.ts';
import { type Message, partAt, type Segment, valueAt } from './message.ts';
import { ordersIn } from './orders.ts';
import { appointmentOf } from './segments/appointment.ts';
import { documentsOf } from './segments/document.ts';
import { administrationOf, requestOf } from './segments/drugs.ts';
import { type Context, errorAt } from './segments/made-of.ts';
import { numbersOf, patientOf } from './segments/pid.ts';
import { isSection, reportOf } from './segments/report.ts';
import { observationsOf } from './segments/results.ts';
import { specimenOf } from './segments/specimen.ts';
import { conditionOf, encounterOf } from './segments/visit.ts';

/** Which messages are read, by MSH-9.1; every other (finance, master files, staff) is retained as sent. */
const TYPES: ReadonlySet<string> = new Set([
  'ADT',
  'ORU',
  'OUL',
  'OML',
  'ORM',
  'RDE',
  'RAS',
  'RDS',
  'RGV',
  'OMP',
  'MDM',
  'SIU',
]);
/** Answers: one that came as a message is answered by nobody, lest two systems thank each other for ever. */
const ANSWERS: ReadonlySet<string> = new Set(['ACK', 'MCF']);

/** What a message is named by, for its answer. */
export interface Header {
  readonly type: string;
  readonly event: string;
  /** MSH-10. */
  readonly control: string | undefined;
  readonly msh: Segment;
}

export const headerOf = ({ segments }: Message): Header => {
  const msh = segments[0] as Segment;
  const [type = '', event = ''] = [partAt(msh, 9), partAt(msh, 9, 2)];
  return { type: type.toUpperCase(), event: event.toUpperCase(), control: partAt(msh, 10), msh };
};

/** What forbids reading a message at all. */
export const unfit = ({ segments }: Message, { type, msh, control }: Header): Issue[] => {
  const issues: Issue[] = [];
  if (type === '')
    issues.push(
      errorAt(
        'MSH-9',
        'required',
        'MSH-9 does not say what the message is. Send its type and event: ORU^R01.',
      ),
    );
  else if (ANSWERS.has(type))
    issues.push(
      errorAt(
        'MSH-9',
        'not-supported',
        `${type} is an answer and no message to be taken. Send messages here, and keep their answers.`,
      ),
    );
  if (control === undefined)
    issues.push(
      errorAt(
        'MSH-10',
        'required',
        'MSH-10 gives the message no number. Number each message, so that its answer can name it.',
      ),
    );
  const version = partAt(msh, 12);
  if (version !== undefined && !/^2(\.\d){0,2}$/.test(version))
    issues.push(
      errorAt(
        'MSH-12',
        'not-supported',
        `Version ${version.slice(0, 10)} is not taken. Send HL7 v2 (2.1 to 2.9).`,
      ),
    );
  if (issues.length === 0 && TYPES.has(type) && !segments.some(({ name }) => name === 'PID'))
    issues.push(errorAt('PID', 'required', 'The message names no patient. Send the segment PID.'));
  return issues;
};

/** Why nothing is read of a whole message, which is retained; null of one that is read. */
export const unread = ({ type, event }: Header): string | null => {
  if (TYPES.has(type)) return null;
  const name = [type, event].filter(Boolean).join('^').slice(0, 12);
  return `messages ${name} are not modelled yet.`;
};

/** The segments from one PID to the next. */
const byPatient = (segments: readonly Segment[]): (readonly Segment[])[] => {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.name === 'PID') groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  return groups;
};

/** Drugs ordered and given: an ORC, then RXE or RXO with its times, or RXA. */
const drugsIn = (context: Context, segments: readonly Segment[]): Made[] => {
  const made: (Made | null)[] = [];
  let orc: Segment | undefined;
  for (const [i, segment] of segments.entries()) {
    if (segment.name === 'ORC') orc = segment;
    // Where the pharmacy coded the order, its own segment follows the one that was asked for.
    const rest = segments.slice(i + 1);
    const until = rest.findIndex(({ name }) => /^(ORC|RXO|RXE|RXA|PID)$/.test(name));
    const inside = until === -1 ? rest : rest.slice(0, until);
    const coded = segment.name === 'RXO' && rest[until]?.name === 'RXE';
    if (segment.name === 'RXE' || (segment.name === 'RXO' && !coded && context.type !== 'RAS')) {
      // Times stand after the order's own segment, or before it where the order is one of another version.
      const after = inside.find(({ name }) => name === 'TQ1');
      const before = segments.slice(0, i).findLast(({ name }) => /^(TQ1|ORC)$/.test(name));
      made.push(
        requestOf(context, orc, segment, after ?? (before?.name === 'TQ1' ? before : undefined)),
      );
    }
    if (segment.name === 'RXA') made.push(administrationOf(context, orc, segment));
  }
  return made.filter((one) => one !== null);
};

const isDrugMessage = (type: string): boolean => /^(RDE|RAS|RDS|RGV|OMP|ORM)$/.test(type);
const hasResults = (type: string): boolean => /^(ORU|OUL|MDM|OML)$/.test(type);

/** @param before what stands before the first PID: of an appointment its own segment does */
const ofOnePatient = (
  base: Omit<Context, 'patient'>,
  segments: readonly Segment[],
  before: readonly Segment[],
): (Made | null)[] => {
  const pid = segments[0] as Segment;
  const context: Context = { ...base, patient: numbersOf(pid)[0] ?? null };
  const patient = patientOf(
    context,
    pid,
    context.type === 'ADT' ? segments.find(({ name }) => name === 'MRG') : undefined,
  );
  const of = (name: string): Segment[] => segments.filter((segment) => segment.name === name);
  const seen = new Map<string, number>();
  const orders = hasResults(context.type) ? ordersIn(segments, context.type === 'OUL') : [];
  const alone = orders.flatMap((order) => order.specimens);
  const specimens = [...new Set([...alone, ...(hasResults(context.type) ? of('SPM') : [])])];
  return [
    patient,
    ...of('PV1').map((pv1) => encounterOf(context, pv1)),
    ...of('DG1').map((dg1) => conditionOf(context, dg1)),
    ...specimens.map((spm) =>
      specimenOf(context, spm, orders.find((order) => order.specimens.includes(spm))?.number),
    ),
    ...orders.flatMap((order) => {
      const report = reportOf(context, order);
      const results =
        report === null ? order.results : order.results.filter((obx) => !isSection(obx));
      return [report, ...results.flatMap((obx) => observationsOf(context, order, obx, seen))];
    }),
    ...(isDrugMessage(context.type) ? drugsIn(context, segments) : []),
    // A document that is of no order stands by its own header.
    ...(context.type === 'MDM' && orders.length === 0 ? documentsOf(context, segments) : []),
    ...(context.type === 'SIU' ? [appointmentOf(context, before, segments)] : []),
  ];
};

/** The same record said twice in a message is said once: visits, diagnoses and specimens are repeated by many systems. */
const once = (made: readonly Made[]): Made[] => {
  const seen = new Set<string>();
  return made.filter(({ resource }) => {
    const identifier = (resource as { identifier?: { system?: string; value?: string }[] })
      .identifier?.[0];
    const name = `${resource.resourceType} ${resource.id ?? `${identifier?.system}|${identifier?.value}`}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
};

/** What a message says, as the resources that the kinds of records are read from. */
export const resourcesOf = (message: Message, header: Header): Made[] => {
  const sent = valueAt(header.msh, 7).part(1);
  const offset = offsetIn(sent);
  const at = dateOf(sent, offset);
  const base = {
    offset,
    // A day alone does not tell which of two messages is newer.
    sentAt: at?.includes('T') && !Number.isNaN(Date.parse(at)) ? at : undefined,
    type: header.type,
    event: header.event,
  };
  const first = message.segments.findIndex(({ name }) => name === 'PID');
  const before = message.segments.slice(0, first);
  return once(
    byPatient(message.segments)
      .flatMap((segments) => ofOnePatient(base, segments, before))
      .filter((made) => made !== null),
  );
};
