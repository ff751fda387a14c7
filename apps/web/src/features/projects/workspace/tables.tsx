/** Granted tables: rows by filters and order, a page at a time, and persons by a column. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { useSettled } from '../../../design/use-settled.ts';
import { AnswerNotes, AnswerTable, type Sort } from './answer.tsx';
import { Asked } from './asked.tsx';
import { Bars } from './bars.tsx';
import { Filters } from './filters.tsx';
import type { Workspace } from './queries.ts';
import {
  countStatement,
  type Filter,
  MOST_PAGES,
  PAGE_SIZE,
  rowsStatement,
} from './statement-of.ts';

/** What is looked at: rows, or persons by a column that may only be counted. */
type View = 'ROWS' | 'COUNTS';

export function Tables({ workspace, project }: { workspace: Workspace; project: string }) {
  const { t } = useLingui();
  const [, set] = useSearchState();
  const { tables, release, minimumCell } = workspace;
  const [name, setName] = useState(tables[0]?.name ?? '');
  const [view, setView] = useState<View>('ROWS');
  const [filters, setFilters] = useState<readonly Filter[]>([]);
  const [sort, setSort] = useState<Sort | null>(null);
  const [page, setPage] = useState(0);
  const [by, setBy] = useState('');
  const settled = useSettled(filters, 600);
  const table = tables.find((one) => one.name === name) ?? tables[0];
  if (table === undefined) return null;
  const rows = workspace.rows === 'READY' ? table.columns.filter((one) => one.rows) : [];
  const counts = table.columns.filter((one) => one.counts);
  const shown: View = rows.length === 0 ? 'COUNTS' : counts.length === 0 ? 'ROWS' : view;
  const columns = shown === 'ROWS' ? rows : counts;
  const chosen = { table: table.name, filters: settled };
  const column = columns.find((one) => one.name === by) ?? columns[0];
  const begin = (work: () => void) => {
    work();
    setPage(0);
  };
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
        <TextField
          select
          size="small"
          label={t`Table`}
          value={table.name}
          sx={{ minWidth: 160 }}
          onChange={({ target }) =>
            begin(() => {
              setName(target.value);
              setFilters([]);
              setSort(null);
            })
          }
        >
          {tables.map((one) => (
            <MenuItem key={one.name} value={one.name}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
        {rows.length > 0 && counts.length > 0 && (
          <TextField
            select
            size="small"
            label={t`Columns`}
            value={shown}
            sx={{ minWidth: 200 }}
            onChange={({ target }) =>
              begin(() => {
                setView(target.value as View);
                setFilters([]);
                setSort(null);
              })
            }
          >
            <MenuItem value="ROWS">{t`whose rows may be seen`}</MenuItem>
            <MenuItem value="COUNTS">{t`by which persons may be counted`}</MenuItem>
          </TextField>
        )}
      </Stack>
      {columns.length === 0 || column === undefined ? (
        <Empty>
          <Trans>No column of this table may be seen or counted here</Trans>
        </Empty>
      ) : (
        <>
          <Filters
            columns={columns}
            filters={filters}
            onChange={(next) => begin(() => setFilters(next))}
          />
          <Panel
            title={<Trans>Persons by</Trans>}
            name={t`Persons by a column`}
            actions={
              <TextField
                select
                size="small"
                label={t`Column`}
                value={column.name}
                onChange={({ target }) => setBy(target.value)}
                sx={{ minWidth: 170 }}
              >
                {columns.map((one) => (
                  <MenuItem key={one.name} value={one.name}>
                    {one.name}
                  </MenuItem>
                ))}
              </TextField>
            }
          >
            <Asked
              {...{ project, release }}
              sql={countStatement(chosen, columns, column.name)}
              key={`bars ${shown}`}
            >
              {(answer) => (
                <>
                  <AnswerNotes answer={answer} minimumCell={minimumCell} />
                  {answer.rows.length === 0 ? (
                    <AnswerTable answer={answer} label={column.name} />
                  ) : (
                    <Bars answer={answer} label={column.name} />
                  )}
                </>
              )}
            </Asked>
          </Panel>
          {shown === 'ROWS' && (
            <Panel title={table.name}>
              <Asked {...{ project, release }} sql={rowsStatement(chosen, rows, { sort, page })}>
                {(answer) => (
                  <>
                    <AnswerNotes answer={answer} minimumCell={minimumCell} />
                    <AnswerTable
                      answer={{ ...answer, rows: answer.rows.slice(0, PAGE_SIZE) }}
                      label={table.name}
                      sort={sort}
                      onPerson={(person) => set({ person, tab: 'course' })}
                      onSort={(of) =>
                        begin(() =>
                          setSort(
                            sort?.column === of
                              ? { column: of, desc: !sort.desc }
                              : { column: of, desc: false },
                          ),
                        )
                      }
                    />
                    <Pages page={page} more={answer.rows.length > PAGE_SIZE} onPage={setPage} />
                  </>
                )}
              </Asked>
            </Panel>
          )}
        </>
      )}
    </>
  );
}

function Pages({
  page,
  more,
  onPage,
}: {
  page: number;
  more: boolean;
  onPage: (page: number) => void;
}) {
  const place = page + 1;
  const last = place >= MOST_PAGES;
  return (
    <Stack direction="row" sx={{ gap: 1, mt: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        <Trans>Former page</Trans>
      </Button>
      <span role="status">
        <Trans>Page {place}</Trans>
      </span>
      <Button size="small" disabled={!more || last} onClick={() => onPage(page + 1)}>
        <Trans>Next page</Trans>
      </Button>
      {more && last && <Trans>More rows are found by a filter.</Trans>}
    </Stack>
  );
}
