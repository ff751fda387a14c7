/** A worklist: what waits, for whom, why and by when; chosen tasks are assigned, put off, done. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Filters } from '../../../design/filters/filters.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { SelectBox } from '../../../design/filters/select-box.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import type { Sorting } from '../../../design/table/model.ts';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { ChosenActions } from './chosen-actions.tsx';
import { useTaskColumns } from './columns.tsx';
import { askedOf, choicesQuery, type ListedTask, STATES } from './data.ts';
import { stateWords } from './words.ts';

const pageSize = 50;

type Asked = ReturnType<typeof askedOf> & { first: number; after: string | null };
export type ReadTasks = (
  variables: Asked,
  signal: AbortSignal,
) => Promise<{
  edges: { node: ListedTask }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}>;

export function Worklist({ read }: { read: ReadTasks }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const asked = askedOf(search);
  const choices = useQuery(choicesQuery).data;
  const paged = usePaged<ListedTask>(['tasks', 'list', asked], (after, signal) =>
    read({ ...asked, first: pageSize, after }, signal),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What left the list is no more chosen.
  const here = useMemo(
    () => paged.rows.filter(({ id, state }) => chosen.has(id) && state !== 'DONE'),
    [paged.rows, chosen],
  );
  const choose = (id: string, on: boolean) =>
    setChosen((former) => {
      const next = new Set(former);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const columns = useTaskColumns({
    chosen,
    choose,
    rows: paged.rows,
    kinds: choices?.worklistCounts ?? [],
  });
  const sorting: Sorting = [
    asked.order === 'RAISED' ? { id: 'raised', desc: true } : { id: 'due', desc: false },
  ];
  return (
    <>
      <PageHeader title={t`Tasks`} detail={<Waiting />} />
      <TaskFilters />
      {here.length > 0 && (
        <ChosenActions
          ids={here.map(({ id }) => id)}
          colleagues={choices?.taskColleagues ?? []}
          onDone={() => setChosen(new Set())}
        />
      )}
      <PagedTable
        paged={paged}
        label={t`Tasks`}
        columns={columns}
        rowKey={({ id }) => id}
        sorting={sorting}
        onSort={([by]) => set({ sort: by?.id === 'raised' ? '-raised' : undefined })}
        empty={
          asked.state === 'OPEN' && asked.kind === null && asked.assignee === null ? (
            <Trans>Nothing waits to be done</Trans>
          ) : (
            <Trans>No task meets these conditions</Trans>
          )
        }
      />
    </>
  );
}

/** Open tasks, and how many of them are late. */
function Waiting() {
  const { data, error } = useQuery(choicesQuery);
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  if (!data) return null;
  const sum = (of: 'open' | 'overdue') => data.worklistCounts.reduce((n, one) => n + one[of], 0);
  const [open, overdue] = [sum('open'), sum('overdue')];
  return (
    <span role="status">
      <Plural
        value={open}
        one={`${formatCount(open)} task waits`}
        other={`${formatCount(open)} tasks wait`}
      />
      {overdue > 0 && (
        <strong>
          {' · '}
          <Plural
            value={overdue}
            one={`${formatCount(overdue)} overdue`}
            other={`${formatCount(overdue)} overdue`}
          />
        </strong>
      )}
    </span>
  );
}

function TaskFilters() {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const asked = askedOf(search);
  const { data } = useQuery(choicesQuery);
  const kinds = (data?.worklistCounts ?? []).map(({ kind, title, open }) => ({
    value: kind,
    words: `${label(title)} (${formatCount(open)})`,
  }));
  const box = { minWidth: 128, flex: { xs: '1 1 40%', sm: '0 1 auto' } };
  return (
    <Filters names={['kind', 'state', 'with']}>
      <SelectBox
        label={t`Kind of task`}
        choices={kinds}
        chosen={asked.kind === null ? [] : [asked.kind]}
        onChange={([kind]) => set({ kind })}
        sx={box}
      />
      <SelectBox
        label={t`Status`}
        choices={STATES.map((value) => ({ value, words: i18n._(stateWords[value]) }))}
        chosen={[asked.state]}
        onChange={([state]) => set({ state: state === 'OPEN' ? undefined : state })}
        sx={box}
      />
      <SelectBox
        label={t`With`}
        choices={[
          { value: 'ME', words: t`me` },
          { value: 'NOBODY', words: t`nobody` },
        ]}
        chosen={asked.assignee === null ? [] : [asked.assignee]}
        onChange={([one]) => set({ with: one })}
        sx={box}
      />
    </Filters>
  );
}
