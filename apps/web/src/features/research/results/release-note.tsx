/** Which release is asked, how its counts are protected, and where it is described. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../../design/links.tsx';
import { PrintRelease } from '../../../design/print/parts.tsx';
import { formatDay } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { shortCount } from '../counts.tsx';
import { budgetQuery, type DisclosureRule, type Release } from '../queries.ts';

export function ReleaseNote({ release, rule }: { release: Release; rule: DisclosureRule }) {
  const { number } = release;
  const built = formatDay(release.builtAt);
  const persons = shortCount(release.persons, rule);
  const cases = shortCount(release.cases, rule);
  return (
    <>
      <PrintRelease>
        <Trans>
          Release {number} of {built}: {persons} persons, {cases} cases
        </Trans>
      </PrintRelease>
      {' · '}
      <code title={`SHA-256 ${release.checksum}`}>{release.checksum.slice(0, 8)}</code>
      {' · '}
      <AppLink
        to="/research/dictionary/{-$releaseNumber}"
        underline="always"
        params={{ releaseNumber: String(number) }}
        search={{}}
      >
        <Trans>data dictionary</Trans>
      </AppLink>
    </>
  );
}

/**
 * How counts are protected, in a sentence, and how many are left to the account today.
 * @param after the cohort answered last
 */
export function ProtectionNote({ rule, after }: { rule: DisclosureRule; after: string | null }) {
  const { t } = useLingui();
  const { minimumCell, deviation } = rule;
  const budget = useQuery(budgetQuery(after)).data;
  const left = budget && formatCount(budget.left);
  const perDay = budget && formatCount(budget.perDay);
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1, mb: 0 }}>
      {t`Counts of persons are protected: fewer than ${minimumCell}, zero included, are not shown.`}{' '}
      {t`Every count shown is up to ${deviation} more or less than the true count, and always the same for the same persons: steps and groups need not add up.`}{' '}
      {budget && t`Distinct counts left to you today: ${left} of ${perDay}.`}
    </Typography>
  );
}
