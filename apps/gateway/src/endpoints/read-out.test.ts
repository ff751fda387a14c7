import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readOut } from './read-out.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

/** A server that refuses every body with 413 and hangs up. */
const refusing = async (limits?: { bytes: number; milliseconds: number }) => {
  const seen: IncomingMessage[] = [];
  server = createServer(async (incoming, outgoing) => {
    seen.push(incoming);
    await readOut(incoming, limits);
    outgoing.writeHead(413, { connection: 'close' }).end('too large');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, seen };
};

test('who sends too much reads why it was refused', async () => {
  const { port } = await refusing();
  const body = new Uint8Array(20 * 2 ** 20);
  for (let i = 0; i < 5; i++) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
    expect(response.status).toBe(413);
    expect(await response.text()).toBe('too large');
  }
});

test('who says that it is longer than is read out is answered at once', async () => {
  const { port, seen } = await refusing({ bytes: 1_000, milliseconds: 60_000 });
  const said = await new Promise<string>((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', fail).once('data', (part) => done(part.toString()));
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1001\r\n\r\n');
  });
  expect(said).toMatch(/^HTTP\/1.1 413 /);
  expect(seen).toHaveLength(1);
});

test('who never ends, and who sends more than is read out, is hung up on', async () => {
  const { port } = await refusing({ bytes: 1_000, milliseconds: 200 });
  const answered = (parts: readonly string[]) =>
    new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1');
      let said = '';
      socket.on('data', (part) => {
        said += part.toString();
      });
      socket.on('error', () => {}).once('close', () => done(said));
      socket.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
      for (const part of parts) socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    });
  expect(await answered(['x'])).toMatch(/^HTTP\/1.1 413 /);
  expect(await answered(['x'.repeat(600), 'x'.repeat(600)])).toMatch(/^HTTP\/1.1 413 |^$/);
});
