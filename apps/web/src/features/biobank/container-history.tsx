/** What became of a container: scans of what is in it, its thermometer, its moves. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import type { Container } from './queries.ts';
import { findingWords } from './words.ts';

export function ContainerHistory({ container }: { container: Container }) {
  const { t, i18n } = useLingui();
  const [latest] = container.inventories;
  return (
    <>
      {latest && (
        <Panel
          flush={latest.findings.length > 0}
          title={<Trans>Last inventory</Trans>}
          detail={
            <Trans>
              {formatInstant(latest.at)}, {latest.by}: {latest.present} where they should be
            </Trans>
          }
        >
          {latest.findings.length === 0 ? (
            <Alert severity="success">
              <Trans>Everything lies where it should.</Trans>
            </Alert>
          ) : (
            <SimpleTable
              label={t`Not where it should be`}
              rows={latest.findings}
              rowKey={(finding) => finding.barcode}
              stacks
              columns={[
                { header: t`Barcode`, cell: (one) => one.barcode },
                { header: t`Finding`, cell: (one) => i18n._(findingWords[one.finding]) },
                { header: t`Should lie in`, cell: (one) => one.expected },
                { header: t`Seen in`, cell: (one) => one.found },
              ]}
            />
          )}
        </Panel>
      )}
      {container.readings.length > 0 && (
        <Panel flush title={<Trans>Thermometer</Trans>}>
          <SimpleTable
            label={t`Thermometer`}
            rows={container.readings}
            rowKey={(reading) => reading.at}
            columns={[
              { header: t`When`, cell: (one) => formatInstant(one.at), nowrap: true },
              { header: '°C', cell: (one) => one.celsius, align: 'right' },
              {
                header: t`Judgement`,
                cell: (one) => (one.excursion ? t`Out of bounds` : t`Within bounds`),
              },
              { header: t`Account`, cell: (one) => one.by },
            ]}
          />
        </Panel>
      )}
      {container.moves.length > 0 && (
        <Panel flush title={<Trans>Moves</Trans>}>
          <SimpleTable
            label={t`Moves`}
            rows={container.moves}
            rowKey={(move) => move.at}
            stacks
            columns={[
              { header: t`When`, cell: (one) => formatInstant(one.at), nowrap: true },
              { header: t`From`, cell: (one) => one.from },
              { header: t`To`, cell: (one) => one.to },
              { header: t`Account`, cell: (one) => one.by },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
