/** How marks of rules and values of inputs read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RuleMark } from '../../../../graph/generated/graphql.ts';

export const markWords: Record<RuleMark, MessageDescriptor> = {
  CONFIRMED: msg`confirmed by the clinical board`,
  SEEN: msg`read from its source, not confirmed by the board`,
  KNOWN: msg`known, not read again; not confirmed by the board`,
  DRAFT: msg`draft`,
};

/** Values of choices and flags; numbers read as they are. */
export const valueWords: Readonly<Record<string, MessageDescriptor>> = {
  true: msg`yes`,
  false: msg`no`,
  yes: msg`yes`,
  no: msg`no`,
  unknown: msg`not known`,
  positive: msg`positive`,
  negative: msg`negative`,
  none: msg`none`,
  mild: msg`mild`,
  'moderate-severe': msg`moderate to severe`,
  'grade 1-2': msg`grade 1 to 2`,
  'grade 3-4': msg`grade 3 to 4`,
  conservative: msg`conservative`,
  radical: msg`radical (operation or radiotherapy)`,
  hormone: msg`hormones alone`,
  stomach: msg`stomach`,
  pancreas: msg`pancreas`,
  lung: msg`lung`,
  lymphoma: msg`lymphoma`,
  gynaecological: msg`gynaecological`,
  bladder: msg`bladder`,
  testis: msg`testis`,
  other: msg`other`,
  low: msg`low`,
  medium: msg`medium`,
  high: msg`high`,
  intermediate: msg`intermediate`,
  'low-intermediate': msg`low-intermediate`,
  'high-intermediate': msg`high-intermediate`,
  favourable: msg`favourable`,
  poor: msg`poor`,
  excellent: msg`excellent`,
  good: msg`good`,
  'moderate I': msg`moderate I`,
  'moderate II': msg`moderate II`,
};

/** Parts of answers. */
export const partWords: Readonly<Record<string, MessageDescriptor>> = {
  score: msg`score`,
  points: msg`points`,
  grade: msg`grade`,
  group: msg`group`,
  risk: msg`risk`,
  cls: msg`class`,
  mALBI: msg`modified grade`,
};
