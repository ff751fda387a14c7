import type { ReactNode } from 'react';

/** One thing that can be chosen. */
export type Choice = {
  value: string;
  words: string;
  mark?: ReactNode;
  /** Other names and codes it is found by. */
  names?: readonly string[];
  codes?: readonly string[];
  /** Why it cannot be chosen; it stands greyed with the reason. */
  absent?: string | undefined;
  /** Choices of one heading stand together beneath it. */
  group?: string;
};
