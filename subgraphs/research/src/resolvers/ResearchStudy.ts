import { encodeId } from '@nodp/graph';
import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import { changesBetween } from '../documents/changes.ts';
import { runStudy } from '../documents/run.ts';
import { cohortsInWords, shownValue } from '../documents/shown.ts';
import { type StudyVersionRow, studyVersionsOf } from '../documents/study-rows.ts';
import type {
  ResearchStudyResolvers,
  ResearchStudyVersionResolvers,
} from '../generated/resolvers.ts';
import { answersOf, notSignable, type PartnerAnswerRow } from '../partners/own-studies.ts';
import { pooledFigures } from '../partners/pooled.ts';
import { releaseOf } from '../release/release-rows.ts';
import { partners } from './Partner.ts';

const versions = ({ session }: Context) =>
  new DataLoader<string, readonly StudyVersionRow[]>((ids) => studyVersionsOf(session, ids));
const answers = ({ session }: Context) =>
  new DataLoader<string, readonly PartnerAnswerRow[]>((ids) => answersOf(session, ids));

export const ResearchStudy: ResearchStudyResolvers = {
  id: ({ id }) => encodeId('ResearchStudy', id),
  owner: ({ ownerName }) => ownerName,
  mine: ({ ownerId }, _, { principal }) => ownerId === principal.accountId,
  latest: async ({ id }, _, context) => {
    const [latest] = await context.once(versions).load(id);
    if (latest === undefined) throw new Error('A study has no version.');
    return latest;
  },
  versions: async ({ id }, _, context) => [...(await context.once(versions).load(id))],
  notSignable: (row, _, { session }) => notSignable(session, row),
};

export const ResearchStudyVersion: ResearchStudyVersionResolvers = {
  content: ({ content }) => JSON.stringify(content),
  cohorts: ({ content }) => cohortsInWords(content),
  savedBy: ({ savedByName }) => savedByName,
  rerun: async ({ content, releaseNumber }, { release }, context) => {
    const before = await releaseOf(context.session, releaseNumber);
    const after = await releaseOf(context.session, release);
    if (before === null || after === null) return null;
    const former = await runStudy(context, content, before);
    const later = after.number === before.number ? former : await runStudy(context, content, after);
    return {
      ...{ before: before.number, after: after.number },
      lines: changesBetween(former.lines, later.lines).map(
        ({ line, before: was, after: is, change }) => ({
          ...{ block: line.block, what: line.what, cohort: line.cohort, scale: line.scale, change },
          before: was && shownValue(was),
          after: is && shownValue(is),
        }),
      ),
      refused: [...former.refused, ...(later === former ? [] : later.refused)],
    };
  },
  answers: async ({ studyId, number }, _, context) =>
    (await context.once(answers).load(studyId)).filter((each) => each.number === number),
  pooled: async ({ studyId, number, content, releaseNumber }, _, context) => {
    const told = (await context.once(answers).load(studyId)).filter(
      (each) => each.number === number,
    );
    const release = await releaseOf(context.session, releaseNumber);
    if (told.length === 0 || release === null) return null;
    const { lines } = await runStudy(context, content, release);
    const pooled = pooledFigures([
      { partnerId: null, lines },
      ...told.map(({ partnerId, answer }) => ({ partnerId, lines: answer.lines })),
    ]);
    return Promise.all(
      pooled.map(async ({ line, places, ...of }) => ({
        ...{ block: line.block, what: line.what, cohort: line.cohort, scale: line.scale, ...of },
        places: await Promise.all(
          places.map(async ({ partnerId, ...place }) => ({
            ...place,
            partner: partnerId === null ? null : await context.once(partners).load(partnerId),
          })),
        ),
      })),
    );
  },
};
