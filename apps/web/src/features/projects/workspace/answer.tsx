/** What a statement was answered: its rows beneath the project's mark, or counts with how they are protected. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import Typography from '@mui/material/Typography';
import { Empty } from '../../../design/states.tsx';
import type { Answer } from './queries.ts';

const NUMBERS = /INT|DOUBLE|FLOAT|DECIMAL/;

export interface Sort {
  readonly column: string;
  readonly desc: boolean;
}

/** The mark repeated over the rows: a picture of the screen tells whose it was. */
const behind = (mark: string): string => {
  const text = mark.replace(/[<>&"']/g, ' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="520" height="120"><text x="0" y="70" transform="rotate(-8 0 70)" font-family="sans-serif" font-size="13" fill="#808080" fill-opacity="0.28">${text}</text></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

/** Lies over what shows rows, beneath no pointer. */
export function Watermark({ mark }: { mark: string }) {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        inset: 0,
        pointerEvents: 'none',
        backgroundImage: behind(mark),
      }}
    />
  );
}

export function AnswerTable({
  answer,
  label,
  sort,
  onSort,
  onPerson,
}: {
  answer: Answer;
  label: string;
  sort?: Sort | null;
  onSort?: (column: string) => void;
  /** What choosing a person's key does. */
  onPerson?: (key: string) => void;
}) {
  const { t } = useLingui();
  const { columns, rows, kind, mark } = answer;
  if (rows.length === 0)
    return (
      <Empty>
        {kind === 'COUNTS' ? (
          <Trans>Nothing that may be told: fewer persons than a count tells, or nobody</Trans>
        ) : (
          <Trans>No row meets this</Trans>
        )}
      </Empty>
    );
  return (
    <Box sx={{ position: 'relative' }}>
      <TableContainer sx={{ maxHeight: 560 }} tabIndex={0} role="group" aria-label={label}>
        <Table size="small" stickyHeader aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map(({ name, type }, i) => (
                <TableCell
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of one name have no other identity
                  key={i}
                  align={NUMBERS.test(type) ? 'right' : 'left'}
                  sortDirection={sort?.column === name ? (sort.desc ? 'desc' : 'asc') : false}
                >
                  {onSort === undefined ? (
                    name
                  ) : (
                    <TableSortLabel
                      active={sort?.column === name}
                      direction={sort?.column === name && sort.desc ? 'desc' : 'asc'}
                      onClick={() => onSort(name)}
                    >
                      {name}
                    </TableSortLabel>
                  )}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
              <TableRow key={at}>
                {row.map((value, i) => (
                  <TableCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: as the columns
                    key={i}
                    align={NUMBERS.test(columns[i]?.type ?? '') ? 'right' : 'left'}
                    sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
                  >
                    {onPerson && value && columns[i]?.name === 'person_key' ? (
                      <Key person={value} onPerson={onPerson} />
                    ) : (
                      (value ?? (
                        <Box component="span" sx={{ color: 'text.secondary' }}>
                          {t({ message: 'none', context: 'value' })}
                        </Box>
                      ))
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {kind === 'ROWS' && <Watermark mark={mark} />}
    </Box>
  );
}

function Key({ person, onPerson }: { person: string; onPerson: (key: string) => void }) {
  const { t } = useLingui();
  return (
    <Link component="button" aria-label={t`Course of ${person}`} onClick={() => onPerson(person)}>
      {person}
    </Link>
  );
}

/** How an answer is to be read. */
export function AnswerNotes({ answer, minimumCell }: { answer: Answer; minimumCell: number }) {
  const { kind, truncated, mark, milliseconds, rows } = answer;
  const most = rows.length;
  return (
    <>
      {kind === 'COUNTS' && (
        <Alert severity="info" sx={{ mb: 1 }}>
          <Trans>
            Counts through disclosure control: each is moved by a few persons, and groups of fewer
            than {minimumCell} are left out.
          </Trans>
        </Alert>
      )}
      {truncated && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          <Trans>There are more rows: the first {most} are shown.</Trans>
        </Alert>
      )}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {mark} · <Trans>{milliseconds} ms</Trans>
      </Typography>
    </>
  );
}
