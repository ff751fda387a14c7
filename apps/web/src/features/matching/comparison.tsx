/** Two persons side by side: what each institution says, what agrees and differs, and what that is worth. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Tag } from '../../design/marks.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { sexWords } from '../../design/words.ts';
import { formatInstant, formatPartialDate } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  MatchedPersonsDocument,
  type MatchedPersonsQuery,
  type MatchPart,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Pair } from './use-decisions.ts';
import { levelWords, partWords, weightWords } from './words.ts';

type Person = MatchedPersonsQuery['matchedPersons'][number];

/** Okabe and Ito's green and vermillion; what says little has the colour of neither. */
const colourOf = (bits: number): string =>
  Math.abs(bits) < 1 ? '#767676' : bits > 0 ? '#009E73' : '#D55E00';

/** On a narrow screen what it says stands below the part's name. */
const wideOnly = { display: { xs: 'none', md: 'table-cell' } } as const;

function useRows(): { name: string; cell: (person: Person) => ReactNode; part?: MatchPart }[] {
  const { t, i18n } = useLingui();
  return [
    {
      name: t({ context: 'of a person', message: 'Name' }),
      cell: (p) => p.name || '—',
      part: 'NAME',
    },
    {
      name: t`Date of birth`,
      cell: (p) => (p.birthDate === null ? '—' : formatPartialDate(p.birthDate)),
      part: 'BORN',
    },
    { name: t`Sex`, cell: (p) => i18n._(sexWords[p.sex]), part: 'SEX' },
    {
      name: t`National identifier`,
      cell: (p) =>
        p.nationalIdMasked === null ? (
          '—'
        ) : (
          <>
            {p.nationalIdMasked}
            {p.nationalIdValid === false && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                <Trans>(check character does not hold)</Trans>
              </Box>
            )}
          </>
        ),
      part: 'NUMBER',
    },
    { name: t`Telephone`, cell: (p) => p.phoneMasked ?? '—', part: 'CONTACT' },
    { name: t`Address`, cell: (p) => p.address ?? '—' },
    { name: t`Record number`, cell: (p) => p.recordNumbers.join(', ') || '—' },
    { name: t`Last sent`, cell: (p) => formatInstant(p.recordedAt) },
  ];
}

export function Comparison({ pair }: { pair: Pair }) {
  const persons = useQuery({
    queryKey: ['matched-persons', pair.first.id, pair.second.id],
    queryFn: async ({ signal }) =>
      (
        await execute(
          MatchedPersonsDocument,
          { first: pair.first.id, second: pair.second.id },
          signal,
        )
      ).matchedPersons,
  });
  if (persons.isPending) return <LoadingRows rows={8} />;
  if (persons.isError)
    return <ErrorPanel error={persons.error} retry={() => void persons.refetch()} />;
  if (persons.data.length === 0)
    return (
      <Empty>
        <Trans>The pair is no longer there</Trans>
      </Empty>
    );
  return <Sides pair={pair} persons={persons.data} />;
}

function Sides({ pair, persons }: { pair: Pair; persons: Person[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const rows = useRows();
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label={t`Two persons side by side`}
      sx={{ overflow: 'auto', '& tr > :first-of-type': { pl: 2 } }}
    >
      <Table aria-label={t`Two persons side by side`}>
        <TableHead>
          <TableRow>
            <TableCell>
              <Trans>Institution</Trans>
            </TableCell>
            {persons.map((person) => (
              <TableCell
                key={`${person.patient.id} ${person.institution.id}`}
                sx={{ minWidth: { xs: 116, md: 150 }, verticalAlign: 'top' }}
              >
                {person.patient.id === pair.first.id ? (
                  <Trans>First person</Trans>
                ) : (
                  <Trans>Second person</Trans>
                )}
                <Box sx={{ fontWeight: 400, color: 'text.secondary' }}>
                  {label(person.institution.name)}
                </Box>
              </TableCell>
            ))}
            <TableCell sx={{ minWidth: 190, verticalAlign: 'top', ...wideOnly }}>
              <Trans>What it says</Trans>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ name, cell, part }) => (
            <TableRow key={name}>
              <TableCell
                component="th"
                scope="row"
                sx={{ minWidth: { xs: 104, md: 0 }, verticalAlign: 'top' }}
              >
                {name}
                {part && (
                  <Box sx={{ display: { xs: 'block', md: 'none' }, fontSize: '0.75rem' }}>
                    <Evidence pair={pair} part={part} />
                  </Box>
                )}
              </TableCell>
              {persons.map((person) => (
                <TableCell
                  key={`${person.patient.id} ${person.institution.id}`}
                  sx={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}
                >
                  {cell(person)}
                </TableCell>
              ))}
              <TableCell sx={{ verticalAlign: 'top', ...wideOnly }}>
                {part && <Evidence pair={pair} part={part} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Evidence({ pair, part }: { pair: Pair; part: MatchPart }) {
  const { i18n } = useLingui();
  const found = pair.evidence.find((evidence) => evidence.part === part);
  if (found === undefined)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        <Trans>not said by both</Trans>
      </Box>
    );
  return (
    <>
      <Tag colour={colourOf(found.weight)} title={i18n._(partWords[part])}>
        {i18n._(levelWords[found.level])}
      </Tag>{' '}
      {i18n._(weightWords(found.weight))}
    </>
  );
}
