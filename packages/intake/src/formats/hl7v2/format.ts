import type { Issue } from '@nodp/record';
import { LONGEST_KEY } from '@nodp/record/fhir';
import type { Format, ReadSubmission, ReadUnit, SentPart } from '../../units.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import { readMade } from '../made/read-made.ts';
import { decodeMessage } from './charset.ts';
import { type Header, headerOf, resourcesOf, unfit, unread } from './make.ts';
import { type Message, parseMessage } from './message.ts';

/** How a message arrived. */
export interface Hl7v2Request {
  /** What it is in where MSH-18 does not say it; UTF-8 where this does not either. */
  readonly charset?: string | undefined;
  /** Of several messages that are retained as one content, how many bytes each has: a line end stands after each. */
  readonly lengths?: readonly number[] | undefined;
}

const LINE_END = Uint8Array.of(0x0d);

/** Several messages of one sender as one content, and what tells them apart again. */
export const messagesTogether = (
  messages: readonly Uint8Array[],
): { readonly content: Uint8Array; readonly lengths: readonly number[] } => ({
  content: Buffer.concat(messages.flatMap((message) => [message, LINE_END])),
  lengths: messages.map(({ length }) => length),
});

const messagesApart = (content: Uint8Array, lengths: readonly number[]): Uint8Array[] => {
  let from = 0;
  return lengths.map((length) => {
    const message = content.subarray(from, from + length);
    from += length + LINE_END.length;
    return message;
  });
};

const refused = (issues: readonly Issue[]): ReadSubmission => ({
  form: 'single',
  units: [],
  issues,
});

const unreadable = (message: string): ReadSubmission =>
  refused([{ severity: 'fatal', code: 'structure', where: 'MSH', message }]);

/** A message of a type that is not modelled: kept whole, as one thing sent. */
const retained = ({ segments }: Message, header: Header, reason: string): ReadSubmission => ({
  form: 'single',
  issues: [],
  units: [
    {
      type: header.type.slice(0, 20),
      where: 'MSH-9',
      key: (header.control ?? '').slice(0, LONGEST_KEY),
      content: { hl7v2: segments.map(({ raw }) => raw) },
      patient: null,
      subject: 'MSH',
      locate: () => 'MSH',
      version: null,
      mustBeOne: false,
      kinds: [],
      reading: { outcome: 'retained', reason },
    },
  ],
});

type Services = { readonly fhir: FhirReaders };

/** One message. */
const oneMessage =
  ({ fhir: readers }: Services, charset: string | undefined): Format =>
  async (content, pause, codes) => {
    const decoded = decodeMessage(content, charset);
    if ('problem' in decoded) return unreadable(decoded.problem);
    const message = parseMessage(decoded.text);
    if ('problem' in message) return unreadable(message.problem);
    const header = headerOf(message);
    const issues = unfit(message, header);
    if (issues.length > 0) return refused(issues);
    const reason = unread(header);
    return reason === null
      ? readMade(resourcesOf(message, header), readers, pause, codes)
      : retained(message, header, reason);
  };

/** HL7 v2 in its bar notation: one message, or several that are kept together. */
export const hl7v2 = (services: Services, { charset, lengths }: Hl7v2Request = {}): Format => {
  const one = oneMessage(services, charset);
  if (lengths === undefined) return one;
  return async (content, pause, codes) => {
    const units: ReadUnit[] = [];
    const parts: SentPart[] = [];
    for (const message of messagesApart(content, lengths)) {
      const read = await one(message, pause, codes);
      units.push(...read.units);
      parts.push({ units: read.units.length, issues: read.issues });
      await pause();
    }
    return { form: 'batch', units, issues: [], parts };
  };
};
