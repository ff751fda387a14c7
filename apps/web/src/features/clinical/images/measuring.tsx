/** Beside the stage: saves what is drawn, as a measurement and as a lesion, and takes it back. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { plainBodySite } from '@nodp/terminology/body-sites';
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { formatDay } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Me } from '../../../session/me.ts';
import type { Patient } from '../patient/data.ts';
import type { Lesion, Response } from '../patient/response/data.ts';
import { type Draft, draftOf, firstDraft, withName } from '../patient/response/draft.ts';
import { useLesionWork } from '../patient/response/use-lesion-work.ts';
import { type Followed, followedOf, placeOf, readingsOf } from './follow.ts';
import {
  DrawnPanel,
  FollowedPanel,
  ReadersPanel,
  ResponsePanel,
  SavedPanel,
} from './measure-panel.tsx';
import type { Chosen } from './series.ts';
import type { Drawing } from './stage/drawn.ts';
import { depthOf, nearest, type Picture } from './stage/instance.ts';
import {
  type Measurement,
  NotSaved,
  saveMeasurement,
  type ToSave,
  withdrawMeasurement,
} from './stage/measurements.ts';
import type { Tool } from './stage/tools.ts';

const LesionDialog = lazy(async () => ({
  default: (await import('../patient/response/lesion-dialog.tsx')).LesionDialog,
}));

type Props = {
  patient: Patient;
  chosen: Chosen;
  pictures: readonly Picture[];
  drawing: Drawing | null;
  onSettled: () => void;
  onAt: (at: number) => void;
  onTool: (tool: Tool) => void;
  measurements: UseQueryResult<readonly Measurement[]>;
  response: UseQueryResult<Response | null>;
  me: Me | null;
};

const tenths = (mm: number): string => String(Math.round(mm * 10) / 10);

/** What is drawn, taken off the stage. */
const discard = async ({ uid }: Drawing): Promise<void> =>
  (await import('./stage/drawn.ts')).discard(uid);

const toSave = ({ picture, kind, points }: Drawing): ToSave => ({
  ...{ study: picture.study, series: picture.series, instance: picture.instance },
  ...{ frame: picture.frame, kind, points, lesion: null, lesionId: null, organ: null },
});

export function Measuring(props: Props) {
  const { patient, chosen, pictures, drawing, onSettled, onAt, onTool, me } = props;
  const { t } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const work = useLesionWork(patient.id);
  const [following, setFollowing] = useState<string | null>(null);
  const [initial, setInitial] = useState<{ draft: Draft; changed: Lesion | null } | null>(null);
  const day = chosen.study.startedAt ? formatDay(chosen.study.startedAt) : '';
  const lesions = props.response.data?.lesions ?? [];
  const saved = props.measurements.data ?? [];
  const words = (lesion: Lesion): string =>
    lesion.organ ? label(plainBodySite(lesion.organ)) : '';
  const again = () => client.invalidateQueries({ queryKey: ['image-measurements'] });

  const keep = useMutation({
    mutationFn: saveMeasurement,
    onSuccess: async () => {
      if (drawing !== null) await discard(drawing);
      await again();
      setFollowing(null);
      onSettled();
    },
  });
  const undo = useMutation({
    mutationFn: async ({ id, study, lesion, lesionId }: Measurement) => {
      if (lesionId !== null && lesion !== null)
        await work.mutateAsync({ kind: 'undo', lesion: lesionId, name: lesion });
      await withdrawMeasurement(study, id);
    },
    onSuccess: again,
  });

  const openDialog = () => {
    if (drawing === null) return;
    const { picture, longMm, shortMm } = drawing;
    const isOf = (name: string) => (one: Lesion) => one.lesion === name && one.date === day;
    const changed = following === null ? null : (lesions.find(isOf(following)) ?? null);
    const first: Draft = {
      ...firstDraft(lesions, words, me ? label(me.name) : ''),
      ...{ date: day, modality: picture.modality, seriesUid: picture.series },
      sliceMillimetres: picture.thickness === null ? '' : tenths(picture.thickness),
    };
    const own = changed?.own ? changed : null;
    if (changed !== null && own === null) {
      // What a hospital's system sent stands: this is another reader's measurement of it.
      const organ = changed.organ?.code
        ? { code: changed.organ.code, words: changed.organ.label.en }
        : null;
      return keep.mutate({ ...toSave(drawing), lesion: changed.lesion, organ });
    }
    const named = own
      ? draftOf(own, words)
      : withName(first, following ?? proposed(lesions, day), lesions, words);
    work.reset();
    keep.reset();
    setInitial({
      // A node is measured by its short axis.
      draft: {
        ...named,
        state: 'MEASURED',
        millimetres: tenths(named.node && shortMm !== null ? shortMm : longMm),
      },
      changed: own,
    });
  };

  const follow = (one: Followed) => {
    setFollowing(one.name);
    onTool(one.last.node ? 'BIDIRECTIONAL' : 'LENGTH');
    const [first] = pictures;
    if (one.centre !== null && first?.depth != null)
      onAt(nearest(pictures, depthOf(first, one.centre)));
  };

  const go = (measurement: Measurement) => {
    const to = placeOf(pictures, measurement);
    if (to >= 0) onAt(to);
  };

  const stored = async (lesionId: string, draft: Draft) => {
    if (drawing === null) return;
    try {
      await keep.mutateAsync({
        ...toSave(drawing),
        ...{ lesion: draft.lesion.trim(), lesionId, organ: organOf(lesions, draft) },
      });
    } catch (error) {
      // A lesion without what it was measured on would say more than is known.
      await work.mutateAsync({ kind: 'undo', lesion: lesionId, name: draft.lesion });
      throw error;
    }
  };
  const failed = keep.error ?? undo.error;
  return (
    <Box component="aside" aria-label={t`Measurements`} sx={{ minWidth: 0, overflowY: 'auto' }}>
      {failed && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>It was not saved:</Trans>{' '}
          {failed instanceof NotSaved ? label(failed.words) : failed.message}
        </Alert>
      )}
      {(props.measurements.isError || props.response.isError) && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>What was measured before could not be had</Trans>
        </Alert>
      )}
      {following !== null && drawing === null && (
        <Alert severity="info" sx={{ mb: 1 }}>
          <Trans>
            Draw {following} on the image: it is shown where it lay before, as far as known.
          </Trans>
        </Alert>
      )}
      {drawing !== null && (
        <DrawnPanel
          drawing={drawing}
          following={following}
          busy={keep.isPending || work.isPending}
          onLesion={openDialog}
          onPlain={() => keep.mutate(toSave(drawing))}
          onDiscard={() => {
            void discard(drawing);
            onSettled();
          }}
        />
      )}
      <FollowedPanel
        followed={followedOf(lesions, saved, chosen.studyUid, day)}
        following={following}
        mayMeasure
        onMeasure={follow}
      />
      <SavedPanel
        measurements={saved.filter(({ study }) => study === chosen.studyUid)}
        own={me?.id ?? ''}
        busy={undo.isPending}
        onGo={go}
        onUndo={(one) => undo.mutate(one)}
      />
      <ReadersPanel readings={readingsOf(saved, chosen.studyUid)} />
      <ResponsePanel assessments={props.response.data?.response.assessments ?? []} day={day} />
      {initial !== null && (
        <Suspense>
          <LesionDialog
            patient={patient}
            lesions={lesions}
            changed={initial.changed}
            initial={initial.draft}
            measuredBy={me ? label(me.name) : ''}
            work={work}
            onClose={() => setInitial(null)}
            onStored={stored}
          />
        </Suspense>
      )}
    </Box>
  );
}

/** A lesion that is followed and not yet entered of the day, else the next target. */
const proposed = (lesions: readonly Lesion[], day: string): string => {
  const targets = lesions.filter(({ role }) => role === 'TARGET');
  const today = new Set(targets.filter(({ date }) => date === day).map(({ lesion }) => lesion));
  const names = [...new Set(targets.map(({ lesion }) => lesion))].sort();
  const waiting = names.find((name) => !today.has(name));
  if (waiting !== undefined) return waiting;
  const numbers = names.map((name) => Number(/(\d+)$/.exec(name)?.[1] ?? 0));
  return `T${Math.max(0, ...numbers) + 1}`;
};

/** The organ by its code, where a lesion of this name has one. */
const organOf = (lesions: readonly Lesion[], { lesion }: Draft): ToSave['organ'] => {
  const organ = lesions.find((one) => one.lesion === lesion.trim() && one.organ?.code)?.organ;
  return organ?.code ? { code: organ.code, words: organ.label.en } : null;
};
