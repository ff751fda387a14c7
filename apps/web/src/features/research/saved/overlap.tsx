/** How two or three saved cohorts overlap, and what is put together from them. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { overlapQuery, type SavedCohort } from './queries.ts';
import { SaveButton } from './save-button.tsx';
import { combined, definitionOf, type SetOperation, setOperations, takesIn } from './stored.ts';
import { Venn } from './venn.tsx';

export function Overlap({
  cohorts,
  release,
  rule,
}: {
  cohorts: readonly SavedCohort[];
  release: number;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [how, setHow] = useState<SetOperation>('union');
  const complete = useMemo(
    () => cohorts.map(({ latest }) => definitionOf(latest.complete)),
    [cohorts],
  );
  const query = useQuery(overlapQuery(complete, release));
  const names = cohorts.map(({ name }) => name);
  const words: Record<SetOperation, string> = {
    union: t`Union`,
    intersection: t`Intersection`,
    difference: t`The first without the others`,
  };
  const regions = query.data?.regions ?? [];
  const named = (region: readonly number[]) => region.map((place) => names[place]).join(' ∩ ');
  return (
    <Panel
      title={<Trans>How they overlap on release {release}</Trans>}
      detail={<Trans>persons, by the cases that meet each definition</Trans>}
      actions={
        <SaveButton definition={combined(how, complete)} release={release} variant="outlined">
          <Trans>Save as a cohort</Trans>
        </SaveButton>
      }
    >
      {query.isPending ? (
        <LoadingRows rows={5} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data && query.data.problems.length > 0 ? (
        query.data.problems.map(({ message }) => (
          <Alert key={message.en} severity="error" sx={{ mb: 1 }}>
            {label(message)}
          </Alert>
        ))
      ) : (
        <>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={how}
            aria-label={t`Set operation`}
            onChange={(_, chosen: SetOperation | null) => chosen && setHow(chosen)}
            sx={{ mb: 1.5, flexWrap: 'wrap' }}
          >
            {setOperations.map((operation) => (
              <ToggleButton key={operation} value={operation}>
                {words[operation]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '380px minmax(0, 1fr)' },
              gap: 2,
              alignItems: 'center',
            }}
          >
            <Venn
              names={names}
              regions={regions.map(({ cohorts: of, count }) => ({
                of,
                words: shortCount(count, rule),
                taken: takesIn(how, of, names.length),
              }))}
            />
            <SimpleTable
              label={t`Regions of the overlap`}
              rows={regions}
              rowKey={({ cohorts: of }) => of.join(' ')}
              columns={[
                {
                  header: t`In these and in no other`,
                  leastWidth: 160,
                  cell: ({ cohorts: of }) => named(of),
                },
                {
                  header: t`Persons`,
                  align: 'right',
                  cell: ({ count }) => shortCount(count, rule),
                },
                {
                  header: t`Taken in`,
                  cell: ({ cohorts: of }) => (takesIn(how, of, names.length) ? t`Yes` : '—'),
                },
              ]}
            />
          </Box>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            <Trans>
              Definitions are met by cases: a person with two cancers of which each is in another
              cohort is counted in two regions. Counts are protected and need not add up.
            </Trans>
          </Typography>
        </>
      )}
    </Panel>
  );
}
