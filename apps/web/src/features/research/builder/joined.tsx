/** How several conditions are put together: all, any, none, so many or more, so many or fewer of them. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { Branch } from '@nodp/cohorts';
import { NumberField } from './editors/range.tsx';
import { NativeChoice } from './native-choice.tsx';

const WAYS = ['all', 'any', 'none', 'atLeast', 'atMost'] as const;
type Way = (typeof WAYS)[number];

const wayOf = ({ kind, count }: Pick<Branch<object>, 'kind' | 'count'>): Way =>
  kind === 'not' || (kind === 'atMost' && count === 0) ? 'none' : kind;

export function Joined<Leaf>({
  branch,
  onChange,
}: {
  branch: Branch<Leaf>;
  onChange: (branch: Branch<Leaf>) => void;
}) {
  const { t } = useLingui();
  const way = wayOf(branch);
  const words: Record<Way, string> = {
    all: t`All of these`,
    any: t`Any of these`,
    none: t`None of these`,
    atLeast: t`At least`,
    atMost: t`At most`,
  };
  const counted = way === 'atLeast' || way === 'atMost';
  const put = (chosen: Way, count: number) =>
    onChange({
      ...branch,
      kind: chosen === 'none' ? 'atMost' : chosen,
      count: chosen === 'none' || chosen === 'all' || chosen === 'any' ? 0 : count,
    });
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <NativeChoice
        label={t`Put together by`}
        value={way}
        choices={WAYS.map((value) => ({ value, words: words[value] }))}
        onChange={(chosen) => put(chosen, Math.max(1, branch.count))}
      />
      {counted && (
        <NumberField
          label={t`How many`}
          name={t`How many`}
          value={branch.count}
          onChange={(count) => put(way, count ?? 1)}
        />
      )}
    </Box>
  );
}
