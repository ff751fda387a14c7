import type { Issue } from '@nodp/record';
import type { Format, ReadSubmission } from '../../units.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import { readMade } from '../made/read-made.ts';
import { decodeMessage } from './charset.ts';
import { headerOf, resourcesOf, unfit } from './make.ts';
import { parseMessage } from './message.ts';

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

/** HL7 v2 in its bar notation: one message. */
export const hl7v2 =
  ({ fhir: readers }: { readonly fhir: FhirReaders }, { charset }: Hl7v2Request = {}): Format =>
  async (content, pause) => {
    const decoded = decodeMessage(content, charset);
    if ('problem' in decoded) return unreadable(decoded.problem);
    const message = parseMessage(decoded.text);
    if ('problem' in message) return unreadable(message.problem);
    const header = headerOf(message);
    const issues = unfit(message, header);
    return issues.length > 0
      ? refused(issues)
      : readMade(resourcesOf(message, header), readers, pause);
  };
