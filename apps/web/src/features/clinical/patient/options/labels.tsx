/** What authorities approved the drugs of the evidence for, as the operator recorded it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { DrugEvidence } from './data.ts';

type Label = DrugEvidence['labels'][number];

const AUTHORITIES = ['NMPA', 'FDA', 'EMA'] as const satisfies readonly Label['authority'][];

/** A drug with its labels, however many combinations of the evidence name it. */
const drugsOf = (evidence: readonly DrugEvidence[]) =>
  [
    ...new Map(
      evidence.flatMap(({ drugs, names }) => drugs.map((drug, i) => [drug, names[i]] as const)),
    ),
  ].map(([drug, name]) => ({
    drug,
    name,
    // A single drug's labels are its own; of a combination they are those of several drugs.
    labels:
      evidence.find(({ drugs }) => drugs.length === 1 && drugs[0] === drug)?.labels ??
      evidence
        .flatMap(({ labels }) => labels)
        .filter((label) => label.drug.toLowerCase() === drug.toLowerCase()),
  }));

export function Labels({ drugs }: { drugs: readonly DrugEvidence[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const name = t`Labels of the drugs`;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="body2" component="p" sx={{ m: 0, fontWeight: 600 }}>
        {name}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>
          As the operator recorded them, not matched to this patient: “not recorded” does not say
          that a drug is not approved.
        </Trans>
      </Typography>
      <Box sx={{ mx: -2, mt: 0.5 }}>
        <SimpleTable
          label={name}
          rows={drugsOf(drugs)}
          stacks
          rowKey={({ drug }) => drug}
          maxHeight={420}
          columns={[
            { header: t`Drug`, cell: ({ name }) => label(name), leastWidth: 130 },
            ...AUTHORITIES.map((authority) => ({
              header: authority,
              leastWidth: 170,
              cell: ({ labels }: ReturnType<typeof drugsOf>[number]) => (
                <OfAuthority labels={labels.filter((label) => label.authority === authority)} />
              ),
            })),
          ]}
        />
      </Box>
    </Box>
  );
}

function OfAuthority({ labels }: { labels: readonly Label[] }) {
  if (labels.length === 0)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        <Trans>not recorded</Trans>
      </Box>
    );
  return labels.map(({ indication, biomarker, date, source }) => (
    <Box key={`${indication} ${date}`} component="span" sx={{ display: 'block' }}>
      <Link href={source} target="_blank" rel="noreferrer">
        {indication}
      </Link>
      <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
        {[biomarker, date].filter(Boolean).join(' · ')}
      </Box>
    </Box>
  ));
}
