/** Several conditions put together as one. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import {
  type Asking,
  askingIn,
  type Branch,
  branchOf,
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  kindOf,
  nodeOf,
  type Step,
} from '@nodp/cohorts';
import type { ComponentType } from 'react';
import type { OpenBounds } from '../definition/asked.ts';
import { AddCriterion } from './add-criterion.tsx';
import { Joined } from './joined.tsx';

interface CardProps {
  step: Step;
  years: OpenBounds;
  problems: [];
  onChange: (step: Step) => void;
  onRemove: () => void;
}

const EMPTY: Branch<Criterion> = { kind: 'any', count: 0, of: [] };

export function Group({
  group,
  years,
  onChange,
  Card,
}: {
  group: Asking;
  years: OpenBounds;
  onChange: (group: Asking) => void;
  /** What shows one condition: it shows groups as well, so that it cannot be imported here. */
  Card: ComponentType<CardProps>;
}) {
  const { t } = useLingui();
  const branch: Branch<Criterion> = branchOf(group as CohortDefinition) ?? EMPTY;
  const put = (changed: Branch<Criterion>) => onChange(nodeOf(changed) as Asking);
  const of = branch.of as readonly Step[];
  const add = (step: Step) => put({ ...branch, of: [...of, step] });
  return (
    <Stack sx={{ gap: 1 }}>
      <Joined branch={branch} onChange={put} />
      <Box
        component="ul"
        aria-label={t`Criteria of the group`}
        sx={{ m: 0, p: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
      >
        {of.map((step, at) => (
          <Card
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
            key={`${at} ${kindOf(askingIn(step))}`}
            step={step}
            years={years}
            problems={[]}
            onChange={(changed) =>
              put({ ...branch, of: of.map((each, i) => (i === at ? changed : each)) })
            }
            onRemove={() => put({ ...branch, of: of.filter((_, i) => i !== at) })}
          />
        ))}
      </Box>
      <AddCriterion
        onAdd={(kind) => add(criterionOf(kind, formOf(kind).blank as never))}
        onGroup={() => add({ any: [] })}
      />
    </Stack>
  );
}
