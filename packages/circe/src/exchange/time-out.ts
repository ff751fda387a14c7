import { LAST, type Occurs, type Time, type TimeTree } from '@nodp/cohorts';
import { branchOf, placeIn } from '@nodp/cohorts/engine';
import type { Correlated, Group } from '../schema/criteria.ts';
import type { Endpoint, Occurrence } from '../schema/window.ts';
import { eventOut } from './events-out.ts';
import { allOf, grouped, single } from './groups.ts';
import type { Take } from './note.ts';
import type { Collector } from './own-concepts.ts';

const edge = (days: number | undefined, open: -1 | 1): Endpoint =>
  days === undefined ? { Coeff: open } : { Days: Math.abs(days), Coeff: days < 0 ? -1 : 1 };

/** How often, as one or two conditions: circe counts from one side. */
const timesOut = (times: Occurs['times']): Occurrence[] => {
  const { from = times?.to === undefined ? 1 : 0, to } = times ?? {};
  if (to === undefined) return [{ Type: 2, Count: from, IsDistinct: false }];
  if (from === to) return [{ Type: 0, Count: to, IsDistinct: false }];
  return [
    ...(from > 0 ? [{ Type: 2 as const, Count: from, IsDistinct: false }] : []),
    { Type: 1, Count: to, IsDistinct: false },
  ];
};

const occursOut = (occurs: Occurs, sets: Collector, at: string, take: Take): Group | null => {
  const { event, from, to, times, measure = 'START', since = 'START' } = occurs;
  if (measure === 'OVERLAP') {
    take('LEFT_OUT', `${at}.measure`, 'circe has no overlap of days.', 'circe 没有“时间重叠”。');
    return null;
  }
  const Criteria = eventOut(event, sets, `${at}.event`, take);
  if (Criteria === null) return null;
  return allOf(
    timesOut(times).map(
      (Occurrence): Correlated => ({
        Criteria,
        StartWindow: {
          Start: edge(from, -1),
          End: edge(to, 1),
          UseIndexEnd: since === 'END',
          UseEventEnd: measure === 'END',
        },
        Occurrence,
        RestrictVisit: false,
        IgnoreObservationPeriod: false,
      }),
    ),
  );
};

const meetsOut = (tree: TimeTree, sets: Collector, at: string, take: Take): Group | null => {
  const branch = branchOf(tree);
  if (branch !== null)
    return grouped(
      branch,
      branch.of.map((each, i) => meetsOut(each, sets, `${at}.${placeIn(branch, i)}`, take)),
    );
  if ('occurs' in tree) return occursOut(tree.occurs, sets, `${at}.occurs`, take);
  take(
    'LEFT_OUT',
    `${at}.observed`,
    'Days under observation are asked by circe of the entry event alone.',
    'circe 只对起始事件要求观察天数。',
  );
  return null;
};

/** What happens around an event, as a group of the diagnosis; null where nothing of it can be said. */
export const timeOut = (
  { index, meets }: Time,
  sets: Collector,
  at: string,
  take: Take,
): Group | null => {
  const around = meetsOut(meets, sets, `${at}.meets`, take);
  if ('mark' in index.event && index.event.mark === 'DIAGNOSIS') return around;
  const { nth = 1 } = index;
  if (nth !== 1) {
    take(
      'LEFT_OUT',
      `${at}.index.nth`,
      nth === LAST
        ? 'circe has no last event around another.'
        : 'circe has the first of events alone.',
      nth === LAST ? 'circe 的相关条件没有“最后一次”。' : 'circe 只能指定第一次事件。',
    );
    return null;
  }
  const criterion = eventOut(index.event, sets, `${at}.index.event`, take);
  if (criterion === null) return null;
  take(
    'APPROXIMATE',
    `${at}.index`,
    'circe takes the first event of the person, not the first since the case.',
    'circe 取本人的第一次事件，而不是该病例以来的第一次。',
  );
  const [[name, value] = ['Death', {}]] = Object.entries(criterion);
  const first = name === 'Death' ? value : { ...value, First: true };
  return single({
    [name]: around === null ? first : { ...first, CorrelatedCriteria: around },
  });
};
