/** Keeps a comparison as a study: its cohorts, its words and the figures that are shown. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { SaveResearchStudyDocument } from '../../../graph/generated/graphql.ts';
import { studyOf } from '../documents/content.ts';
import { studiesKey } from '../documents/queries.ts';
import type { Asked } from './asked.ts';
import type { Chosen } from './queries.ts';

export function KeepStudy({
  name,
  text,
  asked,
  chosen,
  release,
}: {
  name: string;
  text: string;
  asked: Asked;
  chosen: readonly Chosen[];
  release: number;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchState();
  const shown = search.show?.split(',') ?? [];
  const keep = useMutation({
    mutationFn: () => {
      const content = studyOf(asked, chosen, text, [
        ...(['ENDPOINT', 'COX'] as const),
        ...(shown.includes('weighted') ? (['WEIGHTED'] as const) : []),
        'BASELINE',
        ...(shown.includes('courses') ? (['COURSES'] as const) : []),
      ]);
      return execute(SaveResearchStudyDocument, {
        input: {
          ...{ name: name.trim() || t`Comparison of cohorts`, release, note: '' },
          content: JSON.stringify(content),
        },
      });
    },
    onSuccess: async ({ saveResearchStudy: { id } }) => {
      await client.invalidateQueries({ queryKey: studiesKey });
      await navigate({
        to: '/research/documents/{-$studyId}',
        params: { studyId: id },
        search: {},
      });
    },
  });
  return (
    <>
      <Button
        variant="contained"
        size="small"
        disabled={keep.isPending}
        onClick={() => keep.mutate()}
      >
        <Trans>Keep as a study</Trans>
      </Button>
      {keep.isError && (
        <Alert severity="error">
          <Trans>The study was not saved:</Trans> <ErrorWords error={keep.error} />
        </Alert>
      )}
    </>
  );
}
