import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Configuration } from '../configuration.ts';
import type { HandedOver } from './handed-over.ts';
import { closed, listen } from './listening.ts';
import { createStarting } from './starting.js';

export type Answer = (request: Request, env?: object) => Response | Promise<Response>;

/** Takes the port and answers how far the start is, until the application answers. */
export const takePort = async (
  configuration: Configuration,
  handedOver: HandedOver | null | undefined,
) => {
  const starting = createStarting(handedOver?.state);
  starting.plan('database');
  let answer: Answer = (request) => {
    const { pathname } = new URL(request.url);
    const { body, ...init } = starting.answer(pathname, request.headers.get('accept'));
    return new Response(body, init);
  };
  const server = createServer(getRequestListener((request, env) => answer(request, env)));
  const port = await listen(server, configuration, handedOver?.socket);
  handedOver?.taken();
  void handedOver?.webBuilt.then(() => starting.end('web'));
  return {
    starting,
    port,
    answerBy: (application: Answer): void => {
      answer = application;
    },
    close: (): Promise<void> => closed(server),
  };
};
