import { BiostatisticsError, type BiostatisticsErrorCode, type ErrorPlace } from '../errors.ts';
import type { EstimatorName } from './registry.ts';

/** To the worker: one call. */
export type CallMessage = {
  readonly id: number;
  readonly name: EstimatorName;
  readonly arguments: readonly unknown[];
};

/** From the worker. */
export type ReplyMessage =
  | { readonly id: number; readonly kind: 'progress'; readonly share: number }
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  | { readonly id: number; readonly kind: 'failure'; readonly failure: Failure };

/** An error in a form that crosses between threads with nothing lost. */
export type Failure =
  | {
      readonly code: BiostatisticsErrorCode;
      readonly where: ErrorPlace;
      readonly message: string;
      readonly stack: string | undefined;
    }
  | { readonly code: undefined; readonly error: Error };

export function toFailure(error: unknown): Failure {
  if (error instanceof BiostatisticsError) {
    const { code, where, message, stack } = error;
    return { code, where, message, stack };
  }
  return { code: undefined, error: error instanceof Error ? error : new Error(String(error)) };
}

export function fromFailure(failure: Failure): Error {
  if (failure.code === undefined) return failure.error;
  const error = new BiostatisticsError(failure.code, failure.where, '');
  // The message carries its place already; the constructor would name it twice.
  error.message = failure.message;
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}

/**
 * The buffers of all typed arrays inside plain objects and arrays, each once: moved with a message
 * instead of copied. Shared buffers are left out, they are seen by both sides as they are.
 */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') buffersOf(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) if (typeof item === 'object') buffersOf(item, found);
  }
  return found;
}
