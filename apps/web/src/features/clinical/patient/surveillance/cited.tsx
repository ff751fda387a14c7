/** A rule's name, source, version and mark, as every panel names what it says. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { useLabel } from '../../../../i18n/label.ts';
import type { Course } from './data.ts';
import { ruleMarks } from './words.ts';

export function Cited({ rule }: { rule: NonNullable<Course['rule']> }) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <Typography
      variant="caption"
      component="p"
      sx={{ color: 'text.secondary', m: 0, overflowWrap: 'anywhere' }}
    >
      <Trans>
        Rule: {label(rule.title)}, version {rule.version}; {label(rule.source)} (
        {i18n._(ruleMarks[rule.mark])}).
      </Trans>
    </Typography>
  );
}

export const NoRecommendation = () => (
  <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0, mb: 1 }}>
    <Trans>Information, not a recommendation.</Trans>
  </Typography>
);
