import { CRITICAL_LIMITS, CRITICAL_VALUE } from '@nodp/oncology';
import { analyte, analyteOfLoinc } from '@nodp/terminology/loinc';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import type { Asked, Found, TaskKindModule } from '../kind.ts';

/** A value older than this raises nothing: whoever was in danger then is not reached now. */
const DAYS = 30;

/** LOINC codes of what may be critical. */
export const CRITICAL_CODES: readonly string[] = CRITICAL_LIMITS.flatMap(
  (limits) => analyte(limits.analyte)?.loinc ?? [],
);

const find = ({ critical }: TaskFacts, { today, rules }: Asked): Found => {
  if (!rules.has(CRITICAL_VALUE.id)) return { tasks: [], recheckOn: null };
  const since = addDays(today, -DAYS);
  const found = critical.flatMap((result) => {
    const known = analyteOfLoinc(result.code);
    if (known === null || result.unit !== known.unit || result.on < since) return [];
    const { value, explanation } = CRITICAL_VALUE.decide({
      analyte: known.id,
      value: result.value,
      comparator: result.comparator,
    });
    return (value as { critical: boolean } | null)?.critical === true
      ? [{ ...result, known, explanation }]
      : [];
  });
  return {
    recheckOn:
      found
        .map(({ on }) => addDays(on, DAYS + 1))
        .toSorted()
        .at(0) ?? null,
    tasks: found.map(({ id, institutionId, on, value, comparator, unit, known, explanation }) => {
      const said = `${comparator ?? ''}${value} ${unit}`;
      return {
        institutionId,
        subject: id,
        dueOn: on,
        ruleId: CRITICAL_VALUE.id,
        ruleVersion: CRITICAL_VALUE.version,
        why: {
          en: `${known.label.en} ${said} on ${on}. ${explanation.map(({ en }) => en).join(' ')}`,
          zh: `${on} ${known.label.zh} ${said}。${explanation.map(({ zh }) => zh).join('')}`,
        },
      };
    }),
  };
};

/** A laboratory value that is told at once, at the institution that recorded it, until a clinician says that it was read. */
export const criticalValue: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Critical value unread', zh: '危急值待确认' },
  results: ['ACKNOWLEDGED', 'ACTED'],
  noted: ['ACTED'],
  undone: false,
  find,
};
