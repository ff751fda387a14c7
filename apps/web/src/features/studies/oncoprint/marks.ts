/** How alterations are drawn in a row of an oncoprint. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { okabeIto } from '../../../design/palette.ts';
import type { StudyAlteration } from '../../../graph/generated/graphql.ts';

interface Mark {
  readonly words: MessageDescriptor;
  readonly colour: string;
  /** Share of the row's height, centred. */
  readonly height: number;
}

/** In the order in which they are drawn: what happened to a whole gene lies beneath its mutations. */
export const MARKS: Readonly<Record<StudyAlteration, Mark>> = {
  AMPLIFIED: { words: msg`Amplification`, colour: okabeIto.vermillion, height: 1 },
  DELETED: { words: msg`Deep deletion`, colour: okabeIto.blue, height: 1 },
  REARRANGED: { words: msg`Structural variant`, colour: okabeIto.purple, height: 0.66 },
  TRUNCATING: {
    words: msg`Truncating mutation`,
    colour: 'var(--mui-palette-text-primary)',
    height: 0.34,
  },
  SPLICE: { words: msg`Splice site mutation`, colour: okabeIto.orange, height: 0.34 },
  INFRAME: { words: msg`In-frame insertion or deletion`, colour: okabeIto.skyBlue, height: 0.34 },
  MISSENSE: { words: msg`Missense mutation`, colour: okabeIto.green, height: 0.34 },
  OTHER: { words: msg`Other mutation`, colour: okabeIto.grey, height: 0.34 },
};
export const ALTERATIONS = Object.keys(MARKS) as StudyAlteration[];
