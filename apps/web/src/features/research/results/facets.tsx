/** Who they are: the cohort by site, stage, sex, age, year and province. */
import { Trans } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import type { Criterion } from '@nodp/cohorts';
import { Outdated } from '../../../design/outdated.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel } from '../../../design/states.tsx';
import type { Arm } from '../definition/asked.ts';
import type { DisclosureRule, Facet } from '../queries.ts';
import { Waiting } from '../waiting.tsx';
import { FacetList } from './facet.tsx';

export function Facets({
  facets,
  error,
  retry,
  stale,
  ...shared
}: {
  /** Undefined until they are known. */
  facets: readonly Facet[] | undefined;
  error: unknown;
  retry: () => void;
  stale: boolean;
  arm: Arm;
  colour: string;
  rule: DisclosureRule;
  onToggle: (criterion: Criterion) => void;
}) {
  return (
    <Panel
      title={<Trans>Who they are</Trans>}
      detail={<Trans>choose a value to narrow to it</Trans>}
    >
      {error ? (
        <ErrorPanel error={error} retry={retry} />
      ) : !facets ? (
        <Waiting height={240} />
      ) : facets.every((f) => f.cells.every((c) => c.count.value === null)) ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>Too few persons for a breakdown</Trans>
        </Typography>
      ) : (
        <Outdated
          keepsFocus
          outdated={stale}
          sx={{
            // Columns fill from the top, so that lists of different lengths leave no holes.
            columnWidth: 230,
            columnGap: 3,
            mt: 1,
            '& > *': { breakInside: 'avoid', mb: 2 },
          }}
        >
          {facets.map((facet) => (
            <FacetList key={facet.property} facet={facet} {...shared} />
          ))}
        </Outdated>
      )}
    </Panel>
  );
}
