import { lintBounds } from '../../criterion/range.ts';
import { type Report, within } from '../../problem.ts';
import type { Tree } from '../../tree.ts';
import { meaning as biomarker } from '../biomarker/meaning.ts';
import { meaning as outcome } from '../outcome/meaning.ts';
import { meaning as treatment } from '../treatment/meaning.ts';
import type { TimeEvent } from './event.ts';
import { LAST, MOST_DAYS, MOST_NTH, MOST_TIMES, type Time, type TimeLeaf } from './form.ts';

const lintEvent = (event: TimeEvent, at: string, report: Report): void => {
  if ('mark' in event) return;
  const own =
    (kind: string): Report =>
    (code, place, message, severity) =>
      report(code, within(within(at, kind), place), message, severity);
  if ('treatment' in event) treatment.lint(event.treatment, own('treatment'));
  else if ('biomarker' in event) biomarker.lint(event.biomarker, own('biomarker'));
  else outcome.lint(event.outcome, own('outcome'));
};

const isOneOf = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

export const lintIndex = ({ event, nth = 1 }: Time['index'], report: Report): void => {
  lintEvent(event, 'index.event', report);
  if (nth !== LAST && !isOneOf(nth, 1, MOST_NTH))
    report('out-of-range', 'index.nth', {
      en: `Give a number from 1 to ${MOST_NTH}, or the last.`,
      zh: `请填写1至${MOST_NTH}，或选末次。`,
    });
  if (nth === LAST && !('mark' in event))
    report(
      'immortal-time',
      'index.nth',
      {
        en: 'Which is the last is known only when no other follows: by delayed entry, or from a landmark, nobody is in the cohort.',
        zh: '是否末次须待其后不再有同类事件方能确定：按延迟进入或界标法比较时，此队列无人。',
      },
      'warning',
    );
};

/** What is wanted to happen after the index event: who has it lived until it. */
const isWantedAfter = (leaf: TimeLeaf): boolean => {
  if ('observed' in leaf || ('mark' in leaf.occurs.event && leaf.occurs.event.mark !== 'DIAGNOSIS'))
    return false;
  const { to, times } = leaf.occurs;
  return (times?.from ?? (times === undefined ? 1 : 0)) > 0 && (to === undefined || to > 0);
};

export const lintImmortal = (leaves: readonly TimeLeaf[], report: Report): void => {
  if (leaves.some(isWantedAfter))
    report(
      'immortal-time',
      'meets',
      {
        en: 'Decided by what comes after the index event: who has it lived until it. Survival is compared from the day on which all of it is known.',
        zh: '由起点之后的事件决定：满足者必已存活至该事件。生存比较自全部条件已明之日起算。',
      },
      'warning',
    );
};

export const lintLeaf = (
  leaf: TimeLeaf,
  index: Time['index'],
  path: string,
  report: Report,
): void => {
  if ('observed' in leaf) {
    const { before, after } = leaf.observed;
    lintBounds(
      { ...(before === undefined ? {} : { from: before }) },
      [0, MOST_DAYS],
      report,
      within(path, 'observed.before'),
    );
    lintBounds(
      { ...(after === undefined ? {} : { from: after }) },
      [0, MOST_DAYS],
      report,
      within(path, 'observed.after'),
    );
    if ((after ?? 0) > 0)
      report(
        'immortal-time',
        within(path, 'observed.after'),
        {
          en: `Who dies within ${after} days after the index event is left out: count survival from day ${after}, not from the event.`,
          zh: `将排除起点后${after}天内死亡者：生存时间应自第${after}天起算，而非自该事件起算。`,
        },
        'warning',
      );
    return;
  }
  const at = within(path, 'occurs');
  const { event, from, to, times } = leaf.occurs;
  lintEvent(event, within(at, 'event'), report);
  lintBounds(leaf.occurs, [-MOST_DAYS, MOST_DAYS], report, at);
  if (times !== undefined) {
    lintBounds(times, [0, MOST_TIMES], report, within(at, 'times'));
    if ((times.from ?? 0) === 0 && times.to === undefined)
      report('nothing-asked', within(at, 'times'), {
        en: 'Any number of times asks nothing.',
        zh: '任意次数等于未设条件。',
      });
  }
  const isDeath = (one: TimeEvent) => 'mark' in one && one.mark === 'DEATH';
  const wanted = (times?.from ?? (times === undefined ? 1 : 0)) > 0;
  const after = (from ?? 0) > 0;
  if (wanted && ((after && isDeath(index.event)) || (isDeath(event) && to !== undefined && to < 0)))
    report(
      'never-true',
      at,
      { en: 'Nothing comes after a death.', zh: '死亡之后不再有事件。' },
      'warning',
    );
};

const timesOf = (leaf: TimeLeaf): readonly [least: number, most: number] => {
  const times = 'occurs' in leaf ? leaf.occurs.times : undefined;
  return times === undefined ? [1, Infinity] : [times.from ?? 0, times.to ?? Infinity];
};

/** The same event in the same days, so often and at once so seldom that no number is both. */
export const lintTogether = (of: readonly Tree<TimeLeaf>[], path: string, report: Report): void => {
  const leaves = of.flatMap((node, i) => ('occurs' in node ? [{ node, i }] : []));
  const key = ({ occurs: { times: _, ...rest } }: Extract<TimeLeaf, { occurs: unknown }>) =>
    JSON.stringify(rest);
  for (const [, same] of Map.groupBy(leaves, ({ node }) => key(node))) {
    const least = Math.max(...same.map(({ node }) => timesOf(node)[0]));
    const most = Math.min(...same.map(({ node }) => timesOf(node)[1]));
    if (least > most)
      report(
        'never-true',
        within(path, `all.${same.at(-1)?.i ?? 0}`),
        {
          en: 'Contradicts how often the same is asked beside it.',
          zh: '与并列的同一事件的次数要求矛盾。',
        },
        'warning',
      );
  }
};
