/** Cox regression of the cohorts, alone and adjusted: a forest plot, and whether hazards are proportional. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { type Asked, covariates } from './asked.ts';
import { Forest } from './forest.tsx';
import { type Chosen, type Cox, coxQuery } from './queries.ts';
import { covariateNames, FigureWords, shortP } from './words.tsx';

export function CoxPanel({
  comparison,
  asked,
  chosen,
  rule,
  onChange,
}: {
  comparison: ComparisonInput;
  asked: Asked;
  chosen: readonly Chosen[];
  rule: DisclosureRule;
  /** Absent where what it is adjusted for is read and not chosen. */
  onChange?: (change: Partial<Asked>) => void;
}) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const adjusted = asked.covariates.map((each) => i18n._(covariateNames[each])).join(', ');
  const query = useQuery(coxQuery({ ...comparison, months: 60 }, asked.covariates));
  const data = query.data;
  return (
    <Panel
      title={<Trans>Cox regression</Trans>}
      detail={<Trans>hazard ratios with 95% intervals</Trans>}
    >
      {onChange === undefined ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          <Trans>Adjusted for: {adjusted || '—'}</Trans>
        </Typography>
      ) : (
        <FormGroup row aria-label={t`Adjusted for`} sx={{ mb: 1 }}>
          {covariates.map((each) => (
            <FormControlLabel
              key={each}
              label={i18n._(covariateNames[each])}
              slotProps={{ typography: { variant: 'body2' } }}
              control={
                <Checkbox
                  size="small"
                  checked={asked.covariates.includes(each)}
                  onChange={(_, checked) =>
                    onChange({
                      covariates: covariates.filter((one) =>
                        one === each ? checked : asked.covariates.includes(one),
                      ),
                    })
                  }
                />
              }
            />
          ))}
        </FormGroup>
      )}
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : data?.refused ? (
        <Alert severity="info">{label(data.refused)}</Alert>
      ) : data ? (
        <>
          <Forest terms={data.terms} names={chosen.map(({ name }) => name)} rule={rule} />
          <Proportionality cox={data} rule={rule} />
          <FigureWords {...data} />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            <Trans>
              Persons at a level with fewer than {rule.minimumCell} events are left out of the
              models. Ratios are moved as if some more or fewer events had happened, and their
              intervals are as wide as chance and that noise together.
            </Trans>
          </Typography>
        </>
      ) : null}
    </Panel>
  );
}

function Proportionality({ cox, rule }: { cox: Cox; rule: DisclosureRule }) {
  const label = useLabel();
  const failing = cox.terms.filter(({ proportionality: p }) => p !== null && p < 0.05);
  const names = failing
    .map(({ name, proportionality }) => `${label(name)} (p ${shortP(proportionality)})`)
    .join(', ');
  const [persons, events, p] = [
    shortCount(cox.persons, rule),
    shortCount(cox.events, rule),
    shortP(cox.proportionality),
  ];
  return (
    <>
      <Typography variant="body2" sx={{ mt: 1 }}>
        <Trans>
          Adjusted model: {persons} persons, {events} events. Test of proportional hazards (scaled
          Schoenfeld residuals), all terms: p {p}.
        </Trans>
      </Typography>
      {failing.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          <Trans>
            Hazards are not proportional over time for: {names}. One ratio does not describe them:
            read the curves and the restricted means.
          </Trans>
        </Alert>
      )}
    </>
  );
}
