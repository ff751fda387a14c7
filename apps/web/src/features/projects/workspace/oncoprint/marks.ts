/** How changes of genes of persons are drawn in a row of an oncoprint. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { okabeIto } from '../../../../design/palette.ts';
import type { PersonAlteration } from '../../../../graph/generated/graphql.ts';

interface Mark {
  readonly words: MessageDescriptor;
  readonly colour: string;
  /** Share of the row's height, centred. */
  readonly height: number;
}

/** In the order in which they are drawn: what happened to a whole gene lies beneath its mutations. */
export const MARKS: Readonly<Record<PersonAlteration, Mark>> = {
  AMPLIFIED: { words: msg`Amplification`, colour: okabeIto.vermillion, height: 1 },
  DELETED: { words: msg`Loss of the gene`, colour: okabeIto.blue, height: 1 },
  NOT_SAID: { words: msg`Altered, kind not said`, colour: okabeIto.yellow, height: 0.8 },
  REARRANGED: { words: msg`Fusion or rearrangement`, colour: okabeIto.purple, height: 0.66 },
  SPLICE: { words: msg`Splice site mutation`, colour: okabeIto.orange, height: 0.34 },
  INSERTION_DELETION: {
    words: msg`Insertion or deletion`,
    colour: okabeIto.skyBlue,
    height: 0.34,
  },
  SUBSTITUTION: { words: msg`Substitution`, colour: okabeIto.green, height: 0.34 },
  OTHER: { words: msg`Other alteration`, colour: okabeIto.grey, height: 0.34 },
};
export const ALTERATIONS = Object.keys(MARKS) as PersonAlteration[];

/** What each kind of change of a release is drawn as. */
export const ALTERATION_OF_KIND: Readonly<Record<string, PersonAlteration>> = {
  AMPLIFICATION: 'AMPLIFIED',
  LOSS: 'DELETED',
  ...{ FUSION: 'REARRANGED', REARRANGEMENT: 'REARRANGED', SPLICE: 'SPLICE' },
  ...{ INSERTION: 'INSERTION_DELETION', DELETION: 'INSERTION_DELETION' },
  ...{ INDEL: 'INSERTION_DELETION', DUPLICATION: 'INSERTION_DELETION' },
  ...{ SUBSTITUTION: 'SUBSTITUTION', EXPRESSION: 'OTHER', METHYLATION: 'OTHER', OTHER: 'OTHER' },
};
