/** What waits to be done for a patient at the reader's institution, what was done and what was noted; asked for after the page. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { formatInstant } from '../../../format/date.ts';
import type { NoteDetailFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { NotesPanel } from '../notes/panel.tsx';
import { choicesQuery, type PatientTask, patientTasksQuery, waitingQuery } from './data.ts';
import { RowActions } from './row-actions.tsx';
import { actWords, resultWords, stateWords } from './words.ts';

export function TasksPanel(props: { patientId: string; name: string }) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('task:act')) return null;
  return me.scopes.includes('board:act') ? <WithBoard {...props} /> : <Alone {...props} />;
}

interface Whose {
  readonly patientId: string;
  readonly name: string;
}

function Alone(props: Whose) {
  const { data, ...asked } = useQuery(patientTasksQuery(props.patientId));
  return <Waiting {...props} asked={asked} tasks={data?.tasks ?? []} notes={data?.notes ?? []} />;
}

/** The board's panel asks the same question. */
function WithBoard(props: Whose) {
  const { data, ...asked } = useQuery(waitingQuery(props.patientId));
  return <Waiting {...props} asked={asked} tasks={data?.tasks ?? []} notes={data?.notes ?? []} />;
}

/** What one question brought: tasks, and below them what was noted. */
function Waiting({
  asked: { isPending, error },
  tasks,
  notes,
  ...whose
}: Whose & {
  asked: { readonly isPending: boolean; readonly error: Error | null };
  tasks: readonly PatientTask[];
  notes: readonly NoteDetailFragment[];
}) {
  if (isPending) return null;
  return (
    <>
      <Tasks {...whose} tasks={tasks} error={error} />
      {error === null && <NotesPanel patientId={whose.patientId} notes={notes} />}
    </>
  );
}

function Tasks({
  patientId,
  name,
  tasks,
  error,
}: Whose & { tasks: readonly PatientTask[]; error: Error | null }) {
  const { t } = useLingui();
  const kinds = useQuery(choicesQuery).data?.worklistCounts ?? [];
  return (
    <Panel title={t`Tasks`}>
      {error ? (
        <Typography role="alert">
          <Trans>The tasks could not be read:</Trans> {error.message}
        </Typography>
      ) : tasks.length === 0 ? (
        <Trans>Nothing waits to be done</Trans>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
          {tasks.slice(0, 10).map((task) => (
            <OneTask key={task.id} task={task}>
              <RowActions task={task} kinds={kinds} name={name} patientId={patientId} />
            </OneTask>
          ))}
        </Box>
      )}
    </Panel>
  );
}

function OneTask({ task, children }: { task: PatientTask; children: React.ReactNode }) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <Box component="li" sx={{ mb: 1.25 }}>
      <strong>{label(task.title)}</strong> · {task.due} · {i18n._(stateWords[task.state])}
      {task.result && ` · ${i18n._(resultWords[task.result])}`}
      <Box>{label(task.why)}</Box>
      {task.history.map(({ act, at, by, assignee, snoozedUntil, result, note }) => (
        <Typography key={at} variant="caption" component="div">
          {formatInstant(at)} · {i18n._(actWords[act])}
          {by && ` · ${label(by.name)}`}
          {assignee && ` → ${label(assignee.name)}`}
          {snoozedUntil && ` → ${snoozedUntil}`}
          {result && ` · ${i18n._(resultWords[result])}`}
          {note && ` · ${note}`}
        </Typography>
      ))}
      {children}
    </Box>
  );
}
