/** What a row of a worklist shows. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { AppLink } from '../../../design/links.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatDay, formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Choices, ListedTask } from './data.ts';
import { RowActions } from './row-actions.tsx';
import { resultWords, sectionOf, stateWords } from './words.ts';

interface Given {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string, on: boolean) => void;
  readonly rows: readonly ListedTask[];
  readonly kinds: Choices['worklistCounts'];
}

function Whose({ task, chosen, choose }: { task: ListedTask } & Pick<Given, 'chosen' | 'choose'>) {
  const { t } = useLingui();
  const label = useLabel();
  const { id, name, opens } = task.whose;
  const what = label(task.title);
  const waits = task.state === 'OPEN' || task.state === 'SNOOZED';
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      {waits && (
        <Checkbox
          size="small"
          checked={chosen.has(task.id)}
          onChange={(event) => choose(task.id, event.target.checked)}
          slotProps={{ input: { 'aria-label': t`Choose: ${name}, ${what}` } }}
          sx={{ p: 0.25 }}
        />
      )}
      {opens ? (
        <AppLink
          to="/clinical/patients/$patientId/{-$section}"
          params={{ patientId: id, section: sectionOf[task.kind] }}
          search={{}}
          preload={false}
          sx={{ fontWeight: 600 }}
        >
          {name}
        </AppLink>
      ) : (
        name
      )}
    </Box>
  );
}

function Standing({ task }: { task: ListedTask }) {
  const { i18n, t } = useLingui();
  return (
    <>
      {i18n._(stateWords[task.state])}
      {task.state === 'SNOOZED' && task.snoozedUntil && ` · ${t`until ${task.snoozedUntil}`}`}
      {task.result && ` · ${i18n._(resultWords[task.result])}`}
      {task.note && (
        <Typography variant="caption" component="span" sx={{ display: 'block' }}>
          {task.note}
        </Typography>
      )}
    </>
  );
}

export function useTaskColumns({ chosen, choose, kinds }: Given): Column<ListedTask>[] {
  const { t } = useLingui();
  const label = useLabel();
  const today = formatDay(Date.now());
  return [
    {
      id: 'patient',
      header: t`Patient`,
      width: 'minmax(150px, 1fr)',
      cell: (task) => <Whose task={task} chosen={chosen} choose={choose} />,
    },
    {
      id: 'kind',
      header: t`Task`,
      width: 'minmax(130px, .8fr)',
      wraps: true,
      cell: ({ kind, title }) =>
        kind === 'HELD_RECORD' ? (
          <AppLink to={'/data-centre/held/{-$heldId}' as string} search={{}} preload={false}>
            {label(title)}
          </AppLink>
        ) : (
          label(title)
        ),
    },
    {
      id: 'why',
      header: t`Why`,
      width: 'minmax(220px, 2.6fr)',
      wraps: true,
      cell: ({ why, ruleVersion }) => (
        <>
          {label(why)}
          <Typography variant="caption" component="span" sx={{ display: 'block' }}>
            {t`Version ${ruleVersion} of its rule`}
          </Typography>
        </>
      ),
    },
    {
      id: 'due',
      header: t({ message: 'Due', context: 'task' }),
      width: '120px',
      asked: true,
      wraps: true,
      cell: ({ due, state }) =>
        state === 'OPEN' && due < today ? (
          <strong>
            {due} · {t`overdue`}
          </strong>
        ) : (
          due
        ),
    },
    {
      id: 'with',
      header: t`With`,
      width: '120px',
      wraps: true,
      yields: 2,
      cell: ({ assignee }) => (assignee ? label(assignee.name) : t`nobody`),
    },
    {
      id: 'state',
      header: t`Status`,
      width: 'minmax(110px, .9fr)',
      wraps: true,
      yields: 1,
      cell: (task) => <Standing task={task} />,
    },
    {
      id: 'raised',
      header: t`Raised`,
      width: '148px',
      asked: true,
      yields: 3,
      cell: ({ raisedAt }) => formatInstant(raisedAt),
    },
    {
      id: 'act',
      header: t`Action`,
      width: '116px',
      wraps: true,
      cell: (task) => (
        <RowActions
          task={task}
          kinds={kinds}
          name={task.whose.name}
          patientId={task.whose.opens ? task.whose.id : null}
        />
      ),
    },
  ];
}
