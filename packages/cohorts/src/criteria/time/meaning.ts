import type { CriterionMeaning } from '../../criterion/module.ts';
import type { Around, Happening, Timeline } from '../../criterion/timeline.ts';
import { dated } from '../../criterion/where.ts';
import { lintTree } from '../../lint-tree.ts';
import { printTree } from '../../print-tree.ts';
import { within } from '../../problem.ts';
import { branchOf, leavesOf, nodeOf, type Tree } from '../../tree.ts';
import { meaning as biomarker } from '../biomarker/meaning.ts';
import { meaning as outcome } from '../outcome/meaning.ts';
import { meaning as treatment } from '../treatment/meaning.ts';
import type { TimeEvent } from './event.ts';
import { form, type Time, type TimeLeaf, type TimeTree } from './form.ts';
import { lintImmortal, lintIndex, lintLeaf, lintTogether } from './lint.ts';
import { indexLabel, leafLabel } from './words.ts';

const LIMITS = { levels: 5, nodes: 30 } as const;

const happening = (event: TimeEvent): Happening => {
  if ('mark' in event) return { kind: 'mark', mark: event.mark };
  const where = dated(
    'treatment' in event
      ? treatment.where(event.treatment)
      : 'biomarker' in event
        ? biomarker.where(event.biomarker)
        : outcome.where(event.outcome),
  );
  if (where.kind !== 'event') throw new TypeError('An event is asked of one table.');
  return where;
};

const aroundOf = (leaf: TimeLeaf): Around => {
  if ('observed' in leaf) {
    const { before = 0, after = 0 } = leaf.observed;
    return { kind: 'observed', observed: { before, after } };
  }
  const { event, from, to, times = { from: 1 }, measure = 'START', since = 'START' } = leaf.occurs;
  return {
    kind: 'occurs',
    occurs: {
      of: happening(event),
      from: from ?? null,
      to: to ?? null,
      by: measure,
      since,
      least: times.from ?? 0,
      most: times.to ?? null,
    },
  };
};

const treeOf = (tree: TimeTree): Tree<Around> => {
  const branch = branchOf(tree);
  return branch === null
    ? aroundOf(tree as TimeLeaf)
    : nodeOf({ ...branch, of: branch.of.map(treeOf) });
};

const timelineOf = ({ index: { event, nth = 1 }, meets }: Time): Timeline => ({
  index: { of: happening(event), nth: 'mark' in event ? 1 : nth },
  meets: treeOf(meets),
});

const ANYTHING = { en: '', zh: '' };

export const meaning: CriterionMeaning<Time> = {
  lint: (value, report) => {
    if (!form.asks(value))
      report('nothing-asked', '', {
        en: 'Name an event, and what comes before or after it.',
        zh: '请指定事件及其前后的其他事件。',
      });
    lintIndex(value.index, report);
    lintImmortal(leavesOf(value.meets), report);
    lintTree(
      value.meets,
      LIMITS,
      {
        leaf: (leaf, path) => lintLeaf(leaf, value.index, within('meets', path), report),
        together: (of, path) => lintTogether(of, within('meets', path), report),
      },
      (code, at, message, severity) => report(code, within('meets', at), message, severity),
    );
  },
  print: ({ index, meets }) => {
    const [of, around] = [indexLabel(index), printTree(meets, leafLabel, ANYTHING)];
    return around.en === ''
      ? { en: `had ${of.en}`, zh: `有${of.zh}` }
      : { en: `counted from ${of.en}: [${around.en}]`, zh: `以${of.zh}为起点：【${around.zh}】` };
  },
  where: (value) => ({ kind: 'timeline', timeline: timelineOf(value) }),
};
