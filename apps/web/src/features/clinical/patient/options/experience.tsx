/** What happened to patients like this one from the start of a drug: asked for when a drug is picked. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { execute } from '../../../../graph/execute.ts';
import {
  DrugExperienceDocument,
  type DrugExperienceQueryVariables,
} from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { askedDrugs } from './asked-drugs.ts';
import type { DrugEvidence, OptionsOfTumour, PatientOptions } from './data.ts';
import { ExperienceAnswer } from './experience-answer.tsx';
import { LINES, type LineChoice, nextLine } from './next-line.ts';

const MOST_DRUGS = 12;

/** One of a few words side by side. */
function Pick<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: readonly (readonly [Value, string])[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
}) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5, alignItems: 'center' }}
    >
      {choices.map(([value, words]) => (
        <Button
          key={value}
          size="small"
          variant={value === chosen ? 'contained' : 'outlined'}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {words}
        </Button>
      ))}
    </Box>
  );
}

export function Experience({
  tumour,
  drugs,
  treatments,
}: {
  tumour: OptionsOfTumour;
  drugs: readonly DrugEvidence[];
  treatments: PatientOptions['treatments'];
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [drug, setDrug] = useState<string | null>(null);
  const [line, setLine] = useState<LineChoice>(() => nextLine(treatments));
  const { siteGroup } = tumour;
  const singles = askedDrugs(drugs).slice(0, MOST_DRUGS);
  if (!siteGroup || singles.length === 0) return null;
  const lines: readonly (readonly [LineChoice, string])[] = [
    ['first', t`first line`],
    ['second', t`second line`],
    ['later', t`third line or later`],
    ['any', t`any line`],
  ];
  return (
    // Printed where a drug was chosen: the choice alone says nothing.
    <Box className={drug ? undefined : 'no-print'} sx={{ mt: 2 }}>
      <Typography variant="body2" component="p" sx={{ m: 0, fontWeight: 600 }}>
        <Trans>What happened to patients like this one from the start of a drug</Trans>
      </Typography>
      <Pick
        label={t`Drug`}
        choices={singles.map((one) => [one.drug, label(one.name)] as const)}
        chosen={drug}
        onChoose={setDrug}
      />
      {drug && (
        <>
          <Pick label={t`Line of treatment`} choices={lines} chosen={line} onChoose={setLine} />
          <OfDrug
            siteGroup={siteGroup}
            drug={drug}
            driver={singles.find((one) => one.drug === drug)?.driver ?? null}
            stage={tumour.broadStage}
            lines={line === 'any' ? null : [...LINES[line]]}
          />
        </>
      )}
    </Box>
  );
}

function OfDrug(asked: DrugExperienceQueryVariables) {
  const query = useQuery({
    queryKey: ['drug-experience', asked],
    queryFn: async ({ signal }) =>
      (await execute(DrugExperienceDocument, asked, signal)).drugExperience,
    staleTime: 600_000,
  });
  if (query.isPending) return <LoadingRows rows={3} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <Typography variant="body2">
        <Trans>No release has been built yet</Trans>
      </Typography>
    );
  return <ExperienceAnswer found={query.data} />;
}
