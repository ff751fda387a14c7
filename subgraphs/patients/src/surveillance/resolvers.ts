import { encodeId } from '@nodp/graph';
import { MARKERS } from '@nodp/oncology';
import type { RecurrenceAlertResolvers } from '../generated/resolvers.ts';
import { citedRule } from './cited-rule.ts';

const nameOf = (marker: string) =>
  MARKERS.find(({ id }) => id === marker)?.name ?? { en: marker, zh: marker };

export const RecurrenceAlert: RecurrenceAlertResolvers = {
  id: ({ patientId, id }) => encodeId('RecurrenceAlert', patientId, id),
  name: ({ marker }) => nameOf(marker),
  rule: ({ ruleId, ruleVersion, marker }) =>
    citedRule(ruleId, ruleVersion, new Set(), marker) ?? {
      // Of a version whose rule is no more.
      id: ruleId,
      title: { en: ruleId, zh: ruleId },
      source: { en: '—', zh: '—' },
      version: ruleVersion,
      mark: 'DRAFT',
    },
  explanation: ({ explanation }) => [...explanation],
  couldBe: ({ couldBe }) => [...couldBe],
};
