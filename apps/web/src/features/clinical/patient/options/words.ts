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

export const tierWords: Dictionary = {
  exact: msg`this alteration`,
  category: msg`its category`,
  class: msg`its class`,
};

export const relationWords: Dictionary = {
  same: msg`same disease`,
  broader: msg`broader disease`,
  narrower: msg`narrower disease`,
  'any-cancer': msg`any cancer`,
  other: msg`other tumour type, lower certainty`,
};

/** Direction and significance together. */
export const saysWords: Dictionary = {
  'Supports Sensitivity/Response': msg`supports a response`,
  'Does Not Support Sensitivity/Response': msg`does not support a response`,
  'Supports Resistance': msg`supports resistance`,
  'Does Not Support Resistance': msg`does not support resistance`,
  'Supports Reduced Sensitivity': msg`supports reduced sensitivity`,
  'Does Not Support Reduced Sensitivity': msg`does not support reduced sensitivity`,
  'Supports Adverse Response': msg`supports an adverse response`,
  'Does Not Support Adverse Response': msg`does not support an adverse response`,
};

export const levelWords: Dictionary = {
  A: msg`A: validated`,
  B: msg`B: clinical study`,
  C: msg`C: case study`,
  D: msg`D: preclinical`,
  E: msg`E: inferential`,
};
