/** How many a cohort would be without each of its rules: asked by a click, since every count is taken from the day's. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CohortDefinition } from '@nodp/cohorts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorPanel } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import { type DisclosureRule, withoutEachQuery } from '../queries.ts';
import { Waiting } from '../waiting.tsx';

export function WithoutEach({
  release,
  definition,
  rule,
}: {
  release: number;
  definition: CohortDefinition;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [asked, setAsked] = useState<CohortDefinition | null>(null);
  const wanted = asked === definition;
  const query = useQuery({ ...withoutEachQuery(release, definition), enabled: wanted });
  if (!('all' in definition) || definition.all.length < 2) return null;
  if (!wanted)
    return (
      <Button size="small" sx={{ mt: 1 }} onClick={() => setAsked(definition)}>
        <Trans>What each rule takes away</Trans>
      </Button>
    );
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Waiting height={60} />;
  return (
    <Table
      size="small"
      aria-label={t`Without each rule`}
      sx={{ mt: 1, '& td, & th': { px: 0.75 } }}
    >
      <TableHead>
        <TableRow>
          <TableCell>
            <Trans>Without this rule</Trans>
          </TableCell>
          <TableCell align="right">
            <Trans>Persons</Trans>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {query.data.map(({ description, count }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
          <TableRow key={at}>
            <TableCell sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
              {label(description)}
            </TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {shortCount(count, rule)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
