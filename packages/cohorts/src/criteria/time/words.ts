import type { Label } from '@nodp/terminology';
import type { Mark } from '../../criterion/timeline.ts';
import { meaning as biomarker } from '../biomarker/meaning.ts';
import { meaning as outcome } from '../outcome/meaning.ts';
import { treatmentLabel } from '../treatment/meaning.ts';
import type { TimeEvent } from './event.ts';
import { LAST, type Occurs, type Time, type TimeLeaf } from './form.ts';

const MARK_LABELS: Readonly<Record<Mark, Label>> = {
  DIAGNOSIS: { en: 'diagnosis', zh: '诊断' },
  DEATH: { en: 'death', zh: '死亡' },
  END_OF_FOLLOW_UP: { en: 'end of follow-up', zh: '随访截止' },
};

const eventLabel = (event: TimeEvent): Label => {
  if ('mark' in event) return MARK_LABELS[event.mark];
  const { en, zh } =
    'treatment' in event
      ? treatmentLabel(event.treatment)
      : 'biomarker' in event
        ? biomarker.print(event.biomarker)
        : outcome.print(event.outcome);
  return { en: `“${en}”`, zh: `“${zh}”` };
};

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

/** Where a window lies, from the index event. */
const windowLabel = ({ from, to }: Pick<Occurs, 'from' | 'to'>, it: Label): Label => {
  if (from === undefined && to === undefined) return { en: 'at any time', zh: '任意时间' };
  if (from === 0 && to === 0) return { en: `on the day of ${it.en}`, zh: `${it.zh}当日` };
  if (from === undefined)
    return (to as number) < 0
      ? {
          en: `${days(-(to as number))} or more before ${it.en}`,
          zh: `${it.zh}前${-(to as number)}天及更早`,
        }
      : { en: `until ${days(to as number)} after ${it.en}`, zh: `${it.zh}后${to}天及以前` };
  if (to === undefined)
    return from > 0
      ? { en: `${days(from)} or more after ${it.en}`, zh: `${it.zh}后${from}天及以后` }
      : { en: `from ${days(-from)} before ${it.en} on`, zh: `${it.zh}前${-from}天起` };
  if (from >= 0)
    return { en: `${from} to ${days(to)} after ${it.en}`, zh: `${it.zh}后${from}至${to}天` };
  if (to <= 0)
    return { en: `${-to} to ${days(-from)} before ${it.en}`, zh: `${it.zh}前${-to}至${-from}天` };
  return {
    en: `from ${days(-from)} before to ${days(to)} after ${it.en}`,
    zh: `${it.zh}前${-from}天至其后${to}天`,
  };
};

/** How often: nothing where once is enough. */
const timesLabel = ({ from: least, to: most }: NonNullable<Occurs['times']>): Label => {
  const from = least ?? 0;
  if (most === 0) return { en: 'never', zh: '无' };
  if (most === from) return { en: `exactly ${most}×`, zh: `恰好${most}次` };
  if (most === undefined)
    return from <= 1 ? { en: '', zh: '有' } : { en: `at least ${from}×`, zh: `至少${from}次` };
  return from === 0
    ? { en: `at most ${most}×`, zh: `至多${most}次` }
    : { en: `${from} to ${most}×`, zh: `${from}至${most}次` };
};

const MEASURED: Readonly<Record<NonNullable<Occurs['measure']>, Label>> = {
  START: { en: '', zh: '' },
  END: { en: 'ending ', zh: '结束于' },
  OVERLAP: { en: 'going on ', zh: '持续期涉及' },
};

export const leafLabel = (leaf: TimeLeaf): Label => {
  if ('observed' in leaf) {
    const { before = 0, after = 0 } = leaf.observed;
    const parts = [
      ...(before > 0
        ? [{ en: `${days(before)} since the first diagnosis`, zh: `距首次诊断满${before}天` }]
        : []),
      ...(after > 0
        ? [{ en: `followed for ${days(after)} more`, zh: `其后随访满${after}天` }]
        : []),
    ];
    return { en: parts.map((p) => p.en).join(' and '), zh: parts.map((p) => p.zh).join('，且') };
  }
  const { event, times = { from: 1 }, measure = 'START', since = 'START' } = leaf.occurs;
  const it = since === 'END' ? { en: 'its end', zh: '其结束' } : { en: 'it', zh: '其' };
  const [what, when, often] = [eventLabel(event), windowLabel(leaf.occurs, it), timesLabel(times)];
  return {
    en: `${often.en === '' ? '' : `${often.en} `}${what.en} ${MEASURED[measure].en}${when.en}`,
    zh: `${MEASURED[measure].zh}${when.zh}${often.zh}${what.zh}`,
  };
};

export const indexLabel = ({ event, nth = 1 }: Time['index']): Label => {
  const { en, zh } = eventLabel(event);
  if ('mark' in event) return { en, zh };
  if (nth === LAST) return { en: `the last ${en}`, zh: `末次${zh}` };
  return nth === 1
    ? { en: `the first ${en}`, zh: `首次${zh}` }
    : { en: `the occurrence no. ${nth} of ${en}`, zh: `第${nth}次${zh}` };
};
