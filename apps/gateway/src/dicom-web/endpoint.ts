import type { Principal } from '@nodp/database';
import { findDicom, QuestionRefused, readDicomQuestion } from '@nodp/subgraph-imaging/dicom';
import { senderIn } from '../csv/sender.ts';
import { failed, refuse } from '../endpoints/json.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { type Address, addressOf } from './address.ts';
import { measuring } from './measurements.ts';
import { pictures } from './pictures.ts';
import { retrieval } from './retrieve.ts';
import { type DicomServices, mayRead, polling, readsStudies } from './services.ts';
import { setAside } from './set-aside.ts';
import { stow } from './stow.ts';

export type { DicomServices } from './services.ts';

const isTooSlow = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '57014';

/** DICOMweb (PS3.18): takes images in, finds them, gives them and draws them. It never throws. */
export const createDicomEndpoint = (services: DicomServices) => {
  const note = readsStudies();
  const retrieve = retrieval(services, note);
  const draw = pictures(services, note);
  const measure = measuring(services);

  const search = async (
    request: Request,
    caller: Caller,
    principal: Principal,
    scope: Extract<Address, { readonly kind: 'search' }>,
  ): Promise<Response> => {
    const { searchParams } = new URL(request.url);
    const question = readDicomQuestion(searchParams);
    const operation = `GET /dicom-web ${scope.level}`;
    const found = await polling(services, principal, caller, operation, async (session) => {
      const answer = await findDicom(session, services.cipher, scope, question, services.url);
      await session.audit('search', answer.patients, {
        level: scope.level,
        parameters: [...new Set(searchParams.keys())].slice(0, 40),
        shown: answer.answers.length,
      });
      return answer;
    });
    const headers = {
      'content-type': 'application/dicom+json',
      'cache-control': 'no-store',
      // PS3.18 8.3.4.4: what there is more of is asked for by offset.
      ...(found.more && {
        warning: `299 ${new URL(services.url).host} "There are additional results that can be requested"`,
      }),
    };
    return new Response(JSON.stringify(found.answers), { headers });
  };

  const access = async (
    request: Request,
    caller: Caller,
    principal: Principal,
    address: Exclude<Address, { readonly kind: 'store' | 'set-aside' | 'measurements' }>,
  ): Promise<Response> => {
    if (address.kind === 'search') return search(request, caller, principal, address);
    const { named } = address;
    if (address.kind === 'instances') return retrieve.instances(request, caller, principal, named);
    if (address.kind === 'metadata') return retrieve.metadata(request, caller, principal, named);
    if (address.kind === 'frames')
      return retrieve.frames(request, caller, principal, named, address.frames);
    if (address.kind === 'bulkdata')
      return retrieve.bulkdata(caller, principal, named, address.path);
    const thumbnail = address.kind === 'thumbnail';
    return draw(request, caller, principal, { named, frame: address.frame, thumbnail });
  };

  const answer = async (request: Request, caller: Caller): Promise<Response> => {
    const address = addressOf(request.method, new URL(request.url).pathname);
    if (address === null)
      return refuse(404, 'There is no such address below /dicom-web.', '/dicom-web 下没有该地址。');
    if (address.kind === 'store' || address.kind === 'set-aside') {
      const sender = senderIn(request, caller);
      if (sender instanceof Response) return sender;
      return address.kind === 'store'
        ? stow(services, request, caller, sender, address.study)
        : setAside(services, request, caller, sender, address.id);
    }
    const { principal } = caller;
    if (principal === null)
      return refuse(401, 'Sign in first.', '请先登录。', { 'www-authenticate': 'Bearer' });
    if (!mayRead(principal))
      return refuse(
        403,
        'Only who reads the patients of an institution sees images (of a client: scope system/ImagingStudy.rs).',
        '仅可查看本机构患者的账号可查看影像（客户端需 system/ImagingStudy.rs）。',
      );
    return address.kind === 'measurements'
      ? measure(request, caller, principal)
      : access(request, caller, principal, address);
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      return await answer(request, caller);
    } catch (error) {
      if (error instanceof QuestionRefused) return refuse(400, error.message, '检索条件无法识别。');
      if (error instanceof URIError)
        return refuse(400, 'The address is not encoded.', '地址编码有误。');
      if (isTooSlow(error))
        return refuse(
          400,
          'This search takes too long: name a day, a patient or a study.',
          '检索耗时过长，请缩小范围。',
        );
      if (!request.signal.aborted) services.onError?.(error, caller.requestId);
      return failed(
        error,
        caller.requestId,
        `The platform failed on this request (${caller.requestId}). Images may be sent again: nothing is written twice.`,
        `平台处理该请求时出错（${caller.requestId}）。影像可重新发送，不会重复写入。`,
      );
    }
  };
};
