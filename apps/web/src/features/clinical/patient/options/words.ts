/** How the codes of variants and of their evidence read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Dictionary = Readonly<Record<string, MessageDescriptor>>;

export const kindWords: Dictionary = {
  substitution: msg`Substitution`,
  insertion: msg`Insertion`,
  deletion: msg`Deletion`,
  indel: msg`Deletion-insertion or frameshift`,
  duplication: msg`Duplication`,
  splice: msg`Splice variant`,
  fusion: msg`Fusion`,
  rearrangement: msg`Rearrangement`,
  amplification: msg`Amplification`,
  loss: msg`Loss`,
  expression: msg`Expression`,
  methylation: msg`Methylation`,
  other: msg`Other change`,
};

export const presenceWords: Dictionary = {
  present: msg`Detected`,
  absent: msg`Not detected`,
  indeterminate: msg`Indeterminate`,
};

export const originWords: Dictionary = {
  somatic: msg`Somatic`,
  germline: msg`Germline`,
};
