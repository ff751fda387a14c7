import { type Database, forSystem, hasScope, type IdentityCipher, originOf } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import { DeathFileRefused, linkDeaths } from '@nodp/subgraph-patients/deaths';
import { enteringEndpoint } from '../endpoints/entering.ts';
import { json, refuse } from '../endpoints/json.ts';
import { BodyRefused, readBody } from '../fhir/body.ts';

const LONGEST_BODY = 1024 * 1024;

export interface DeathServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly cipher: IdentityCipher;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** A register of deaths as a file: what became of each line. It never throws. */
export const createDeathsEndpoint = ({ database, intake, cipher, onError }: DeathServices) =>
  enteringEndpoint(
    {
      scope: 'death:link',
      forbidden: {
        en: 'Only data managers and follow-up coordinators of an institution link a register of deaths.',
        zh: '仅机构的数据管理员和随访协调员可关联死亡登记。',
      },
      answer: async (who, request, caller) => {
        try {
          const bytes = await readBody(request, LONGEST_BODY);
          const answers = await database.session(
            // For the institution's system, under the person's own name.
            forSystem(who),
            (session) => linkDeaths(session, intake, cipher, bytes),
            { ...originOf(caller), operation: 'POST /deaths' },
          );
          // Who reads no patients is told what became of a line, and not whom it means.
          const reads = hasScope(who, 'patient:read');
          return json(200, {
            rows: answers.map(({ patients, ...rest }) => ({
              ...rest,
              patients: reads ? patients.map((id) => encodeId('Patient', id)) : [],
            })),
          });
        } catch (error) {
          if (error instanceof DeathFileRefused) return refuse(422, error.label.en, error.label.zh);
          if (error instanceof BodyRefused)
            return refuse(413, 'A file has 1 MB at most.', '文件不得超过1 MB。');
          throw error;
        }
      },
    },
    onError,
  );
