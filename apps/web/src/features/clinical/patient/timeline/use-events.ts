/** A patient's events in the language of the page. */
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useCodeWords } from '../../../../design/code-words.ts';
import { trendWords } from '../../../../design/words.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { eventsOf, type Say } from './events.ts';
import type { TimelineEvent } from './layout.ts';

export function useEvents(patient: Patient): TimelineEvent[] {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for its words
  return useMemo(() => {
    const say: Say = {
      label,
      status: (status) => code('status', status),
      trend: (trend) => i18n._(trendWords[trend]),
      line: (n) => t`line ${n}`,
      fractions: (n) => t`${plural(n, { one: '# fraction', other: '# fractions' })}`,
      death: t`Death`,
      ongoing: t`ongoing`,
      endedWithDeath: t`Ended with death`,
    };
    return eventsOf(patient, say, Date.now());
  }, [patient, i18n.locale]);
}
