/** Which set of evidence for targeted drugs is in force since when, and what each brought. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { PageHeader, Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { EvidenceSetsDocument, type EvidenceSetsQuery } from '../../graph/generated/graphql.ts';

type EvidenceSet = EvidenceSetsQuery['evidenceSets'][number];
type Change = EvidenceSet['came'][number] & { readonly what: 'came' | 'went' | 'changed' };

const changesOf = ({ came, went, changed }: EvidenceSet): Change[] => [
  ...changed.map((item) => ({ ...item, what: 'changed' as const })),
  ...came.map((item) => ({ ...item, what: 'came' as const })),
  ...went.map((item) => ({ ...item, what: 'went' as const })),
];

export function EvidencePage() {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['evidence-sets'],
    queryFn: ({ signal }) => execute(EvidenceSetsDocument, {}, signal),
  });
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  const { evidenceSets: sets, drugLabelSets } = query.data;
  return (
    <>
      <PageHeader title={t`Evidence sets`} />
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>
          Patients’ pages look targeted drugs up in the latest set. A newer nightly export of CIViC
          is loaded by the operator: nodp evidence load FILE. Each load is in the audit.
        </Trans>
      </Alert>
      <Panel flush title={<Trans>Sets of evidence loaded</Trans>}>
        <SimpleTable
          label={t`Sets of evidence loaded`}
          rows={sets}
          stacks
          rowKey={({ asOf, since }) => `${asOf} ${since}`}
          columns={[
            { header: t`As of`, cell: ({ asOf }) => asOf, nowrap: true },
            {
              header: t`Since`,
              nowrap: true,
              cell: ({ since, inForce }) => (
                <>
                  {since ? formatInstant(since) : t`as installed`}{' '}
                  {inForce && (
                    <Chip size="small" color="success" variant="outlined" label={t`in force`} />
                  )}
                </>
              ),
            },
            { header: t`Items`, align: 'right', cell: ({ items }) => formatCount(items) },
            { header: t`Added`, align: 'right', cell: (set) => formatCount(set.cameCount) },
            { header: t`Removed`, align: 'right', cell: (set) => formatCount(set.wentCount) },
            { header: t`Changed`, align: 'right', cell: (set) => formatCount(set.changedCount) },
            { header: t`Loaded by`, cell: ({ loadedBy }) => loadedBy },
          ]}
        />
      </Panel>
      <LabelSets sets={drugLabelSets} />
      {sets
        .filter(({ since }) => since !== null)
        .map((set) => (
          <Changes key={`${set.asOf} ${set.since}`} set={set} />
        ))}
    </>
  );
}

/** Labels of NMPA, FDA and EMA that the operator loaded. */
function LabelSets({ sets }: { sets: EvidenceSetsQuery['drugLabelSets'] }) {
  const { t } = useLingui();
  const title = t`Sets of drug labels loaded`;
  return (
    <Panel title={title} flush={sets.length > 0}>
      {sets.length === 0 ? (
        <Typography variant="body2">
          <Trans>
            No set of labels was loaded: patients’ pages say “not recorded”. The operator loads one:
            nodp evidence labels FILE.
          </Trans>
        </Typography>
      ) : (
        <SimpleTable
          label={title}
          rows={sets}
          stacks
          rowKey={({ asOf, since }) => `${asOf} ${since}`}
          columns={[
            { header: t`As of`, cell: ({ asOf }) => asOf, nowrap: true },
            {
              header: t`Since`,
              nowrap: true,
              cell: ({ since, inForce }) => (
                <>
                  {formatInstant(since)}{' '}
                  {inForce && (
                    <Chip size="small" color="success" variant="outlined" label={t`in force`} />
                  )}
                </>
              ),
            },
            { header: t`Labels`, align: 'right', cell: ({ labels }) => formatCount(labels) },
            { header: t`Loaded by`, cell: ({ loadedBy }) => loadedBy },
          ]}
        />
      )}
    </Panel>
  );
}

function Changes({ set }: { set: EvidenceSet }) {
  const { t } = useLingui();
  const rows = changesOf(set);
  const title = t`What changed in the set of ${set.asOf}`;
  const words = { came: t`came`, went: t`went`, changed: t`changed` };
  return (
    <Panel title={title} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <Typography variant="body2">
          <Trans>Nothing came, went or changed</Trans>
        </Typography>
      ) : (
        <SimpleTable
          label={title}
          rows={rows}
          stacks
          rowKey={({ evidenceId, what }) => `${what} ${evidenceId}`}
          maxHeight={480}
          columns={[
            { header: t`Changed`, cell: ({ what }) => words[what], nowrap: true },
            { header: t`Item`, cell: ({ evidenceId }) => evidenceId, nowrap: true },
            { header: t`Profile`, leastWidth: 140, cell: ({ profile }) => profile },
            { header: t`Disease`, leastWidth: 120, cell: ({ disease }) => disease },
            { header: t`Drugs`, leastWidth: 120, cell: ({ drugs }) => drugs.join(', ') },
            { header: t`Says now`, leastWidth: 140, cell: ({ says }) => says },
            { header: t`Said before`, leastWidth: 140, cell: ({ said }) => said },
          ]}
        />
      )}
    </Panel>
  );
}
