/** A cohort by one property: a bar a value; a click narrows the cohort to it. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiCheck } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { Criterion } from '@nodp/cohorts';
import { useId, useState } from 'react';
import { useHeading } from '../../../design/heading-level.tsx';
import { Icon } from '../../../design/icon.tsx';
import { sexColours, stageColours } from '../../../design/palette.ts';
import { usePrinting } from '../../../design/print/printing.ts';
import { screenOnly } from '../../../design/print/styles.ts';
import { siteColour } from '../../../design/site-colours.ts';
import type { CohortProperty, CohortSex, CohortStage } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount, useCountWords } from '../counts.tsx';
import type { Arm } from '../definition/asked.ts';
import { asks, criterionOfFacet } from '../definition/edit.ts';
import { isRuledOut } from '../definition/ruled-out.ts';
import type { DisclosureRule, Facet } from '../queries.ts';
import { propertyWords } from '../words.ts';

/** Values shown before more are asked for. */
const shownAtFirst = 8;

const byCount: readonly CohortProperty[] = ['SITE_GROUP', 'PROVINCE'];

/** The values to show: those not suppressed, the largest first where they have no order of their own. */
function cellsOf({ property, cells }: Facet): Facet['cells'] {
  const shown = cells.filter((c) => c.count.value !== null);
  return byCount.includes(property)
    ? shown.toSorted((x, y) => (y.count.value ?? 0) - (x.count.value ?? 0))
    : shown;
}

function colourOf(property: CohortProperty, key: string | null, colour: string): string {
  if (key === null) return 'var(--mui-palette-text-disabled)';
  if (property === 'SITE_GROUP') return siteColour(key);
  if (property === 'STAGE') return stageColours[key as CohortStage];
  if (property === 'SEX') return sexColours[key as CohortSex];
  return colour;
}

export function FacetList({
  facet,
  arm,
  colour,
  rule,
  onToggle,
}: {
  facet: Facet;
  arm: Arm;
  colour: string;
  rule: DisclosureRule;
  onToggle: (criterion: Criterion) => void;
}) {
  const words = useLabel();
  const id = useId();
  const [chosenAll, setAll] = useState(false);
  const all = usePrinting() || chosenAll;
  const cells = cellsOf(facet);
  const most = Math.max(1, ...cells.map((c) => c.count.value ?? 0));
  // A value that the cohort's own criteria exclude is not "too few": its persons were not searched for.
  const hidden = facet.cells.filter(
    (cell) => cell.count.value === null && !isRuledOut(arm, facet.property, cell.key),
  ).length;
  const shown =
    all || cells.length <= shownAtFirst + 2 || !byCount.includes(facet.property)
      ? cells
      : cells.slice(0, shownAtFirst);
  const folded = cells.length - shown.length;
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Typography id={id} variant="h3" component={useHeading()} sx={{ mb: 0.5 }}>
        {words(propertyWords[facet.property])}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((cell) => (
          <li key={cell.key}>
            <Value
              cell={cell}
              share={(cell.count.value ?? 0) / most}
              colour={colourOf(facet.property, cell.key, colour)}
              criterion={criterionOfFacet(facet.property, cell.key)}
              arm={arm}
              rule={rule}
              onToggle={onToggle}
            />
          </li>
        ))}
      </Box>
      {(folded > 0 || (all && byCount.includes(facet.property))) && (
        <Button
          {...screenOnly}
          onClick={() => setAll(!all)}
          aria-expanded={all}
          sx={{ px: 0.5, my: 0.25 }}
        >
          {all ? <Trans>Show fewer</Trans> : <Trans>{folded} more</Trans>}
        </Button>
      )}
      {hidden > 0 && (
        <Typography variant="caption" sx={{ color: 'text.secondary', display: 'block', px: 0.5 }}>
          <Trans>{hidden} too small to be shown</Trans>
        </Typography>
      )}
    </Box>
  );
}

function Value({
  cell,
  share,
  colour,
  criterion,
  arm,
  rule,
  onToggle,
}: {
  cell: Facet['cells'][number];
  share: number;
  colour: string;
  criterion: Criterion | null;
  arm: Arm;
  rule: DisclosureRule;
  onToggle: (criterion: Criterion) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const inWords = useCountWords(rule);
  const words = label(cell.label);
  const on = criterion !== null && asks(arm, criterion);
  const row = (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', position: 'relative' }}>
        <Box
          component="span"
          sx={{
            flex: 1,
            minWidth: 0,
            lineHeight: 1.25,
            overflowWrap: 'anywhere',
            '&::first-letter': { textTransform: 'uppercase' },
          }}
          title={words}
        >
          {words}
        </Box>
        {on && <Icon path={mdiCheck} sx={{ fontSize: 14 }} />}
        <span>{shortCount(cell.count, rule)}</span>
      </Box>
      <Box aria-hidden sx={{ height: 5, borderRadius: 0.5, bgcolor: 'action.hover' }}>
        <Box
          sx={{
            height: '100%',
            borderRadius: 0.5,
            width: `${share * 100}%`,
            minWidth: share > 0 ? 2 : 0,
            bgcolor: colour,
          }}
        />
      </Box>
    </>
  );
  const style = {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    fontFamily: 'inherit',
    px: 0.5,
    py: 0.375,
    borderRadius: 0.5,
    fontSize: '0.8125rem',
    lineHeight: 1.4,
  } as const;
  if (criterion === null) return <Box sx={style}>{row}</Box>;
  return (
    <ButtonBase
      aria-pressed={on}
      aria-label={t`${words}, ${inWords(cell.count)}: ${on ? t`no longer narrow to it` : t`narrow to it`}`}
      onClick={() => onToggle(criterion)}
      sx={{
        ...style,
        fontWeight: on ? 650 : 400,
        bgcolor: on ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      {row}
    </ButtonBase>
  );
}
