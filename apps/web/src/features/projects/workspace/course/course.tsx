/** The course of one de-identified person, in days from the first diagnosis. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { type ChartColumn, ChartFrame } from '../../../../charts/chart-frame.tsx';
import { useSearchState } from '../../../../design/filters/search-state.ts';
import { Empty } from '../../../../design/states.tsx';
import { AnswerNotes, Watermark } from '../answer.tsx';
import { Asked } from '../asked.tsx';
import type { Answer, Workspace } from '../queries.ts';
import { CourseDrawing, type ToldEvent } from './drawing.tsx';
import { eventsOf } from './events.ts';
import { courseStatement } from './statement.ts';
import { laneWords, useCourseWords } from './words.ts';

export function Course({ workspace, project }: { workspace: Workspace; project: string }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const person = search.person ?? '';
  const [typed, setTyped] = useState(person);
  const sql = courseStatement(workspace.tables, person);
  const any = courseStatement(workspace.tables, '0'.repeat(16)) !== null;
  if (!any)
    return (
      <Empty>
        <Trans>
          A course needs rows of treatments, biomarkers, laboratory results, outcomes, follow-up or
          tumours with their days; none were granted.
        </Trans>
      </Empty>
    );
  return (
    <>
      <Stack
        component="form"
        direction="row"
        onSubmit={(event) => {
          event.preventDefault();
          set({ person: typed.trim() || undefined });
        }}
        sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}
      >
        <TextField
          size="small"
          label={t`Key of a person`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{ htmlInput: { maxLength: 16, spellCheck: false } }}
        />
        <Button type="submit" variant="outlined">
          <Trans>Show the course</Trans>
        </Button>
      </Stack>
      {person === '' ? (
        <Empty>
          <Trans>Choose a person: a column of the OncoPrint, or a key in a table of rows.</Trans>
        </Empty>
      ) : sql === null ? (
        <Empty>
          <Trans>A key has sixteen signs, digits and the letters a to f.</Trans>
        </Empty>
      ) : (
        <Asked project={project} release={workspace.release} sql={sql} key={person}>
          {(answer) => <Drawn answer={answer} person={person} />}
        </Asked>
      )}
    </>
  );
}

function Drawn({ answer, person }: { answer: Answer; person: string }) {
  const { t, i18n } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const wordsOf = useCourseWords();
  const events: ToldEvent[] = eventsOf(answer).map((event) => ({ ...event, ...wordsOf(event) }));
  if (events.length === 0)
    return (
      <Empty>
        <Trans>There is nothing of such a person among the rows that may be seen.</Trans>
      </Empty>
    );
  const columns: ChartColumn<ToldEvent>[] = [
    {
      header: t`Kind`,
      cell: ({ lane }) => i18n._(laneWords[lane]),
      text: ({ lane }) => i18n._(laneWords[lane]),
    },
    { header: t`What`, cell: ({ row }) => row, text: ({ row }) => row },
    { header: t`Says`, cell: ({ says }) => says || '—', text: ({ says }) => says },
    {
      header: t`First day`,
      align: 'right',
      cell: ({ day }) => day ?? '—',
      order: ({ day }) => day ?? Number.NEGATIVE_INFINITY,
      text: ({ day }) => day,
    },
    {
      header: t`Last day`,
      align: 'right',
      cell: ({ until }) => until ?? '—',
      order: ({ until }) => until ?? Number.NEGATIVE_INFINITY,
      text: ({ until }) => until,
    },
  ];
  return (
    <>
      <AnswerNotes answer={answer} minimumCell={0} />
      <Box sx={{ position: 'relative' }}>
        <ChartFrame
          title={t`Course of ${person}`}
          name={t({ message: 'Course', context: 'of a person' })}
          detail={t`Days from the first diagnosis, as far as granted and moved as an export of them would be; no dates`}
          facts={[[t`Seen by`, answer.mark]]}
          picture="png"
          chart={chart}
          columns={columns}
          rows={events}
        >
          <CourseDrawing
            events={events}
            chart={chart}
            label={t`Course of ${person}: ${events.length} events`}
          />
        </ChartFrame>
        <Watermark mark={answer.mark} />
      </Box>
    </>
  );
}
