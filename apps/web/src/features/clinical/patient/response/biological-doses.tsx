/** BED and EQD2 of each volume, α/β stated, with where the model does not hold. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { Cited, NoRecommendation } from '../surveillance/cited.tsx';
import type { Volume } from './data.ts';

export function BiologicalDoses({ volumes }: { volumes: readonly Volume[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const rule = volumes.find(({ biologicalDose }) => biologicalDose)?.biologicalDose?.rule;
  const rows = volumes.flatMap((volume) =>
    (volume.biologicalDose?.tissues ?? []).map((tissue) => ({ volume, tissue })),
  );
  const nameOf = (volume: Volume): string =>
    [volume.label, volume.site && label(volume.site.label)].filter(Boolean).join(' · ') || '–';
  const without = volumes.filter(({ biologicalDose }) => biologicalDose?.tissues.length === 0);
  return (
    <Panel title={t`Biological dose (BED, EQD2)`}>
      {rule ? (
        <>
          <NoRecommendation />
          {rows.length > 0 && (
            <Box sx={{ mx: -2 }}>
              <SimpleTable
                label={t`Biological dose (BED, EQD2)`}
                rows={rows}
                stacks
                rowKey={({ volume, tissue }) => `${volume.id} ${tissue.alphaBeta}`}
                columns={[
                  { header: t`Volume`, cell: ({ volume }) => nameOf(volume), leastWidth: 110 },
                  {
                    header: t`To`,
                    cell: ({ volume }) => formatPartialDate(volume.endedOn ?? volume.startedOn),
                    nowrap: true,
                  },
                  {
                    header: t`Gy a fraction`,
                    cell: ({ volume }) => volume.biologicalDose?.grayPerFraction?.toFixed(2),
                    align: 'right',
                  },
                  { header: t`Tissue`, cell: ({ tissue }) => label(tissue.tissue), nowrap: true },
                  { header: t`α/β, Gy`, cell: ({ tissue }) => tissue.alphaBeta, align: 'right' },
                  {
                    header: t`BED, Gy`,
                    cell: ({ tissue }) => tissue.bed.toFixed(1),
                    align: 'right',
                  },
                  {
                    header: t`EQD2, Gy`,
                    cell: ({ tissue }) => tissue.eqd2.toFixed(1),
                    align: 'right',
                  },
                  {
                    header: t`How, and where it does not hold`,
                    leastWidth: 240,
                    cell: ({ tissue }) => tissue.explanation.map(label).join(' '),
                  },
                ]}
              />
            </Box>
          )}
          {without.length > 0 && (
            <Box component="p" sx={{ typography: 'body2', my: 1 }}>
              <Trans>
                Not computed, as dose or fractions delivered are not recorded:{' '}
                {without.map(nameOf).join('; ')}
              </Trans>
            </Box>
          )}
          <Cited rule={rule} />
        </>
      ) : (
        <Trans>The clinical board has not switched BED and EQD2 on: nothing is computed.</Trans>
      )}
    </Panel>
  );
}
