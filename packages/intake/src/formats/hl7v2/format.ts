import type { Issue } from '@nodp/record';
import { LONGEST_KEY } from '@nodp/record/fhir';
import type { Format, ReadSubmission } from '../../units.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import { readMade } from '../made/read-made.ts';
import { decodeMessage } from './charset.ts';
import { type Header, headerOf, resourcesOf, unfit, unread } from './make.ts';
import { type Message, parseMessage } from './message.ts';

/** How a message arrived. */
export interface Hl7v2Request {
  /** What it is in where MSH-18 does not say it; UTF-8 where this does not either. */
  readonly charset?: string | undefined;
}

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

/** HL7 v2 in its bar notation: one message. */
export const hl7v2 =
  ({ fhir: readers }: { readonly fhir: FhirReaders }, { charset }: Hl7v2Request = {}): Format =>
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
