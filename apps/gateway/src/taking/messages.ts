import type { IngestResult } from '@nodp/intake';
import type { Handed, HandedTogether, PartTaken } from './taking.ts';

/** What a thread works with. */
export interface ThreadSettings {
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  /** Connections: submissions that are taken in at once. */
  readonly atOnce: number;
}

/** To the thread: a submission, or several things to be taken in together. */
export type Call = { readonly id: number } & (
  | { readonly handed: Handed }
  | { readonly together: HandedTogether }
);

/** An error with what tells a database that is away, and a text that none stores, from anything else: a clone of an error leaves it out. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  readonly routine: string | undefined;
}

/** One of several things, as it crosses. */
export type PartReply = IngestResult | { readonly failed: Failure };

/** From the thread. */
export type Reply =
  | { readonly id: number; readonly taken: IngestResult }
  | { readonly id: number; readonly parts: readonly PartReply[] }
  | { readonly id: number; readonly failure: Failure };

const textIn = (error: unknown, name: 'code' | 'routine'): string | undefined => {
  const value: unknown = (error as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : undefined;
};

export const toFailure = (error: unknown): Failure => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, code: textIn(error, 'code'), routine: textIn(error, 'routine') };
};

export const fromFailure = ({ name, message, stack, code, routine }: Failure): Error =>
  Object.assign(new Error(message), {
    ...{ name, stack },
    ...(code !== undefined && { code }),
    ...(routine !== undefined && { routine }),
  });

export const toPart = (part: PartTaken): PartReply =>
  'failed' in part ? { failed: toFailure(part.failed) } : part;

export const fromPart = (part: PartReply): PartTaken =>
  'failed' in part ? { failed: fromFailure(part.failed) } : part;
