/** What lies around an index event: events and observation, put together, groups in groups. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiClose, mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { type Branch, branchOf, nodeOf, type TimeLeaf, type TimeTree } from '@nodp/cohorts';
import { Icon } from '../../../../design/icon.tsx';
import { Joined } from '../joined.tsx';
import { NumberField } from './range.tsx';
import { OccursEditor } from './time-occurs.tsx';

/** Groups within groups that the page offers to make; an address may hold more. */
const MOST_LEVELS = 3;

const NEW_EVENT: TimeLeaf = { occurs: { event: { treatment: {} }, from: 1 } };
const NEW_OBSERVATION: TimeLeaf = { observed: { before: 365 } };

/** A leaf that stands alone is one of all. */
const groupOf = (tree: TimeTree): Branch<TimeLeaf> =>
  branchOf(tree) ?? { kind: 'all', count: 0, of: [tree] };

export function TimeGroup({
  tree,
  level = 1,
  onChange,
}: {
  tree: TimeTree;
  level?: number;
  onChange: (tree: TimeTree) => void;
}) {
  const { t } = useLingui();
  const group = groupOf(tree);
  const put = (of: readonly TimeTree[]) => onChange(nodeOf({ ...group, of }));
  const add = (child: TimeTree) => put([...group.of, child]);
  return (
    <Stack sx={{ gap: 1 }}>
      {(group.of.length > 1 || group.kind !== 'all') && (
        <Joined branch={group} onChange={(branch) => onChange(nodeOf(branch))} />
      )}
      {group.of.map((child, at) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
          key={at}
          sx={{
            display: 'flex',
            gap: 0.5,
            borderLeft: '3px solid',
            borderLeftColor: 'divider',
            pl: 1,
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Around
              node={child}
              level={level}
              onChange={(changed) => put(group.of.map((each, i) => (i === at ? changed : each)))}
            />
          </Box>
          <IconButton
            aria-label={t`Remove condition ${at + 1}`}
            onClick={() => put(group.of.filter((_, i) => i !== at))}
            sx={{ alignSelf: 'start' }}
          >
            <Icon path={mdiClose} sx={{ fontSize: 18 }} />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
        <Button size="small" startIcon={<Icon path={mdiPlus} />} onClick={() => add(NEW_EVENT)}>
          <Trans>Event</Trans>
        </Button>
        <Button
          size="small"
          startIcon={<Icon path={mdiPlus} />}
          onClick={() => add(NEW_OBSERVATION)}
        >
          <Trans>Days observed</Trans>
        </Button>
        {level < MOST_LEVELS && (
          <Button
            size="small"
            startIcon={<Icon path={mdiPlus} />}
            onClick={() => add({ any: [NEW_EVENT] })}
          >
            <Trans>Group</Trans>
          </Button>
        )}
      </Box>
    </Stack>
  );
}

function Around({
  node,
  level,
  onChange,
}: {
  node: TimeTree;
  level: number;
  onChange: (node: TimeTree) => void;
}) {
  const { t } = useLingui();
  if (branchOf(node) !== null)
    return <TimeGroup tree={node} level={level + 1} onChange={onChange} />;
  const leaf = node as TimeLeaf;
  if ('occurs' in leaf)
    return <OccursEditor occurs={leaf.occurs} onChange={(occurs) => onChange({ occurs })} />;
  const { before, after } = leaf.observed;
  const set = (days: { before?: number | null; after?: number | null }) => {
    const { before: b, after: a } = { before, after, ...days };
    onChange({
      observed: {
        ...(b === undefined || b === null ? {} : { before: b }),
        ...(a === undefined || a === null ? {} : { after: a }),
      },
    });
  };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <NumberField
        label={t`Observed before, days`}
        name={t`Days observed before the index event`}
        value={before ?? null}
        onChange={(days) => set({ before: days })}
      />
      <NumberField
        label={t`Followed after, days`}
        name={t`Days followed after the index event`}
        value={after ?? null}
        onChange={(days) => set({ after: days })}
      />
    </Box>
  );
}
