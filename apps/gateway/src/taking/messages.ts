import type { IngestResult } from '@nodp/intake';
import type { Handed, PartTaken } from './taking.ts';

/** What a thread works with. */
export interface ThreadSettings {
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  /** Connections: submissions that are taken in at once. */
  readonly atOnce: number;
}

/** To the thread: a submission, or several things to be taken in together. */
export interface Call {
  readonly id: number;
  readonly together: boolean;
  readonly handed: Handed;
}

/** An error with what tells a database that is away from anything else, which a clone of an error leaves out. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

/** One of several things, as it crosses. */
export type PartReply = IngestResult | { readonly failed: Failure };

/** From the thread. */
export type Reply =
  | { readonly id: number; readonly taken: IngestResult }
  | { readonly id: number; readonly parts: readonly PartReply[] }
  | { readonly id: number; readonly failure: Failure };

export const toFailure = (error: unknown): Failure => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return { name, message, stack, code: typeof code === 'string' ? code : undefined };
};

export const fromFailure = ({ name, message, stack, code }: Failure): Error =>
  Object.assign(new Error(message), { name, stack }, code === undefined ? {} : { code });

export const toPart = (part: PartTaken): PartReply =>
  'failed' in part ? { failed: toFailure(part.failed) } : part;

export const fromPart = (part: PartReply): PartTaken =>
  'failed' in part ? { failed: fromFailure(part.failed) } : part;
