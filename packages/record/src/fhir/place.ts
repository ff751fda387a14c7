import type { Reference } from '@medplum/fhirtypes';
import { instant, partialDate } from '../dates.ts';
import type { Issue } from '../issue.ts';
import type { PartialDate, Source } from '../values.ts';

/** Where references of one submission lead. */
export interface References {
  /** The sender's key of what is referred to, with its type where it says; null where it names nothing. */
  resolve(
    reference: Reference | undefined,
  ): { readonly type: string | null; readonly key: string } | null;
  /** The tumour (key) an Observation belongs to by way of its stage group, or of the Condition that cites it. */
  tumourOf(observationKey: string): string | null;
  /** A resource of the same submission. */
  find(reference: Reference | undefined): unknown;
}

/** A resource being read: where it stands, whose it is, and what is wrong with it. */
export interface Place {
  readonly source: Source;
  readonly patient: string;
  readonly references: References;
  readonly issues: Issue[];
  /** The common part of a record read here. */
  of(part?: string): { readonly source: Source; readonly patient: string };
  /** Reads a date of the resource, at a path within it. */
  date(text: string | undefined, path: string): PartialDate | null;
  instant(text: string | undefined, path: string): string | null;
  /** The key of what a reference names, if it is of the type. */
  key(reference: Reference | undefined, type: string): string | null;
  wrong(path: string, code: Issue['code'], message: string): void;
  /** Accepted with a warning for manual review. */
  doubtful(path: string, code: Issue['code'], message: string): void;
}

export const placeOf = (
  source: Source,
  patient: string,
  references: References,
  issues: Issue[],
): Place => {
  const say =
    (severity: Issue['severity']): Place['wrong'] =>
    (path, code, message) => {
      issues.push({ severity, code, where: `${source.entry}.${path}`, message });
    };
  const wrong = say('error');
  const read =
    <T>(parse: (text: string) => T | null) =>
    (text: string | undefined, path: string) => {
      if (text === undefined) return null;
      const value = parse(text);
      if (value === null)
        wrong(path, 'value', `There is no such date: ${text}. Send the day it was.`);
      return value;
    };
  return {
    source,
    patient,
    references,
    issues,
    of: (part) => ({
      source: part === undefined ? source : { ...source, id: `${source.id}#${part}` },
      patient,
    }),
    date: read(partialDate),
    instant: read(instant),
    key: (reference, type) => {
      const target = references.resolve(reference);
      return target !== null && (target.type === type || target.type === null)
        ? target.key.replace(/^urn:uuid:/, '')
        : null;
    },
    wrong,
    doubtful: say('warning'),
  };
};
