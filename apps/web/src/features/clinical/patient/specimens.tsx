/** Specimens, each under what it was cut or drawn from. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { Panel, VisuallyHidden } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import type { Patient } from './data.ts';
import { branches } from './specimen-tree.ts';
import { TermWords } from './term.tsx';

export function SpecimensSection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const code = useCodeWords();
  const rows = useMemo(() => branches(patient.specimens), [patient.specimens]);
  if (rows.length === 0) {
    return (
      <Empty>
        <Trans>No specimen is recorded</Trans>
      </Empty>
    );
  }
  return (
    <Panel title={t`Specimens`} detail={formatCount(rows.length)} flush>
      <SimpleTable
        label={t`Specimens`}
        rows={rows}
        rowKey={({ specimen }) => specimen.id}
        maxHeight={640}
        columns={[
          {
            header: t`Specimen`,
            cell: ({ specimen, depth }) => (
              <Box sx={{ pl: depth * 2.5, position: 'relative' }}>
                {depth > 0 && (
                  <>
                    <Box component="span" aria-hidden sx={{ color: 'text.secondary', mr: 0.75 }}>
                      └
                    </Box>
                    <VisuallyHidden>
                      <Trans>level {depth + 1}:</Trans>
                    </VisuallyHidden>
                  </>
                )}
                <TermWords term={specimen.type} />
              </Box>
            ),
          },
          { header: t`Accession`, cell: ({ specimen }) => specimen.accession ?? '—', nowrap: true },
          {
            header: t`Taken from`,
            cell: ({ specimen }) => specimen.bodySite && <TermWords term={specimen.bodySite} />,
          },
          {
            header: t`Taken on`,
            cell: ({ specimen }) => formatPartialDate(specimen.collectedOn),
            nowrap: true,
          },
          {
            header: t`Status`,
            cell: ({ specimen }) => code('status', specimen.status),
            nowrap: true,
          },
        ]}
      />
    </Panel>
  );
}
