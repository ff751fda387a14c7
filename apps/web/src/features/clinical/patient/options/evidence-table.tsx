/** Items of evidence by drug: contrary ones of one drug stand side by side. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { DrugEvidence, EvidenceMatch } from './data.ts';
import { useWords } from './use-words.ts';
import { levelWords, relationWords, saysWords, tierWords } from './words.ts';

interface Row {
  readonly group: DrugEvidence;
  readonly item: EvidenceMatch;
  readonly first: boolean;
}

/** `Dabrafenib + Trametinib`; one after another with an arrow. */
export const useNameOf = () => {
  const label = useLabel();
  return ({ names, interaction }: DrugEvidence): string =>
    names.map(label).join(interaction === 'Sequential' ? ' → ' : ' + ');
};

const rowsOf = (drugs: readonly DrugEvidence[], belongs: (item: EvidenceMatch) => boolean): Row[] =>
  drugs.flatMap((group) =>
    group.items.filter(belongs).map((item, index) => ({ group, item, first: index === 0 })),
  );

export function EvidenceTable({
  label,
  drugs,
  belongs,
}: {
  label: string;
  drugs: readonly DrugEvidence[];
  belongs: (item: EvidenceMatch) => boolean;
}) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const diseaseIn = useLabel();
  const nameOf = useNameOf();
  return (
    <SimpleTable
      label={label}
      rows={rowsOf(drugs, belongs)}
      stacks
      rowKey={({ group, item }) => `${group.drugs.join('+')} ${item.evidenceId}`}
      maxHeight={640}
      columns={[
        {
          header: t`Drug`,
          leastWidth: 150,
          cell: ({ group, first }) =>
            first ? (
              <>
                <strong>{nameOf(group)}</strong>
                {i18n.locale === 'zh' && group.names.some(({ en, zh }) => en === zh) && (
                  <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                    <Trans>no Chinese name is recorded</Trans>
                  </Box>
                )}
                {group.contradicting && (
                  <Box>
                    <Chip
                      size="small"
                      color="warning"
                      variant="outlined"
                      label={t`items contradict`}
                    />
                  </Box>
                )}
              </>
            ) : (
              nameOf(group)
            ),
        },
        {
          header: t`Says`,
          leastWidth: 130,
          cell: ({ item }) => words(saysWords, `${item.direction} ${item.significance}`),
        },
        { header: t`CIViC level`, cell: ({ item }) => words(levelWords, item.level), nowrap: true },
        {
          header: t`Match`,
          leastWidth: 170,
          cell: ({ item }) => (
            <>
              <Trans>
                {words(tierWords, item.tier)}: {item.profile}
              </Trans>
              {item.germline && ` · ${t`germline`}`}
              {item.by.length > 0 && (
                <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  <Trans>by {item.by.join(', ')}</Trans>
                </Box>
              )}
            </>
          ),
        },
        {
          header: t`Disease of the study`,
          leastWidth: 150,
          cell: ({ item }) => (
            <>
              {diseaseIn(item.disease)}
              <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                {words(relationWords, item.relation)}
              </Box>
            </>
          ),
        },
        { header: t`Source`, leastWidth: 170, cell: ({ item }) => <Source item={item} /> },
      ]}
    />
  );
}

function Source({ item }: { item: EvidenceMatch }) {
  const { t } = useLingui();
  const { publication, citation, sourceType, evidenceId, rating, reviewed } = item;
  return (
    <>
      {publication ? (
        <Link
          href={`https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(publication.pmid)}/`}
          target="_blank"
          rel="noreferrer"
        >
          {citation} (PMID {publication.pmid})
        </Link>
      ) : (
        `${citation} (${sourceType})`
      )}
      {publication?.article && (
        <Box component="span" sx={{ display: 'block' }}>
          <Trans>in the pool of literature: {publication.article.title}</Trans>
        </Box>
      )}
      <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
        {[evidenceId, rating ? t`${rating} of 5 stars` : null, reviewed]
          .filter(Boolean)
          .join(' · ')}
      </Box>
    </>
  );
}
