/** How many are left after each criterion, as a ladder of bars. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { Panel } from '../../../design/page.tsx';
import { formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { Cohort, DisclosureRule } from '../queries.ts';
import { Waiting } from '../waiting.tsx';

export function Attrition({
  steps,
  colour,
  rule,
  without,
}: {
  /** Undefined until they are known. */
  steps: Cohort['attrition'] | undefined;
  /** What shows how many there would be without each step. */
  without?: ReactNode;
  colour: string;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const all = steps?.[0]?.count.value ?? null;
  return (
    <Panel
      title={<Trans>Attrition</Trans>}
      detail={<Trans>persons remaining after each step</Trans>}
    >
      {!steps ? (
        <Waiting height={60} />
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Table
            aria-label={t`Attrition`}
            sx={{
              '& td, & th': { px: 0.75, py: 0.5 },
              '& tr > :first-of-type': { pl: 0 },
              '& tr > :last-of-type': { pr: 0 },
              '& tbody tr:last-of-type td': { borderBottom: 0, fontWeight: 600 },
            }}
          >
            <TableHead>
              <TableRow>
                <TableCell>
                  <Trans>Step</Trans>
                </TableCell>
                <TableCell align="right">
                  <Trans>Persons</Trans>
                </TableCell>
                <TableCell align="right">
                  <Trans>Share</Trans>
                </TableCell>
                <TableCell sx={{ width: '36%', display: { xs: 'none', sm: 'table-cell' } }}>
                  <Trans>Remaining, of all persons</Trans>
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {steps.map(({ description, count }, at) => {
                const share = count.value === null || !all ? null : count.value / all;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
                  <TableRow key={at}>
                    <TableCell sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
                      {label(description)}
                      <Box sx={{ display: { sm: 'none' }, mt: 0.5 }}>
                        <Bar share={share} colour={colour} />
                      </Box>
                    </TableCell>
                    <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                      {shortCount(count, rule)}
                    </TableCell>
                    <TableCell align="right">
                      {share === null ? '—' : formatPercent(share)}
                    </TableCell>
                    <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                      <Bar share={share} colour={colour} />
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
          {without}
        </Box>
      )}
    </Panel>
  );
}

const Bar = ({ share, colour }: { share: number | null; colour: string }) => (
  <Box aria-hidden sx={{ height: 14, borderRadius: 0.5, bgcolor: 'action.hover' }}>
    <Box
      sx={{
        height: '100%',
        borderRadius: 0.5,
        width: `${(share ?? 0) * 100}%`,
        minWidth: share ? 2 : 0,
        bgcolor: colour,
        transition: 'width 200ms',
      }}
    />
  </Box>
);
