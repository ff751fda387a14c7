/** Changes of genes that were found or looked for, and which genes were tested. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { formatPercent } from '../../../../format/quantity.ts';
import { TermWords } from '../term.tsx';
import type { GenomicTest, Variant } from './data.ts';
import { useWords } from './use-words.ts';
import { kindWords, originWords, presenceWords } from './words.ts';

/** `EML4::ALK`, or the gene. */
const geneOf = ({ symbol, gene, partner }: Variant) =>
  partner ? (
    <>
      {symbol ?? <TermWords term={gene} />}::
      <TermWords term={partner} />
    </>
  ) : (
    (symbol ?? <TermWords term={gene} />)
  );

export function Variants({ variants }: { variants: readonly Variant[] }) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <Panel title={t`Variants`} flush>
      <SimpleTable
        label={t`Variants`}
        rows={variants}
        stacks
        rowKey={({ id }) => id}
        columns={[
          { header: t`Gene`, cell: (v) => <strong>{geneOf(v)}</strong>, nowrap: true },
          {
            header: t`Change`,
            cell: (v) => (
              <>
                {v.protein ?? v.name ?? v.coding ?? v.genomic ?? words(kindWords, v.kind)}
                {v.copyNumber !== null && v.copyNumber !== undefined && (
                  <> · {t`${v.copyNumber} copies`}</>
                )}
              </>
            ),
          },
          { header: t`Kind`, cell: (v) => words(kindWords, v.kind), nowrap: true },
          {
            header: t`Found`,
            cell: (v) => words(presenceWords, v.presence),
            nowrap: true,
          },
          {
            header: t`Coding DNA`,
            cell: (v) => v.coding ?? v.transcript ?? t`reference sequence not said`,
          },
          {
            header: t`Allele fraction`,
            cell: (v) =>
              typeof v.alleleFraction === 'number' ? formatPercent(v.alleleFraction) : null,
            align: 'right',
            nowrap: true,
          },
          { header: t`Origin`, cell: (v) => words(originWords, v.origin), nowrap: true },
          { header: t`Method`, cell: (v) => v.method && <TermWords term={v.method} /> },
          { header: t`Specimen`, cell: (v) => v.specimen?.accession ?? null, nowrap: true },
          { header: t`Date`, cell: (v) => formatPartialDate(v.date), nowrap: true },
        ]}
      />
    </Panel>
  );
}

export function GenomicTests({ tests }: { tests: readonly GenomicTest[] }) {
  const { t } = useLingui();
  return (
    <Panel title={t`Genes tested`}>
      {tests.map(({ id, what, genes, region, method, date }) => (
        <Box key={id} sx={{ mb: 1 }}>
          <Typography variant="body2" component="p" sx={{ m: 0 }}>
            <strong>
              <TermWords term={what} />
            </strong>
            {' · '}
            {formatPartialDate(date)}
            {method && (
              <>
                {' · '}
                <TermWords term={method} />
              </>
            )}
            {region && ` · ${region}`}
          </Typography>
          <Typography
            variant="body2"
            component="p"
            sx={{ m: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {genes.join(', ')}
          </Typography>
        </Box>
      ))}
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>A gene that is not listed was not tested: nothing is known of it.</Trans>
      </Typography>
    </Panel>
  );
}
