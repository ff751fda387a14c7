import type { Words } from '../asked.ts';

export type Language = keyof Words;

/** A panel drawn. */
export interface Plot {
  readonly name: Words | null;
  readonly width: number;
  readonly height: number;
  readonly drawn: string;
}
