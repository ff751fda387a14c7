import { decode } from '@nodp/record/decode';
import { parseKeepingDigits } from '@nodp/record/fhir';
import type { Format, ReadSubmission } from '../../units.ts';
import type { SingleRequest } from './bundle.ts';
import { readSubmission } from './read.ts';
import type { FhirReaders } from './readers.ts';
import { entriesProblem, shapeProblem } from './shape.ts';
import { structureCheck } from './structure.ts';

const parse = (text: string): { value: unknown } | { problem: string } => {
  try {
    return { value: parseKeepingDigits(text) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

const unreadable = (message: string): ReadSubmission => ({
  form: 'single',
  units: [],
  issues: [{ severity: 'fatal', code: 'structure', where: '', message }],
});

/** How a submission of FHIR arrived. */
export interface FhirRequest extends SingleRequest {
  /** Of the content; UTF-8 where it is not said. */
  readonly charset?: string | undefined;
}

/** FHIR R4 in JSON: a Bundle or one resource, which `request` says more of. */
export const fhir =
  ({ fhir: readers }: { readonly fhir: FhirReaders }, request: FhirRequest = {}): Format =>
  async (content, pause, codes) => {
    const { charset = 'utf-8' } = request;
    const text = decode(content, charset);
    if (text === null) {
      return unreadable(
        `The content is not JSON in ${charset}. Send it in UTF-8, or say what it is in: Content-Type: application/fhir+json; charset=gb18030.`,
      );
    }
    const shape = shapeProblem(text);
    if (shape !== null) return unreadable(shape);
    const parsed = parse(text);
    if ('problem' in parsed) return unreadable(`The content is not JSON: ${parsed.problem}`);
    const entries = entriesProblem(parsed.value);
    if (entries !== null) return unreadable(entries);
    return readSubmission(parsed.value, await structureCheck(), readers, request, pause, codes);
  };
