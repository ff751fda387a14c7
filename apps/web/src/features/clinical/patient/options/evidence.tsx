/** What is published of targeted drugs for a cancer's variants, and what was looked up where nothing is. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { SiteName } from '../../../../design/marks.tsx';
import { Panel } from '../../../../design/page.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import { ReportedBy } from '../reported-by.tsx';
import type {
  DrugEvidence,
  EvidenceMatch,
  OptionsOfTumour,
  PatientOptions,
  TargetedOptions,
} from './data.ts';
import { EvidenceTable, useNameOf } from './evidence-table.tsx';
import { Experience } from './experience.tsx';
import { Labels } from './labels.tsx';

const isNear = ({ relation }: EvidenceMatch): boolean => relation !== 'other';
const isOther = (item: EvidenceMatch): boolean => !isNear(item);

/** The report with the most evidence for its own disease, the first of equals. */
const mostSaid = (reports: readonly [OptionsOfTumour, ...OptionsOfTumour[]]): OptionsOfTumour => {
  const near = ({ targetedOptions }: OptionsOfTumour): number =>
    targetedOptions.drugs.flatMap(({ items }) =>
      items.filter(({ relation }) => relation === 'same'),
    ).length;
  return reports.reduce((best, one) => (near(one) > near(best) ? one : best), reports[0]);
};

export function Evidence({
  reports,
  treatments,
}: {
  /** Every report of the primary, the first of them first. */
  reports: readonly [OptionsOfTumour, ...OptionsOfTumour[]];
  treatments: PatientOptions['treatments'];
}) {
  const { t } = useLingui();
  // A report without a histology finds less evidence than one with it.
  const tumour = mostSaid(reports);
  const options = tumour.targetedOptions;
  const near = options.drugs.filter(({ items }) => items.some(isNear));
  const other = options.drugs.filter(({ items }) => items.some(isOther));
  const [shown, setShown] = useState(false);
  const title = t`Evidence for targeted drugs`;
  return (
    <Panel
      title={
        <>
          {title} · <SiteName site={tumour.siteGroup} label={tumour.siteLabel} />
        </>
      }
      detail={<Trans>CIViC, {options.evidenceAsOf}</Trans>}
    >
      <ReportedBy reports={reports} />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0 }}>
        <Trans>Information, not a recommendation. Levels are CIViC’s own letters.</Trans>{' '}
        {options.labelsAsOf ? (
          <Trans>Labels as recorded, looked up to {options.labelsAsOf}.</Trans>
        ) : (
          <Trans>
            Labels in China (NMPA), of FDA and EMA are not recorded: no set of labels was loaded.
          </Trans>
        )}
      </Typography>
      {!options.inForce ? (
        <Alert severity="info" sx={{ mt: 1 }}>
          <Trans>
            The clinical board has not switched on the look-up of evidence: nothing was looked up.
          </Trans>
        </Alert>
      ) : (
        <>
          <Searched options={options} />
          {near.length === 0 ? (
            <Nothing options={options} />
          ) : (
            <Box sx={{ mx: -2, mt: 1 }}>
              <Drugs drugs={near} />
              <EvidenceTable label={title} drugs={near} belongs={isNear} />
            </Box>
          )}
          {other.length > 0 && (
            <Box sx={{ mt: 1 }}>
              <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
                <Plural
                  value={other.length}
                  one="Other tumour types, lower certainty: # drug"
                  other="Other tumour types, lower certainty: # drugs"
                />
              </Button>
              {shown && (
                <Box sx={{ mx: -2 }}>
                  <EvidenceTable
                    label={t`Evidence of other tumour types, lower certainty`}
                    drugs={other}
                    belongs={isOther}
                  />
                </Box>
              )}
            </Box>
          )}
          <Undecided options={options} />
          {near.length > 0 && options.labelsAsOf && <Labels drugs={near} />}
          {near.length > 0 && <Experience tumour={tumour} drugs={near} treatments={treatments} />}
        </>
      )}
    </Panel>
  );
}

/** Every drug that the table below tells of: a long one shows its first drugs alone until it is scrolled. */
function Drugs({ drugs }: { drugs: readonly DrugEvidence[] }) {
  const nameOf = useNameOf();
  const counted = drugs.map((drug) => ({ drug, items: drug.items.filter(isNear).length }));
  const items = counted.reduce((sum, one) => sum + one.items, 0);
  const list = counted.map((one) => `${nameOf(one.drug)} (${one.items})`).join(' · ');
  return (
    <Typography variant="body2" sx={{ mx: 2, mb: 1 }}>
      <Trans>
        Items of evidence by drug, {items} in all: {list}
      </Trans>
    </Typography>
  );
}

function Searched({ options }: { options: TargetedOptions }) {
  const { doid, found, absent, genesTested, ruleVersion, evidenceItems } = options;
  const disease = useLabel()(options.disease);
  return (
    <Box component="ul" sx={{ my: 1, pl: 2.5, typography: 'body2', overflowWrap: 'anywhere' }}>
      <li>
        {doid ? (
          <Trans>
            Looked up for {disease} (DOID {doid})
          </Trans>
        ) : (
          <Trans>The site and histology are not known: evidence of every disease is “other”</Trans>
        )}
      </li>
      <li>
        {found.length > 0 ? (
          <Trans>Found: {found.join(', ')}</Trans>
        ) : (
          <Trans>No alteration is recorded</Trans>
        )}
      </li>
      {absent.length > 0 && (
        <li>
          <Trans>Not found, or wild type: {absent.join(', ')}</Trans>
        </li>
      )}
      <li>
        {genesTested.length > 0 ? (
          <Trans>Genes sequenced: {genesTested.join(', ')}; of others nothing is known</Trans>
        ) : (
          <Trans>Which genes were sequenced was not sent: of other genes nothing is known</Trans>
        )}
      </li>
      <Typography variant="caption" component="li" sx={{ color: 'text.secondary' }}>
        <Trans>
          {evidenceItems} predictive items searched; rule version {ruleVersion}. Variants of
          whichever tumour of the patient are looked up.
        </Trans>
      </Typography>
    </Box>
  );
}

function Nothing({ options }: { options: TargetedOptions }) {
  const { t } = useLingui();
  const label = useLabel();
  const found = options.found.join(', ');
  const disease = options.disease === null ? t`cancer` : label(options.disease);
  return (
    <Typography variant="body2" sx={{ mt: 1 }}>
      {options.found.length === 0 ? (
        <Trans>
          Nothing to look up: no alteration is recorded that evidence could be given for.
        </Trans>
      ) : (
        <Trans>
          No predictive evidence in CIViC of {options.evidenceAsOf} for {found} in {disease}.
        </Trans>
      )}
    </Typography>
  );
}

function Undecided({ options }: { options: TargetedOptions }) {
  const label = useLabel();
  const { undecided, undecidedCount } = options;
  if (undecidedCount === 0) return null;
  const open = [...new Set(undecided.flatMap((one) => one.open))];
  return (
    <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      <Plural
        value={undecidedCount}
        one="# more item cannot be decided: a part of its profile was not tested or not said"
        other="# more items cannot be decided: a part of their profile was not tested or not said"
      />
      {': '}
      {open.join(', ')}
      {undecided.length < undecidedCount && ', …'}
      {' ('}
      {undecided
        .slice(0, 3)
        .map(
          ({ evidenceId, profile, names }) =>
            `${evidenceId} ${profile}: ${names.map(label).join(', ')}`,
        )
        .join('; ')}
      {')'}
    </Typography>
  );
}
