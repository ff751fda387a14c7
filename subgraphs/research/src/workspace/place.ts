import type { CohortDefinition } from '@nodp/cohorts';
import { cohortId, notInRelease } from '@nodp/cohorts/engine';
import type { Session } from '@nodp/database';
import { decodeOne, nationalDay } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import { parseInput } from '../cohorts/definition-input.ts';
import { inForce } from '../projects/permissions.ts';
import { type GrantRow, grantsOf, projectOf } from '../projects/project-rows.ts';
import { type ReleaseRow, releaseOf } from '../release/release-rows.ts';
import { refusal } from '../saved/refusal.ts';
import { type ProjectRow, versionByHash } from '../saved/saved-rows.ts';

/** A project at work on a release: what its accounts may see there today. */
export interface Place {
  readonly project: ProjectRow;
  readonly grant: GrantRow;
  readonly release: ReleaseRow;
  /** Whom it studies; null of everybody granted. */
  readonly definition: CohortDefinition | null;
  /** Digest of the cohort; null where there is none. */
  readonly cohort: string | null;
}

const cohortOf = async (session: Session, { application }: ProjectRow, release: number) => {
  if (application?.cohort == null) return { definition: null, cohort: null };
  const version = await versionByHash(session, application.cohort);
  if (version === null)
    throw refusal({
      en: 'The cohort that the project studies is not shared with it. Share the saved cohort with the project.',
      zh: '课题所研究的队列未共享给本课题，请先共享该保存的队列。',
    });
  const { definition } = parseInput(version.definition);
  return { definition: version.definition, cohort: cohortId(definition, release) };
};

/**
 * The workspace of a project of the reader's, as it is granted today.
 * @throws BAD_USER_INPUT that says why there is none
 */
export const placeOf = async (session: Session, id: string, number: number): Promise<Place> => {
  const { accountId: account } = session.principal;
  const project = await projectOf(session, decodeOne('ResearchProject', id));
  if (project === null || (project.ownerId !== account && !project.members.includes(account)))
    throw refusal({ en: 'There is no such project of yours.', zh: '没有您参与的此课题。' });
  const [grant] = await grantsOf(session, [project.id]);
  if (grant == null || project.state !== 'ACTIVE' || !inForce(grant, nationalDay(new Date())))
    throw refusal({
      en: 'The project’s grant is not in force: its workspace is closed.',
      zh: '课题授权未生效，工作区已关闭。',
    });
  if (!grant.releases.includes(number))
    throw refusal({
      en: `Release ${number} was not granted. Granted: ${grant.releases.join(', ')}.`,
      zh: `未获准使用发布版${number}，可用：${grant.releases.join('、')}。`,
    });
  const release = await releaseOf(session, number);
  if (release === null)
    throw refusal({ en: `There is no release ${number}.`, zh: `没有发布版${number}。` });
  return { project, grant, release, ...(await cohortOf(session, project, number)) };
};

/** Keys of the persons of the project's cohort in the release; null of everybody. @throws BAD_USER_INPUT */
export const personsOf = async (
  releases: Releases,
  { definition: asked, release }: Place,
): Promise<Int32Array | null> => {
  if (asked === null) return null;
  const { definition, asked: said, problems } = parseInput(asked);
  const unanswered = notInRelease(said, await releases.lacking(release.number));
  if ([...problems, ...unanswered].some(({ severity }) => severity === 'error'))
    throw refusal({
      en: 'The release has not what the cohort asks for.',
      zh: '该发布版不含队列定义所需的内容。',
    });
  const { cohorts, cases } = await releases.open(release.number);
  const { row } = await cohorts.members([definition]);
  return row.map((at) => cases.person[at] as number);
};
