/** Local control after radiotherapy in patients like this one. No treatments are compared. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Plot } from '../../../../charts/plot/plot.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { Panel } from '../../../../design/page.tsx';
import { okabeIto } from '../../../../design/palette.ts';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatCount, formatPercent } from '../../../../format/quantity.ts';
import { execute } from '../../../../graph/execute.ts';
import {
  LocalControlDocument,
  type LocalControlQuery,
  type LocalControlQueryVariables,
} from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';

type Found = NonNullable<LocalControlQuery['localControl']>;

/** Months of which the table tells. */
const TOLD = [0, 6, 12, 24, 36, 60];

export function LocalControlPanel({ asked }: { asked: LocalControlQueryVariables }) {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['local-control', asked],
    queryFn: async ({ signal }) =>
      (await execute(LocalControlDocument, asked, signal)).localControl ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = query.data;
  return (
    <Panel
      title={t`Local control of similar patients`}
      detail={found ? t`release ${found.releaseNumber}; from the start of radiotherapy` : undefined}
    >
      {query.isPending ? (
        <LoadingRows rows={4} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : !found ? (
        <Trans>There is no release yet</Trans>
      ) : (
        <Answer found={found} />
      )}
    </Panel>
  );
}

function Answer({ found }: { found: Found }) {
  const { t } = useLingui();
  const label = useLabel();
  const { steps, enough, persons, failures } = found;
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? t`too few to show` : formatCount(value);
  return (
    <>
      <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
        {steps.map((step) => (
          <li key={step.description.en}>
            {label(step.description)}: {step.enough ? t`enough patients` : t`too few patients`}
          </li>
        ))}
      </Box>
      {enough ? (
        <>
          <Box component="p" sx={{ my: 0.75, typography: 'body2' }}>
            <Trans>
              Patients: <strong>{count(persons?.value)}</strong> · local failures:{' '}
              <strong>{count(failures?.value)}</strong>
            </Trans>
          </Box>
          <Curve found={found} />
        </>
      ) : (
        <Alert severity="info" sx={{ mt: 1 }}>
          <Trans>
            Fewer than 30 such patients were followed, or fewer than 10 failed locally: no curve is
            drawn.
          </Trans>
        </Alert>
      )}
      <Box component="p" sx={{ m: 0, mt: 1, typography: 'caption', color: 'text.secondary' }}>
        <Trans>
          Patients whose hospital examined a lesion after the last fraction. A local failure is in
          the field or at its margin, by the rule of the first failure; a failure elsewhere does not
          end it, and death without one competes (1 − cumulative incidence, Aalen–Johansen). Counts
          are protected: the curve stays at 100 % until ten failures have come, and falls after
          every ten more. Treatments are not compared, and nothing here is a recommendation.
        </Trans>
      </Box>
    </>
  );
}

function Curve({ found: { months, control } }: { found: Found }) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const name = t`Share without a local failure`;
  return (
    <>
      <PlotBox name={name} chart={chart} height={220} empty={months.length < 2}>
        {(width) => (
          <Plot
            width={width}
            height={220}
            labels={months.map(String)}
            at={[...months]}
            words={TOLD.map((at) => ({ at, label: String(at) }))}
            end={1}
            format={(value) => formatPercent(value)}
            title={(i) => t`after ${months[i] ?? 0} months`}
            series={[{ as: 'line', name, colour: okabeIto.blue, values: [...control], step: true }]}
          />
        )}
      </PlotBox>
      <SimpleTable
        label={name}
        rows={TOLD.filter((month) => months.includes(month))}
        rowKey={(month) => month}
        columns={[
          {
            header: t`Months from the start of radiotherapy`,
            align: 'right',
            cell: (month) => month,
          },
          {
            header: name,
            align: 'right',
            cell: (month) => formatPercent(control[months.indexOf(month)] ?? 0),
          },
        ]}
      />
    </>
  );
}
